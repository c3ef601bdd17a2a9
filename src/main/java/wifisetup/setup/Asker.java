package wifisetup.setup;

/// Who asked, so that the answer goes with what the asker sent along. Adapters have their own kinds.
public interface Asker {
    /// The person at this device's own panel.
    Asker PANEL = new Asker() {
        @Override
        public String toString() {
            return "panel";
        }
    };

    /// The program itself.
    Asker SELF = new Asker() {
        @Override
        public String toString() {
            return "self";
        }
    };
}
