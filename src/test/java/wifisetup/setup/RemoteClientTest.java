package wifisetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.Departure;
import wifisetup.hotspot.HandoffEvent;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.JoinEvent;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// The client of the phone, and the one of the panel beside it, on a registry of their own.
class RemoteClientTest {
    private static final Access ACCESS = new Access(Ssid.of("Kiosk"), new Secret("12345678"), Optional.empty());
    private static final Optional<Target> HIDDEN_OFFICE =
            Optional.of(new Target(new NetworkId(Ssid.of("Office"), Security.WPA2), true));
    private static final Client STRANGER = new Client(
            new ClientId("id-of-stranger"), RemoteClient.NAME, ClientType.REMOTE, "Another one", true, false, false);

    private final List<SetupEvent> asked = new ArrayList<>();
    private final List<HandoffEvent> handoff = new ArrayList<>();
    private final List<JoinEvent> join = new ArrayList<>();
    private final OnDeviceClient onDevice = new OnDeviceClient(asked::add, join::add, () -> SetupTrial.NOW);
    private final RemoteClient client = new RemoteClient(
            asked::add,
            handoff::add,
            target -> new HotspotRequest(ACCESS, target),
            end -> "because of " + end.getClass().getSimpleName(),
            onDevice,
            () -> SetupTrial.NOW);
    private final SetupTrial trial = SetupTrial.withPanel();

    @BeforeEach
    void register() {
        show();
        obey();
        assertThat(trial.state().clients()).hasSize(2);
    }

    @Test
    void itIsTheRemoteClientThatNeedsNoInput() {
        assertThat(own())
                .isEqualTo(new Client(
                        own().id(), RemoteClient.NAME, ClientType.REMOTE, "On Mobile Setup", true, false, true));
    }

    @Test
    void itRegistersOnceAndAgainWhenItIsGone() {
        show();
        assertThat(asked).isEmpty();

        when(new SetupEvent.Deregister(SetupTrial.STRANGER, Optional.empty(), Optional.of(RemoteClient.NAME)));
        obey();

        assertThat(RemoteClient.isOurs(own())).isTrue();
    }

    @Test
    void aClientOfTheBusTakesItsPlaceAndTheHotspotIsItsOwnAffair() {
        when(SetupTrial.register(STRANGER), SetupTrial.activate(STRANGER));
        obey();

        assertThat(RemoteClient.isOurs(own())).isFalse();
        assertThat(trial.state().active()).contains(STRANGER);
        assertThat(opened()).isEmpty();
    }

    @Test
    void aClientOfTheBusThatTakesItsPlaceWhileTheHotspotIsOpenClosesIt() {
        activate();

        when(SetupTrial.register(STRANGER));

        assertThat(handoff).last().isEqualTo(new HandoffEvent.Closed());
    }

    @Test
    void itOpensWhenActivatedAndClosesWhenDeactivated() {
        activate();
        show();
        when(new SetupEvent.Skip(Asker.PANEL, SetupTrial.BOOT));

        assertThat(handoff)
                .containsExactly(new HandoffEvent.Opened(HotspotRequest.of(ACCESS)), new HandoffEvent.Closed());
        assertThat(join).isEmpty();
    }

    @Test
    void aSetUpThatEndsBecauseTheDeviceIsOnlineFinishesIt() {
        activate();
        when(SetupTrial.network(SetupTrial.ONLINE), new SetupEvent.ClockSet());

        assertThat(handoff).last().isEqualTo(new HandoffEvent.Finished());
    }

    @Test
    void fromThePanelItOpensForTheNetworkThatIsChosenThere() {
        fromThePanel();

        assertThat(opened()).containsExactly(new HotspotRequest(ACCESS, HIDDEN_OFFICE));
        assertThat(join).containsExactly(new JoinEvent.Opened(), new JoinEvent.Closed());
    }

    @Test
    void stoppedThereThePersonIsBackAtThatNetworksPassword() {
        fromThePanel();

        client.leave(new Departure.Stopped());
        obey();

        assertThat(join).last().isEqualTo(new JoinEvent.Resumed(new NetworkId(Ssid.of("Office"), Security.WPA2), true));
        assertThat(trial.state().active().map(Client::name)).contains(OnDeviceClient.NAME);
        assertThat(handoff).contains(new HandoffEvent.Closed());
    }

    @Test
    void theWayBackIsTakenOnce() {
        fromThePanel();
        client.leave(new Departure.Stopped());
        obey();
        when(new SetupEvent.UserActivated(SetupTrial.STRANGER), activation(OnDeviceClient.NAME));

        assertThat(join).last().isEqualTo(new JoinEvent.Opened());
    }

    @Test
    void theNetworkOfAnEarlierVisitFromThePanelIsForgotten() {
        fromThePanel();
        when(new SetupEvent.Skip(Asker.PANEL, SetupTrial.BOOT), new SetupEvent.UserActivated(Asker.PANEL));
        activate();

        assertThat(opened()).last().isEqualTo(HotspotRequest.of(ACCESS));
    }

    @Test
    void aWishThatAnotherClientGotIsForgotten() {
        when(activation(OnDeviceClient.NAME), SetupTrial.register(STRANGER));
        client.takeOver(HIDDEN_OFFICE);
        obey();
        when(new SetupEvent.Deregister(SetupTrial.STRANGER, Optional.of(STRANGER.id()), Optional.empty()));
        obey();

        activate();

        assertThat(opened()).containsExactly(HotspotRequest.of(ACCESS));
    }

    @Test
    void stoppedFromTheSelectionScreenItLeadsBackThere() {
        activate();

        client.leave(new Departure.Stopped());
        obey();

        assertThat(trial.state().phase()).isInstanceOf(Phase.Selecting.class);
        assertThat(handoff).last().isEqualTo(new HandoffEvent.Closed());
    }

    @Test
    void stoppedOnADeviceThatIsOnlineItJustLeaves() {
        when(SetupTrial.network(SetupTrial.ONLINE), new SetupEvent.ClockSet());
        activate();

        client.leave(new Departure.Stopped());

        assertThat(asked).containsExactly(new SetupEvent.RemoveActive(Asker.SELF, Optional.of(RemoteClient.NAME)));
    }

    @Test
    void itGivesUpWithASentence() {
        activate();

        client.leave(new Departure.GaveUp(new HotspotEnd.TimedOut()));
        obey();

        assertThat(trial.state().phase())
                .isEqualTo(
                        new Phase.Selecting(Optional.of(new Phase.Trouble("On Mobile Setup", "because of TimedOut"))));
    }

    @Test
    void itResignsWhenItIsDoneAndWhenItMakesWay() {
        activate();
        client.leave(new Departure.Completed());
        obey();
        assertThat(trial.state().active()).isEmpty();

        activate();
        client.leave(new Departure.Yielded());
        obey();
        assertThat(trial.state().active()).isEmpty();
    }

    @Test
    void aResultIsSeenByWhoeverGoesOnAtThePanel() {
        when(activation(OnDeviceClient.NAME));

        assertThat(handoff).containsExactly(new HandoffEvent.Dismissed());
    }

    @Test
    void withoutAPanelTheRegistryActivatesItByItself() {
        var headless = SetupTrial.headless().when(SetupTrial.started(), SetupTrial.standing(Standing.SERVING));
        headless.when(SetupTrial.register(Asker.SELF, own()), new SetupEvent.UserActivated(SetupTrial.STRANGER));

        client.accept(headless.state());

        assertThat(headless.state().active().map(Client::name)).contains(RemoteClient.NAME);
        assertThat(opened()).hasSize(1);
    }

    private void fromThePanel() {
        when(activation(OnDeviceClient.NAME));
        client.takeOver(HIDDEN_OFFICE);
        obey();
    }

    private void activate() {
        when(activation(RemoteClient.NAME));
    }

    private SetupEvent activation(String name) {
        return SetupTrial.activate(trial.state().client(name).orElseThrow());
    }

    private Client own() {
        return trial.state().client(RemoteClient.NAME).orElseThrow();
    }

    private List<HotspotRequest> opened() {
        return handoff.stream()
                .filter(HandoffEvent.Opened.class::isInstance)
                .map(event -> ((HandoffEvent.Opened) event).request())
                .toList();
    }

    /// Events on the registry, each of whose states both clients see.
    private void when(SetupEvent... events) {
        for (SetupEvent event : events) {
            trial.when(event);
            show();
        }
    }

    /// The registry does what the clients asked for, until they ask for nothing more.
    private void obey() {
        while (!asked.isEmpty()) {
            when(asked.removeFirst());
        }
    }

    private void show() {
        onDevice.accept(trial.state());
        client.accept(trial.state());
    }
}
