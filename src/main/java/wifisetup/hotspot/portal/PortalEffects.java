package wifisetup.hotspot.portal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Does what one session of the own hotspot wants done. Those of the radio come one after the other, each on a virtual
/// thread.
final class PortalEffects implements Effects<PortalEffect, PortalEvent> {
    private static final System.Logger LOG = System.getLogger(PortalEffects.class.getName());

    /// As long as the hotspot may be away for saved networks.
    private static final Duration KNOWN_LIMIT = Duration.ofSeconds(45);

    private final Wifi wifi;
    private final Ssid own;
    private final Door door;
    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<? super HotspotState> progress;
    private final Map<Long, CompletableFuture<Boolean>> questions = new ConcurrentHashMap<>();
    private final CompletableFuture<HotspotEnd> end = new CompletableFuture<>();
    private final JoinAtWork joins;

    /// @param own the hotspot's name, which is never listed
    /// @param door the access point with its page
    PortalEffects(
            Wifi wifi, Ssid own, Door door, Timer timer, InstantSource clock, Consumer<? super HotspotState> progress) {
        this.wifi = wifi;
        this.joins = new JoinAtWork(wifi);
        this.own = own;
        this.door = door;
        this.timer = timer;
        this.clock = clock;
        this.progress = progress;
    }

    /// Completes when the session is over.
    CompletableFuture<HotspotEnd> end() {
        return end;
    }

    /// Completes with the answer to that question of a phone.
    CompletableFuture<Boolean> answer(long question) {
        return questions.computeIfAbsent(question, _ -> new CompletableFuture<>());
    }

    /// Closes what is open, whatever the session was at.
    void close() {
        joins.stop();
        door.close();
    }

    /// What the machine is told when an effect throws.
    PortalEvent failed(PortalEffect effect, Throwable thrown) {
        if (!(thrown instanceof InterruptedException)) {
            LOG.log(Level.ERROR, "not done: " + effect.getClass().getSimpleName(), thrown);
        }
        var failure = new Failure.Other(thrown.getClass().getSimpleName());
        return switch (effect) {
            case PortalEffect.OfRadio.Search _ -> new PortalEvent.Searched(List.of(), clock.instant());
            case PortalEffect.OfRadio.Open _ -> new PortalEvent.OpenFailed(failure);
            case PortalEffect.OfRadio.Join _ -> new PortalEvent.JoinEnded(failure);
            case PortalEffect.OfRadio.TryKnown _ ->
                new PortalEvent.KnownTried(Optional.empty(), List.of(), clock.instant());
            case PortalEffect.OfRadio.End _,
                    PortalEffect.CancelJoin _,
                    PortalEffect.StartTimer _,
                    PortalEffect.Answer _,
                    PortalEffect.Tell _ -> new PortalEvent.Cancelled();
        };
    }

    @Override
    public void perform(PortalEffect effect, Consumer<? super PortalEvent> reply) throws InterruptedException {
        switch (effect) {
            case PortalEffect.OfRadio radio -> onRadio(radio, reply);
            case PortalEffect.CancelJoin _ -> joins.stop();
            case PortalEffect.StartTimer(long number, var delay) ->
                timer.after(delay, () -> reply.accept(new PortalEvent.TimeUp(number)));
            case PortalEffect.Answer(long question, boolean granted) -> {
                answer(question).complete(granted);
                questions.remove(question);
            }
            case PortalEffect.Tell(var state) -> progress.accept(state);
        }
    }

    private void onRadio(PortalEffect.OfRadio effect, Consumer<? super PortalEvent> reply) throws InterruptedException {
        switch (effect) {
            case PortalEffect.OfRadio.Search _ -> {
                door.close();
                reply.accept(new PortalEvent.Searched(search(), clock.instant()));
            }
            case PortalEffect.OfRadio.Open _ -> reply.accept(open(reply));
            case PortalEffect.OfRadio.Join(var request) -> {
                door.close();
                reply.accept(new PortalEvent.JoinEnded(
                        joins.join(request, stage -> reply.accept(new PortalEvent.Reached(stage)))));
            }
            case PortalEffect.OfRadio.TryKnown _ -> {
                door.close();
                var networks = search();
                reply.accept(new PortalEvent.KnownTried(tryKnown(networks), networks, clock.instant()));
            }
            case PortalEffect.OfRadio.End(var how) -> {
                try {
                    door.close();
                } finally {
                    end.complete(how);
                }
            }
        }
    }

    private PortalEvent open(Consumer<? super PortalEvent> reply) throws InterruptedException {
        try {
            door.open(reply);
            return new PortalEvent.Opened();
        } catch (WifiException refused) {
            LOG.log(Level.WARNING, "the hotspot did not open: {0}", refused.failure());
            return new PortalEvent.OpenFailed(refused.failure());
        } catch (IOException unserved) {
            LOG.log(Level.WARNING, "the hotspot's page is not served", unserved);
            return new PortalEvent.OpenFailed(new Failure.Other(String.valueOf(unserved.getMessage())));
        }
    }

    /// A name can be typed by hand, so no list is no reason to give up.
    private List<Network> search() throws InterruptedException {
        try {
            return wifi.scan(List.of()).stream()
                    .filter(network -> !network.ssid().equals(own))
                    .toList();
        } catch (WifiException failed) {
            LOG.log(Level.WARNING, "no networks for the hotspot''s page: {0}", failed.failure());
            return List.of();
        }
    }

    /// The strongest first, and only those that may connect by themselves; all of it takes no longer than a person
    /// waits.
    private Optional<Joined> tryKnown(List<Network> networks) throws InterruptedException {
        var late = timer.after(KNOWN_LIMIT, joins::end);
        try {
            var willing = willing();
            for (Network network : networks) {
                if (willing.contains(network.id()) && network.obstacle().isEmpty()) {
                    var request = new JoinRequest(network.id(), new Credentials.Saved(), false);
                    var joined = joins.join(request, _ -> {});
                    if (joined instanceof Failure.Cancelled) {
                        return Optional.empty();
                    }
                    if (joined instanceof Joined done && isOfUse(done.connectivity())) {
                        return Optional.of(done);
                    }
                }
            }
            return Optional.empty();
        } finally {
            late.cancel();
        }
    }

    private Set<NetworkId> willing() {
        try {
            return wifi.saved().stream()
                    .filter(saved -> saved.settings().autoconnect())
                    .map(SavedNetwork::id)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (WifiException failed) {
            LOG.log(Level.WARNING, "no saved networks to be tried: {0}", failed.failure());
            return Set.of();
        }
    }

    /// A network without the internet is no reason to end a hotspot that was opened for want of it.
    private static boolean isOfUse(Connectivity connectivity) {
        return switch (connectivity) {
            case FULL, PORTAL, UNKNOWN -> true;
            case LIMITED, NONE -> false;
        };
    }
}
