package wifisetup.device;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Does what a device that can be managed wants done.
public final class DeviceEffects implements Effects<DeviceEffect, DeviceEvent> {
    private static final System.Logger LOG = System.getLogger(DeviceEffects.class.getName());

    /// How many passwords of strangers are hashed at once: each takes a processor for a good part of a
    /// second, and the screen wants one, too.
    private static final int HASHES = 1;

    private final FrontDesk desk;
    private final DeviceStore store;
    private final Passwords passwords;
    private final Wifi wifi;
    private final TrialRun trials;
    private final Timer timer;
    private final InstantSource clock;
    private final Semaphore forStrangers = new Semaphore(HASHES, true);
    private final Semaphore forManagers = new Semaphore(HASHES, true);

    /// @param desk where answers go
    /// @param trials who tries networks
    public DeviceEffects(
            FrontDesk desk,
            DeviceStore store,
            Passwords passwords,
            Wifi wifi,
            TrialRun trials,
            Timer timer,
            InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.passwords = passwords;
        this.wifi = wifi;
        this.trials = trials;
        this.timer = timer;
        this.clock = clock;
    }

    /// What the machine is told when an effect throws.
    public static DeviceEvent failed(DeviceEffect effect, Throwable thrown) {
        if (!(thrown instanceof InterruptedException)) {
            LOG.log(Level.ERROR, "not done: " + effect.getClass().getSimpleName(), thrown);
        }
        return new DeviceEvent.EffectFailed(effect);
    }

    @Override
    public void perform(DeviceEffect effect, Consumer<? super DeviceEvent> reply) throws InterruptedException {
        switch (effect) {
            case DeviceEffect.Reply(long question, var answer) -> desk.answer(question, answer);
            case DeviceEffect.Keep keep -> keep(keep, reply);
            case DeviceEffect.Compare compare -> {
                // The person at the panel, and who is let in already, must not wait behind those who are not.
                var hashing = switch (compare.claim()) {
                    case DeviceEffect.Claim.Trust _ -> forStrangers;
                    case DeviceEffect.Claim.NewPassword _ -> forManagers;
                };
                hashing.acquire();
                try {
                    boolean right = passwords.matches(compare.password(), compare.hash());
                    reply.accept(new DeviceEvent.Compared(compare, right, clock.instant()));
                } finally {
                    hashing.release();
                }
            }
            case DeviceEffect.Hash hash -> {
                forManagers.acquire();
                try {
                    reply.accept(new DeviceEvent.Hashed(hash, passwords.hash(hash.password())));
                } finally {
                    forManagers.release();
                }
            }
            case DeviceEffect.AskFor(long number, var time) -> {
                timer.after(time, () -> reply.accept(new DeviceEvent.ConsentTimedOut(number)));
                if (!desk.isAwaited(number)) {
                    // The asker left while the password was compared.
                    reply.accept(new DeviceEvent.AskerGone(number));
                }
            }
            case DeviceEffect.AgeAttempts(var time) ->
                timer.after(time, () -> reply.accept(new DeviceEvent.AttemptsAged(clock.instant())));
            case DeviceEffect.Scan(long question) -> scan(question, reply);
            case DeviceEffect.Try attempt -> {
                if (trials.begin(attempt, reply)) {
                    desk.answer(attempt.question(), new Answer.Done());
                } else {
                    reply.accept(new DeviceEvent.TrialRefused(attempt.trial(), attempt.question()));
                }
            }
            case DeviceEffect.Stay(long trial) -> reply.accept(new DeviceEvent.TrialStayed(trial, trials.stay(trial)));
            case DeviceEffect.GoBack(long trial) -> trials.goBack(trial);
            case DeviceEffect.BlinkFor(long blink, var time) ->
                timer.after(time, () -> reply.accept(new DeviceEvent.BlinkTimedOut(blink)));
        }
    }

    private void keep(DeviceEffect.Keep keep, Consumer<? super DeviceEvent> reply) {
        try {
            store.save(keep.next());
            reply.accept(new DeviceEvent.Kept(keep));
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "who may manage the device cannot be saved: it stays as it was", unwritable);
            reply.accept(new DeviceEvent.NotKept(keep));
        }
    }

    private void scan(long question, Consumer<? super DeviceEvent> reply) throws InterruptedException {
        try {
            reply.accept(new DeviceEvent.Scanned(question, Optional.of(wifi.scan(List.of()))));
        } catch (WifiException failed) {
            LOG.log(Level.WARNING, "a manager asked for the networks in reach: {0}", failed.getMessage());
            reply.accept(new DeviceEvent.Scanned(question, Optional.empty()));
        }
    }
}
