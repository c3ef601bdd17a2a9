package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wifisetup.setup.Announcement;
import wifisetup.setup.Asker;
import wifisetup.setup.Memory;
import wifisetup.setup.MemoryStore;
import wifisetup.setup.SetupEffect;
import wifisetup.setup.SetupEvent;

class SetupEffectsTest {
    private final MemoryStore nothing = new MemoryStore() {
        @Override
        public Memory load() {
            return Memory.NEW_DEVICE;
        }

        @Override
        public void save(Memory memory) {}
    };

    @Test
    void anAnnouncementThatFailsIsNotAnsweredByAnother() throws Exception {
        var replies = new ArrayList<SetupEvent>();
        var effects = new SetupEffects(
                _ -> {
                    throw new IllegalStateException("no bus");
                },
                nothing,
                (_, _) -> () -> {});

        effects.perform(new SetupEffect.Announce(Asker.SELF, List.of(new Announcement.Alive())), replies::add);

        assertThat(replies).isEmpty();
    }
}
