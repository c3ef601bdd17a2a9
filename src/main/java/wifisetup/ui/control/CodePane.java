package wifisetup.ui.control;

import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A QR code and words: beside each other, or on an upright panel one above the other. The code is as large as the
/// panel allows, since a phone reads a larger one from farther away, and the words have room of their own.
public final class CodePane extends EmPane {
    private static final double GAP_EM = 1;
    private static final double LARGEST_EM = 18;
    /// The most of the width, or of an upright panel's height, that the code takes.
    private static final double MOST_WIDTH = 0.42;
    private static final double MOST_HEIGHT = 0.45;
    /// From that proportion of height to width on, one above the other.
    private static final double UPRIGHT = 1.2;

    private @Nullable Region code;
    private @Nullable Region words;

    /// A pane without anything in it.
    public CodePane() {
        getStyleClass().add("code-pane");
    }

    /// See [#setCode].
    public @Nullable Region getCode() {
        return code;
    }

    /// The picture.
    public void setCode(Region node) {
        code = put(code, node);
    }

    /// See [#setWords].
    public @Nullable Region getWords() {
        return words;
    }

    /// What is said of it; scrolls by itself.
    public void setWords(Region node) {
        words = put(words, node);
    }

    private Region put(@Nullable Region old, Region node) {
        getChildren().removeIf(child -> Objects.equals(child, old));
        getChildren().add(node);
        return node;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double gap = GAP_EM * em();
        boolean upright = height > UPRIGHT * width;
        double largest = Math.min(LARGEST_EM * em(), Math.min(width, height));
        double side = snapSizeX(Math.min(largest, upright ? MOST_HEIGHT * height : MOST_WIDTH * width));
        double used = snapSizeX(side + gap);
        if (upright) {
            place(code, new Rectangle2D((width - side) / 2, 0, side, side));
            place(words, new Rectangle2D(0, used, width, Math.max(0, height - used)));
        } else {
            place(code, new Rectangle2D(0, (height - side) / 2, side, side));
            place(words, new Rectangle2D(used, 0, Math.max(0, width - used), height));
        }
    }

    private void place(@Nullable Region node, Rectangle2D room) {
        if (node != null) {
            node.resizeRelocate(
                    snapPositionX(room.getMinX()), snapPositionY(room.getMinY()), room.getWidth(), room.getHeight());
        }
    }
}
