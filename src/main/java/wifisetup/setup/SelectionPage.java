package wifisetup.setup;

import java.util.ArrayList;
import java.util.List;
import wifisetup.loop.Step;

/// The selection page on another program's screen: it comes up with the selection, follows the clients, and goes when
/// the selection is over. A device with a panel of its own never has one.
final class SelectionPage {
    private SelectionPage() {}

    /// `step` with what it means for the page.
    static Step<SetupState, SetupEffect> follow(SetupState before, Step<SetupState, SetupEffect> step) {
        var after = step.state();
        var announcements = new ArrayList<Announcement>();
        if (isUp(after) && !(isUp(before) && before.clients().equals(after.clients()))) {
            announcements.add(new Announcement.PageCleared());
            announcements.add(new Announcement.PageFilled(after.clients()));
            announcements.add(new Announcement.PageShown());
        } else if (isUp(before) && !isUp(after)) {
            announcements.add(new Announcement.PageCleared());
            announcements.add(new Announcement.PageClosed());
        }
        return announcements.isEmpty() || after.standing() != Standing.SERVING
                ? step
                : step.and(List.of(new SetupEffect.Announce(Asker.SELF, announcements)));
    }

    private static boolean isUp(SetupState state) {
        return state.phase() instanceof Phase.Selecting && state.otherScreen() instanceof OtherScreen.Present;
    }
}
