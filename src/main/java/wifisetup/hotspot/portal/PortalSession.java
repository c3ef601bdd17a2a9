package wifisetup.hotspot.portal;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.portal.PortalState.Stage;
import wifisetup.hotspot.portal.web.PortalDesk;
import wifisetup.hotspot.portal.web.PortalView;
import wifisetup.loop.Loop;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.NetworkStatus;

/// One session of the own hotspot: its machine, and the desk at which phones ask.
final class PortalSession implements PortalDesk, AutoCloseable {
    /// An answer takes a millisecond; a session that has ended gives none.
    private static final long ANSWER_SECONDS = 2;

    private final HotspotRequest request;
    private final PortalSettings settings;
    private final PortalEffects effects;
    private final Loop<PortalState, PortalEvent, PortalEffect> loop;
    private final AtomicLong questions = new AtomicLong();

    PortalSession(
            HotspotRequest request,
            PortalSettings settings,
            Function<? super PortalDesk, PortalEffects> effects,
            InstantSource clock) {
        this.request = request;
        this.settings = settings;
        this.effects = effects.apply(this);
        this.loop = new Loop<>(
                "portal",
                new PortalMachine(settings.rules(), settings.page()),
                PortalState.initial(clock.instant()),
                this.effects,
                this.effects::failed);
    }

    void start() {
        loop.submit(new PortalEvent.Started());
    }

    void cancel() {
        loop.submit(new PortalEvent.Cancelled());
    }

    void statusChanged(NetworkStatus status) {
        loop.submit(new PortalEvent.StatusChanged(status));
    }

    CompletableFuture<HotspotEnd> end() {
        return effects.end();
    }

    @Override
    public PortalView view() {
        var state = loop.state();
        return new PortalView(
                request, settings.device(), state.air().networks(), state.air().at(), course(state));
    }

    @Override
    public void visited() {
        loop.submit(new PortalEvent.Visited());
    }

    @Override
    public boolean join(JoinRequest wanted) {
        return ask(question -> new PortalEvent.JoinWanted(question, wanted));
    }

    @Override
    public boolean searchAgain() {
        return ask(PortalEvent.SearchWanted::new);
    }

    @Override
    public void close() {
        loop.close();
        effects.close();
    }

    private boolean ask(LongFunction<? extends PortalEvent> question) {
        long number = questions.incrementAndGet();
        var answer = effects.answer(number);
        loop.submit(question.apply(number));
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException over) {
            return false;
        }
    }

    private static PortalView.Course course(PortalState state) {
        return switch (state.stage()) {
            case Stage.Fresh _, Stage.Opening _, Stage.Open _, Stage.Lost _ ->
                new PortalView.Course.Choosing(state.last());
            case Stage.Searching _, Stage.TryingKnown _ -> new PortalView.Course.Searching();
            case Stage.Farewell farewell ->
                new PortalView.Course.Joining(farewell.request().ssid(), JoinStage.PREPARING);
            case Stage.Joining(var joining, var reached) -> new PortalView.Course.Joining(joining.ssid(), reached);
            case Stage.Stopping(var end) -> new PortalView.Course.Over(end);
            case Stage.Over(var end) -> new PortalView.Course.Over(end);
        };
    }
}
