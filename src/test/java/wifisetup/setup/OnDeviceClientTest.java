package wifisetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wifisetup.join.JoinEffect;
import wifisetup.join.JoinEvent;

class OnDeviceClientTest {
    private static final Client OWN = new Client(
            new ClientId("own"), OnDeviceClient.NAME, ClientType.ON_DEVICE, "On Device Setup", true, true, true);

    private final List<SetupEvent> asked = new ArrayList<>();
    private final List<JoinEvent> told = new ArrayList<>();
    private final OnDeviceClient client = new OnDeviceClient(asked::add, told::add, () -> SetupTrial.NOW);
    private final SetupTrial trial = SetupTrial.withPanel();

    @Test
    void itRegistersWhereNobodyOfItsNameIs() {
        client.accept(trial.state());

        assertThat(asked).singleElement().isInstanceOfSatisfying(SetupEvent.Register.class, register -> {
            assertThat(register.builtIn()).isTrue();
            assertThat(register.registration().name()).contains(OnDeviceClient.NAME);
        });
        trial.when(asked.getFirst());
        client.accept(trial.state());
        assertThat(asked).hasSize(1);
    }

    @Test
    void itOpensWhenActivatedAndClosesWhenDeactivated() {
        client.accept(trial.when(SetupTrial.register(Asker.SELF, OWN), SetupTrial.activate(OWN))
                .state());
        client.accept(trial.state());
        client.accept(trial.when(new SetupEvent.Skip(Asker.PANEL, "boot")).state());

        assertThat(told).containsExactly(new JoinEvent.Opened(), new JoinEvent.Closed());
    }

    @Test
    void aSetUpThatEndsBecauseTheDeviceIsOnlineFinishesIt() {
        client.accept(trial.when(SetupTrial.register(Asker.SELF, OWN), SetupTrial.activate(OWN))
                .state());
        client.accept(trial.when(SetupTrial.network(SetupTrial.ONLINE), new SetupEvent.ClockSet())
                .state());

        assertThat(told).containsExactly(new JoinEvent.Opened(), new JoinEvent.Finished());
    }

    @Test
    void leavingOfflineBringsTheChoiceBackAndLeavingAResultDoesNot() {
        client.accept(trial.when(SetupTrial.register(Asker.SELF, OWN)).state());
        client.leave(new JoinEffect.Leave(false));
        client.leave(new JoinEffect.Leave(true));

        var remove = new SetupEvent.RemoveActive(Asker.SELF, Optional.of(OnDeviceClient.NAME));
        assertThat(asked).containsExactly(remove, new SetupEvent.UserActivated(Asker.PANEL), remove);
    }
}
