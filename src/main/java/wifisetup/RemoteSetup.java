package wifisetup;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import wifisetup.bus.MessageBus;
import wifisetup.hotspot.AccessRules;
import wifisetup.hotspot.Departure;
import wifisetup.hotspot.HandoffEffect;
import wifisetup.hotspot.HandoffEffects;
import wifisetup.hotspot.HandoffEvent;
import wifisetup.hotspot.HandoffMachine;
import wifisetup.hotspot.HandoffRules;
import wifisetup.hotspot.HandoffState;
import wifisetup.hotspot.Hotspot;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.hotspot.bus.HandoffBus;
import wifisetup.loop.Loop;
import wifisetup.loop.Timer;
import wifisetup.setup.OnDeviceClient;
import wifisetup.setup.RemoteClient;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;
import wifisetup.words.HotspotWording;
import wifisetup.words.Texts;

/// The set-up with a phone, put together: the client, the hand-off and what others hear of it.
final class RemoteSetup implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RemoteSetup.class.getName());
    private static final Duration CLOSING = Duration.ofSeconds(4);

    private final Loop<HandoffState, HandoffEvent, HandoffEffect> handoff;
    private final HandoffEffects effects;
    private final RemoteClient client;

    /// @param panel whether a person can see and touch our own screen
    /// @param voice whether the device says aloud what to do
    /// @param texts in the language of that time
    RemoteSetup(
            Hotspot hotspot,
            AccessRules access,
            boolean panel,
            boolean voice,
            Supplier<Texts> texts,
            MessageBus bus,
            Consumer<? super SetupEvent> setup,
            OnDeviceClient onDevice,
            Timer timer,
            InstantSource clock,
            SecureRandom random) {
        Supplier<HotspotWording> wording = () -> new HotspotWording(texts.get());
        var leaves = new Later<Departure>();
        this.effects =
                new HandoffEffects(hotspot, timer, new HandoffBus(bus, wording, RemoteClient.NAME, voice), leaves);
        this.handoff = new Loop<>(
                "handoff",
                new HandoffMachine(HandoffRules.with(panel)),
                HandoffState.INITIAL,
                effects,
                HandoffEffects::failed);
        this.client = new RemoteClient(
                setup,
                handoff::submit,
                target -> new HotspotRequest(access.next(random), target),
                end -> wording.get().end(end),
                onDevice,
                clock);
        leaves.goTo(client::leave);
    }

    /// Whom the set-up shows each of its states.
    Consumer<SetupState> client() {
        return client;
    }

    /// Shows `consumer` where the hand-off is.
    void observe(Executor on, Consumer<? super HandoffState> consumer) {
        handoff.observe(on, consumer);
    }

    /// The person at the panel goes on with a phone.
    void takeOver(Optional<Target> target) {
        client.takeOver(target);
    }

    /// The person at the panel stops it.
    void stop() {
        handoff.submit(new HandoffEvent.Stop());
    }

    /// The person has seen the result.
    void dismiss() {
        handoff.submit(new HandoffEvent.Dismissed());
    }

    /// Ends the session that runs, and waits until nothing of it is left.
    @Override
    public void close() {
        handoff.close();
        try {
            if (!effects.awaitEnd(CLOSING)) {
                LOG.log(Level.WARNING, "the hotspot was not closed within {0}", CLOSING);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
