package wifisetup.ui.page;

import javafx.scene.Node;

/// Whether a node is there: seen, and given room.
final class Presence {
    private Presence() {}

    static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
