package wifisetup.hotspot.balena;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.hotspot.HotspotState;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;

/// One run of the program, as [WifiConnectCourse] decides. It runs on the caller's thread, which waits for signs
/// in one queue.
final class Session implements Launcher.Ear {
    /// The most hints of the program that wait; a program that prints more has to wait itself.
    private static final int MOST_HINTS = 256;

    private final WifiConnectCourse course;
    private final Care care;
    private final Timer timer;
    private final Consumer<? super HotspotState> progress;
    private final BlockingQueue<Sign> heard = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_HINTS);
    private Timer.@Nullable Scheduled limit;
    private volatile boolean over;

    Session(WifiConnectCourse course, Care care, Timer timer, Consumer<? super HotspotState> progress) {
        this.course = course;
        this.care = care;
        this.timer = timer;
        this.progress = progress;
    }

    /// What a session asks for beside its program. It is done on the session's thread.
    interface Care {
        /// Saves anew the profiles that the program has deleted.
        void putBack();

        /// Looks how far the network reaches.
        Sign lookForInternet();
    }

    /// A sign from elsewhere; any thread.
    void hear(Sign sign) {
        heard.add(sign);
    }

    @Override
    public void said(String line) {
        if (over) {
            return;
        }
        Hint.of(line).ifPresent(hint -> {
            room.acquireUninterruptibly();
            heard.add(new Sign.Said(hint));
        });
    }

    @Override
    public void exited(int code) {
        heard.add(new Sign.Exited(code));
    }

    @Override
    public void lost(Failure failure) {
        heard.add(new Sign.Lost(failure));
    }

    /// Carries out the session of `run`, to its end.
    Act.End run(Launcher.Run run) throws InterruptedException {
        try {
            var step = course.begin();
            while (true) {
                for (Act act : step.effects()) {
                    if (act instanceof Act.End end) {
                        return end;
                    }
                    perform(act, run);
                }
                step = course.next(step.state(), next());
            }
        } finally {
            over = true;
            // Whoever waits for room finds it.
            room.release(MOST_HINTS);
            stopTheClock();
        }
    }

    private Sign next() throws InterruptedException {
        var sign = heard.take();
        if (sign instanceof Sign.Said) {
            room.release();
        }
        return sign;
    }

    private void perform(Act act, Launcher.Run run) {
        switch (act) {
            case Act.Tell(var state) -> progress.accept(state);
            case Act.Allow(var time, long round) -> {
                stopTheClock();
                limit = timer.after(time, () -> heard.add(new Sign.TimeUp(round)));
            }
            case Act.TakeTime _ -> stopTheClock();
            case Act.PutBack _ -> care.putBack();
            case Act.LookForInternet _ -> heard.add(care.lookForInternet());
            case Act.Interrupt _ -> run.interrupt();
            case Act.Kill _ -> run.kill();
            case Act.End _ -> throw new IllegalStateException("the end is not performed here");
        }
    }

    private void stopTheClock() {
        if (limit != null) {
            limit.cancel();
        }
    }
}
