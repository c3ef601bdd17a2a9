package wifisetup.ui.control;

import javafx.scene.Node;

/// Whether a node is there: seen, and given room.
public final class Presence {
    private Presence() {}

    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
