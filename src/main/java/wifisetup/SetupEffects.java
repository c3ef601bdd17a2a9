package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;
import wifisetup.setup.MemoryStore;
import wifisetup.setup.SetupEffect;
import wifisetup.setup.SetupEvent;

/// Does what the set-up wants done.
final class SetupEffects implements Effects<SetupEffect, SetupEvent> {
    private static final System.Logger LOG = System.getLogger(SetupEffects.class.getName());

    private final Consumer<? super SetupEffect.Announce> announcements;
    private final MemoryStore memory;
    private final Timer timer;

    SetupEffects(Consumer<? super SetupEffect.Announce> announcements, MemoryStore memory, Timer timer) {
        this.announcements = announcements;
        this.memory = memory;
        this.timer = timer;
    }

    /// What the machine is told when an effect throws.
    static SetupEvent failed(SetupEffect effect, Throwable thrown) {
        LOG.log(Level.ERROR, "not done: " + effect.getClass().getSimpleName(), thrown);
        return new SetupEvent.EffectFailed(effect.getClass().getSimpleName(), String.valueOf(thrown.getMessage()));
    }

    @Override
    public void perform(SetupEffect effect, Consumer<? super SetupEvent> reply) throws IOException {
        switch (effect) {
            case SetupEffect.Announce announce -> announce(announce);
            case SetupEffect.Remember(var remembered) -> memory.save(remembered);
            case SetupEffect.StartTimer(long number, var delay) ->
                timer.after(delay, () -> reply.accept(new SetupEvent.TimeUp(number)));
            case SetupEffect.Log(var message) -> LOG.log(Level.INFO, message);
        }
    }

    /// A failure ends here: the machine answers one with an announcement, which would fail in its turn for ever.
    private void announce(SetupEffect.Announce announce) {
        try {
            announcements.accept(announce);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "not announced", failure);
        }
    }
}
