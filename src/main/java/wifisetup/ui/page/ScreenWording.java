package wifisetup.ui.page;

import wifisetup.ui.view.Notice;
import wifisetup.ui.view.Page;
import wifisetup.words.Texts;

/// Says in sentences for people what the pages alone know.
record ScreenWording(Texts texts) {
    /// What a notice says.
    String notice(Notice notice) {
        return switch (notice) {
            case ANOTHER_REGISTRY -> texts.get("notice.another-registry");
            case BUS_LOST -> texts.get("notice.bus-lost");
        };
    }

    /// What is known of a saved network beside its name, in a few words.
    String about(Page.SavedRow row) {
        var settings = row.network().settings();
        return settings.autoconnect()
                ? reach(row)
                : texts.get("network.about", reach(row), texts.get("saved.not-by-itself"));
    }

    /// Whether a saved network is there.
    String reach(Page.SavedRow row) {
        if (row.connected()) {
            return texts.get("network.connected");
        }
        return texts.get(row.inReach() ? "saved.in-reach" : "saved.out-of-reach");
    }
}
