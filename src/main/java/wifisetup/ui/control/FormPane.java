package wifisetup.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Scrolls a page's fields, and keeps the one that has the focus in view, whatever room the keyboard leaves.
public final class FormPane extends ScrollPane {
    /// A pane as wide as its page.
    public FormPane() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPannable(true);
        setFocusTraversable(false);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
        viewportBoundsProperty()
                .subscribe(() -> reveal(getScene() == null ? null : getScene().getFocusOwner()));
    }

    /// Scrolls as far as needed to show `node`, if it is in here.
    private void reveal(@Nullable Node node) {
        var content = getContent();
        if (node == null || content == null || !isIn(content, node)) {
            return;
        }
        double room = getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - room;
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = getVvalue() * hidden;
        if (bounds.getMinY() < top) {
            setVvalue(bounds.getMinY() / hidden);
        } else if (bounds.getMaxY() > top + room) {
            // Of what is higher than the room, the top.
            setVvalue(Math.min(bounds.getMinY(), bounds.getMaxY() - room) / hidden);
        }
    }

    private static boolean isIn(Node ancestor, Node node) {
        for (Node parent = node; parent != null; parent = parent.getParent()) {
            if (parent.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
