package wifisetup.network.simulated;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import wifisetup.loop.Timer;
import wifisetup.network.Credentials;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Ssid;

/// A join under way. Guarded by the [Radio].
final class Attempt {
    private final JoinRequest request;
    private final Optional<AccessPoint> accessPoint;
    private final Credentials presented;
    private final Course course;
    private final Iterator<Course.Leg> legs;
    private final Herald herald;
    private final Consumer<? super JoinStage> progress;
    private final boolean byItself;
    private final CompletableFuture<JoinOutcome> outcome = new CompletableFuture<>();
    private Timer.Scheduled pending = () -> {};

    /// A join that waits for its first step.
    ///
    /// @param accessPoint whom it concerns, if anybody answers
    /// @param presented what it shows the access point
    /// @param byItself whether nobody asked for it: a kept profile is tried again
    Attempt(
            JoinRequest request,
            Optional<AccessPoint> accessPoint,
            Credentials presented,
            Course course,
            Herald herald,
            Consumer<? super JoinStage> progress,
            boolean byItself) {
        this.request = request;
        this.accessPoint = accessPoint;
        this.presented = presented;
        this.course = course;
        this.legs = course.legs().iterator();
        this.herald = herald;
        this.progress = progress;
        this.byItself = byItself;
    }

    /// What was asked for.
    JoinRequest request() {
        return request;
    }

    Ssid ssid() {
        return request.ssid();
    }

    Optional<AccessPoint> accessPoint() {
        return accessPoint;
    }

    Credentials presented() {
        return presented;
    }

    Course course() {
        return course;
    }

    boolean isByItself() {
        return byItself;
    }

    boolean isOf(Herald other) {
        return herald == other;
    }

    /// How it ended, told after every stage and every status that came before.
    CompletableFuture<JoinOutcome> outcome() {
        return outcome;
    }

    /// Goes one leg further, after which `then` runs.
    ///
    /// @return whether there was another leg
    boolean proceed(Timer timer, Runnable then) {
        if (!legs.hasNext()) {
            return false;
        }
        var leg = legs.next();
        // First the wait, then the news: who hears of a stage finds the timer set.
        pending = timer.after(leg.lasts(), then);
        herald.tell(() -> progress.accept(leg.stage()));
        return true;
    }

    /// Ends it like that.
    void end(JoinOutcome end) {
        pending.cancel();
        if (!herald.tell(() -> outcome.complete(end))) {
            outcome.complete(end);
        }
    }
}
