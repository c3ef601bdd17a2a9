package wifisetup.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame of every page: title and subtitle at the top, a tool beside them, content, and at the bottom Back on the
/// one side and the page's one primary action on the other.
///
/// It adapts to the room it has. On a short panel, and above the keyboard, Back moves beside the title and shows its
/// icon alone; where there is hardly any room the primary action moves up too, and a long sentence takes the title's
/// line. Buttons that do not fit beside each
/// other stand one above the other. On a wide panel the page keeps a width that can be read.
@DefaultProperty("content")
public final class PageFrame extends EmPane {
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass ICON_ONLY = PseudoClass.getPseudoClass("icon-only");

    private static final double TIGHT_HEIGHT_EM = 10;
    private static final double SMALL_HEIGHT_EM = 17;
    private static final double SMALL_WIDTH_EM = 22;
    private static final double WIDEST_EM = 46;
    private static final double MARGIN_EM = 1.5;
    private static final double SMALL_MARGIN_EM = 0.6;
    private static final double GAP_EM = 0.75;
    private static final double SMALL_GAP_EM = 0.4;
    private static final double TIGHT_GAP_EM = 0.2;

    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label badge = new Label();
    private final VBox titles = new VBox(title, subtitle);
    private final BooleanProperty crowded = new SimpleBooleanProperty(this, "crowded");
    private @Nullable Region back;
    private @Nullable Region primary;
    private @Nullable Region tool;
    private @Nullable Region content;
    private @Nullable Region handle;

    /// A frame without anything in it.
    public PageFrame() {
        getStyleClass().add("page");
        titles.getStyleClass().add("titles");
        title.getStyleClass().add("title");
        subtitle.getStyleClass().add("subtitle");
        badge.getStyleClass().add("badge");
        badge.setVisible(false);
        title.managedProperty().bind(title.textProperty().isNotEmpty().and(crowded.not()));
        title.visibleProperty().bind(title.managedProperty());
        subtitle.managedProperty().bind(subtitle.textProperty().isNotEmpty());
        subtitle.visibleProperty().bind(subtitle.managedProperty());
        getChildren().addAll(titles, badge);
        widthProperty().subscribe(this::adapt);
        heightProperty().subscribe(this::adapt);
        emProperty().subscribe(this::adapt);
    }

    /// The title.
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /// See [#titleProperty()].
    public String getTitle() {
        return title.getText();
    }

    /// See [#titleProperty()].
    public void setTitle(String text) {
        title.setText(text);
    }

    /// See [#setSubtitle].
    public String getSubtitle() {
        return subtitle.getText();
    }

    /// A sentence below the title; empty for none.
    public void setSubtitle(String text) {
        subtitle.setText(text);
    }

    /// Whether the subtitle tells of something that went wrong.
    public void setAlarming(boolean alarming) {
        subtitle.pseudoClassStateChanged(PseudoClass.getPseudoClass("alarming"), alarming);
    }

    /// Marks the page with a word beside the title; empty for no mark. Where there is hardly any room it is left out.
    public void setBadge(String text) {
        badge.setText(text);
        adapt();
    }

    /// See [#setBack].
    public @Nullable Region getBack() {
        return back;
    }

    /// The button that leads away: bottom left.
    public void setBack(Region node) {
        back = put(back, node);
    }

    /// See [#setPrimary].
    public @Nullable Region getPrimary() {
        return primary;
    }

    /// The button of the page's main action: bottom right.
    public void setPrimary(Region node) {
        primary = put(primary, node);
    }

    /// See [#setTool].
    public @Nullable Region getTool() {
        return tool;
    }

    /// A button beside the title.
    public void setTool(Region node) {
        tool = put(tool, node);
    }

    /// See [#setContent].
    public @Nullable Region getContent() {
        return content;
    }

    /// What the page is about. It gets what room is left, and scrolls by itself.
    public void setContent(Region node) {
        content = put(content, node);
    }

    /// See [#setHandle].
    public @Nullable Region getHandle() {
        return handle;
    }

    /// Something that hangs from the top edge over the page.
    public void setHandle(Region node) {
        handle = put(handle, node);
    }

    private Region put(@Nullable Node old, Region node) {
        if (old != null) {
            getChildren().remove(old);
        }
        node.visibleProperty().subscribe(this::reshape);
        getChildren().add(node);
        return node;
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        boolean small = isSmall();
        double margin = isTight() ? TIGHT_GAP_EM * em : small ? SMALL_MARGIN_EM * em : MARGIN_EM * em;
        double gap = isTight() ? TIGHT_GAP_EM * em : small ? SMALL_GAP_EM * em : GAP_EM * em;
        double width = Math.min(getWidth() - 2 * margin, WIDEST_EM * em);
        double left = snapPositionX((getWidth() - width) / 2);
        double right = left + width;

        var leading = shown(isBackAbove() ? back : null);
        var trailing = shown(isTight() ? primary : null, tool, badge);
        var footing = new ArrayList<>(shown(back, primary));
        footing.removeAll(leading);
        footing.removeAll(trailing);
        double top = margin;
        double header = layoutHeader(leading, trailing, left, right, top, gap);
        double bottom = getHeight() - margin;
        double footer = layoutFooter(footing, left, width, bottom, gap);
        double from = header == 0 ? top : top + header + gap;
        double to = footer == 0 ? bottom : bottom - footer - gap;
        if (content != null) {
            content.resizeRelocate(left, snapPositionY(from), width, snapSizeY(Math.max(0, to - from)));
        }
        if (handle != null) {
            var size = sizeOf(handle, getWidth());
            handle.resizeRelocate(
                    snapPositionX((getWidth() - size.getWidth()) / 2), 0, size.getWidth(), size.getHeight());
        }
    }

    private void reshape() {
        adapt();
        requestLayout();
    }

    /// Styles follow from the size, before the layout that uses them.
    private void adapt() {
        boolean tight = isTight();
        pseudoClassStateChanged(SMALL, isSmall());
        pseudoClassStateChanged(TIGHT, tight);
        title.setWrapText(!tight);
        badge.setVisible(!tight && !badge.getText().isEmpty());
        if (back != null) {
            back.pseudoClassStateChanged(ICON_ONLY, isLow() && hasIcon(back));
        }
    }

    private boolean isTight() {
        return getHeight() < TIGHT_HEIGHT_EM * em();
    }

    private boolean isLow() {
        return getHeight() < SMALL_HEIGHT_EM * em();
    }

    private boolean isSmall() {
        return isLow() || getWidth() < SMALL_WIDTH_EM * em();
    }

    private static boolean hasIcon(@Nullable Region button) {
        return button instanceof Labeled labeled && labeled.getGraphic() != null;
    }

    private boolean isBackAbove() {
        return isTight() || (isLow() && shown(primary).isEmpty() && hasIcon(back));
    }

    private double layoutHeader(
            List<Region> leading, List<Region> trailing, double left, double right, double top, double gap) {
        double buttons = Math.max(highest(leading), highest(trailing));
        double room = right - left - widthOf(leading, gap) - widthOf(trailing, gap);
        // Before styles have followed from the size, buttons may leave no room.
        double titleWidth = Math.max(room, 0);
        crowd(isTight() && subtitle.isManaged() && oneLine(subtitle) > titleWidth);
        boolean titled = title.isManaged() || subtitle.isManaged();
        double height = snapSizeY(titled ? Math.max(buttons, titles.prefHeight(titleWidth)) : buttons);
        double from = left;
        for (Region node : leading) {
            place(node, from, top, height);
            from += node.getWidth() + gap;
        }
        double to = right;
        for (Region node : trailing) {
            place(node, to - wide(node), top, height);
            to -= node.getWidth() + gap;
        }
        titles.resizeRelocate(from, top, titleWidth, titled ? height : 0);
        return height;
    }

    /// Lets the subtitle have the title's line, or not.
    private void crowd(boolean wanted) {
        crowded.set(wanted);
        subtitle.setWrapText(wanted || !isTight());
    }

    private static double oneLine(Label label) {
        label.setWrapText(false);
        return label.prefWidth(-1);
    }

    /// Lays out Back and the primary action, whichever there are.
    private double layoutFooter(List<Region> nodes, double left, double width, double bottom, double gap) {
        if (widthOf(nodes, gap) - gap > width) {
            double top = bottom;
            for (Region node : nodes) {
                double height = snapSizeY(node.prefHeight(-1));
                top -= height;
                node.resizeRelocate(left, top, width, height);
                top -= gap;
            }
            return bottom - top - gap;
        }
        double height = snapSizeY(highest(nodes));
        for (Region node : nodes) {
            boolean atEnd = node.equals(primary);
            place(node, atEnd ? left + width - wide(node) : left, bottom - height, height);
        }
        return height;
    }

    private void place(Region node, double x, double top, double height) {
        double own = snapSizeY(node.prefHeight(-1));
        node.resizeRelocate(snapPositionX(x), snapPositionY(top + (height - own) / 2), wide(node), own);
    }

    private static List<Region> shown(@Nullable Region... nodes) {
        return Arrays.stream(nodes)
                .filter(Objects::nonNull)
                .filter(Region::isVisible)
                .toList();
    }

    private double widthOf(List<Region> nodes, double gap) {
        return nodes.stream().mapToDouble(node -> wide(node) + gap).sum();
    }

    private double wide(Region node) {
        return snapSizeX(Math.max(node.minWidth(-1), node.prefWidth(-1)));
    }

    private static double highest(List<Region> nodes) {
        return nodes.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }

    private static Dimension2D sizeOf(Region node, double widest) {
        double width = Math.min(widest, node.prefWidth(-1));
        return new Dimension2D(width, node.prefHeight(width));
    }
}
