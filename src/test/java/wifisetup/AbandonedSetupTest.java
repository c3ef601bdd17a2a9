package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wifisetup.network.NetworkStatus;
import wifisetup.setup.Asker;
import wifisetup.setup.ClientId;
import wifisetup.setup.ClientType;
import wifisetup.setup.Memory;
import wifisetup.setup.Phase;
import wifisetup.setup.Registration;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupMachine;
import wifisetup.setup.SetupRules;
import wifisetup.setup.SetupState;

class AbandonedSetupTest {
    @Test
    void theWatchdogTakesOverFromAClientThatDeregistersAtWork() {
        var machine = new SetupMachine(new SetupRules(true, true, Duration.ofSeconds(45), Duration.ofSeconds(3)));
        var id = new ClientId("0123");
        var asker = new Asker() {};
        var state = SetupState.initial(Memory.NEW_DEVICE);
        for (var event : List.of(
                new SetupEvent.Register(
                        asker,
                        Registration.of("phone", ClientType.REMOTE, "Phone", true, false),
                        id,
                        false,
                        Instant.EPOCH),
                new SetupEvent.SetActive(asker, "phone", id),
                new SetupEvent.Deregister(asker, Optional.of(id), Optional.empty()))) {
            state = machine.next(state, event).state();
        }

        assertThat(state.network()).isEqualTo(NetworkStatus.UNKNOWN);
        assertThat(state.phase()).isInstanceOf(Phase.Grace.class);
    }
}
