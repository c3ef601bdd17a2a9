package wifisetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A device without a panel, beside a program that has a screen, or may have one.
class OtherScreenTest {
    private static final ClientId ID = new ClientId("1");

    private final SetupMachine machine =
            new SetupMachine(new SetupRules(false, true, Duration.ofSeconds(45), Duration.ofSeconds(3)));
    private final List<SetupEffect> effects = new ArrayList<>();
    private SetupState state = SetupState.initial(Memory.NEW_DEVICE, Standing.SERVING, new OtherScreen.Unasked());

    @Test
    void aSetUpAsksForAScreenBeforeItActivatesAnybody() {
        when(phone(), new SetupEvent.UserActivated(Asker.SELF));

        assertThat(said()).endsWith(new Announcement.Launched(), new Announcement.ScreenWanted());
        assertThat(state.active()).isEmpty();
        assertThat(effects).contains(new SetupEffect.StartTimer(1, Launch.SCREEN_WAIT));
    }

    @Test
    void withAScreenThePersonChooses() {
        when(phone(), new SetupEvent.UserActivated(Asker.SELF), new SetupEvent.ScreenReported(true));
        assertThat(said())
                .endsWith(
                        new Announcement.PageCleared(),
                        new Announcement.PageFilled(state.clients()),
                        new Announcement.PageShown());
        assertThat(state.active()).isEmpty();

        when(new SetupEvent.Select(Asker.SELF, "phone", ID));
        assertThat(said())
                .containsExactly(
                        new Announcement.SetActive(state.clients().getFirst()),
                        new Announcement.Activate(ID),
                        new Announcement.PageCleared(),
                        new Announcement.PageClosed());
    }

    @Test
    void aClientThatComesLaterAppearsOnThePage() {
        when(new SetupEvent.UserActivated(Asker.SELF), new SetupEvent.ScreenReported(true));
        when(phone());

        assertThat(said()).contains(new Announcement.PageFilled(state.clients()));
        assertThat(state.clients()).hasSize(1);
    }

    @Test
    void withoutAnAnswerInTimeTheFirstClientThatNeedsNoInputIsActivated() {
        when(phone(), new SetupEvent.UserActivated(Asker.SELF));
        when(new SetupEvent.TimeUp(1));

        assertThat(said()).contains(new Announcement.Activate(ID));
        assertThat(state.otherScreen()).isEqualTo(new OtherScreen.Absent());
    }

    @Test
    void aScreenThatIsNotConnectedIsNone() {
        when(phone(), new SetupEvent.UserActivated(Asker.SELF), new SetupEvent.ScreenReported(false));

        assertThat(said()).contains(new Announcement.Activate(ID)).doesNotContain(new Announcement.PageShown());
    }

    @Test
    void skippingTakesThePageAway() {
        when(new SetupEvent.UserActivated(Asker.SELF), new SetupEvent.ScreenReported(true));
        when(new SetupEvent.Skip(Asker.SELF, "boot"));

        assertThat(said()).endsWith(new Announcement.PageCleared(), new Announcement.PageClosed());
    }

    @Test
    void aDeviceWithAPanelShowsItsOwnPageAlone() {
        var withPanel = new SetupMachine(new SetupRules(true, true, Duration.ofSeconds(45), Duration.ofSeconds(3)));
        var selecting =
                withPanel.next(state, new SetupEvent.UserActivated(Asker.PANEL)).state();

        var step = withPanel.next(selecting, new SetupEvent.ScreenReported(true));

        assertThat(step.state()).isEqualTo(selecting);
        assertThat(step.effects()).isEmpty();
    }

    private void when(SetupEvent... events) {
        effects.clear();
        for (SetupEvent event : events) {
            var step = machine.next(state, event);
            state = step.state();
            effects.addAll(step.effects());
        }
    }

    private List<Announcement> said() {
        return effects.stream()
                .filter(SetupEffect.Announce.class::isInstance)
                .flatMap(effect -> ((SetupEffect.Announce) effect).announcements().stream())
                .toList();
    }

    private static SetupEvent phone() {
        return new SetupEvent.Register(
                Asker.SELF,
                Registration.of("phone", ClientType.REMOTE, "On Mobile Setup", true, false),
                ID,
                false,
                Instant.EPOCH);
    }
}
