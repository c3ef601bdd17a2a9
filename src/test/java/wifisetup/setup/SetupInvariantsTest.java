package wifisetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.NetworkStatus;

/// What holds whatever happens in whatever order.
class SetupInvariantsTest {
    private static final int EVENTS = 60;
    private static final List<Standing> STANDINGS = List.of(Standing.values());
    private static final List<Client> CLIENTS = List.of(
            SetupTrial.PHONE,
            SetupTrial.TOUCH,
            SetupTrial.client("voice", ClientType.REMOTE, true, false),
            new Client(new ClientId("own"), "touch", ClientType.ON_DEVICE, "Own", true, true, true));
    private static final List<NetworkStatus> STATUSES = List.of(
            NetworkStatus.UNKNOWN,
            SetupTrial.OFFLINE,
            SetupTrial.OFFLINE_BUT_SAVED,
            SetupTrial.WIRED,
            SetupTrial.ONLINE);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atMostOneRegisteredClientIsAtWorkAndAPassiveRegistryIsSilent(int seed) {
        var random = new Random(seed);
        var trial = SetupTrial.with(random.nextBoolean(), random.nextBoolean(), Memory.NEW_DEVICE);
        Optional<ClientId> told = Optional.empty();
        for (int i = 0; i < EVENTS; i++) {
            var before = trial.state();
            var event = event(random, trial);
            trial.when(event);
            var after = trial.state();
            var where = "seed " + seed + ", event " + i + ": " + event;

            if (after.standing() != Standing.SERVING) {
                assertThat(trial.said()).as(where).isEmpty();
            }
            if (after.phase() instanceof Phase.Working(var id)) {
                assertThat(after.client(id)).as(where).isPresent();
            }
            assertThat(after.clients().stream().map(Client::name)).as(where).doesNotHaveDuplicates();
            assertThat(after.timers()).as(where).isGreaterThanOrEqualTo(before.timers());
            if (after.phase() instanceof Phase.Grace(long timer)) {
                assertThat(timer).as(where).isBetween(1L, after.timers());
                assertThat(after.network().isLinked()).as(where).isFalse();
            }

            // What was said while the registry was silent was heard by nobody: begin from what holds.
            told = before.standing() == Standing.SERVING
                    ? told
                    : before.active().map(Client::id);
            for (Announcement said : trial.said()) {
                if (said instanceof Announcement.Activate(var id)) {
                    assertThat(told).as(where).isEmpty();
                    told = Optional.of(id);
                } else if (said instanceof Announcement.Deactivate(var id)) {
                    assertThat(told).as(where).contains(id);
                    told = Optional.empty();
                }
            }
            if (before.standing() == Standing.SERVING && after.standing() == Standing.SERVING) {
                assertThat(told).as(where).isEqualTo(after.active().map(Client::id));
            }
        }
    }

    private static SetupEvent event(Random random, SetupTrial trial) {
        var asker = List.of(SetupTrial.STRANGER, Asker.PANEL, Asker.SELF).get(random.nextInt(3));
        var client = CLIENTS.get(random.nextInt(CLIENTS.size()));
        var other = CLIENTS.get(random.nextInt(CLIENTS.size()));
        var name = random.nextBoolean() ? Optional.of(client.name()) : Optional.<String>empty();
        var id = random.nextBoolean() ? Optional.of(other.id()) : Optional.<ClientId>empty();
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> SetupTrial.register(client.builtIn() ? Asker.SELF : asker, client);
            case 3 -> new SetupEvent.Deregister(asker, id, name);
            case 4, 5 -> new SetupEvent.SetActive(asker, client.name(), client.id());
            case 6 -> new SetupEvent.SetActive(asker, client.name(), other.id());
            case 7 -> new SetupEvent.Select(asker, client.name(), client.id());
            case 8 -> new SetupEvent.RemoveActive(asker, name);
            case 9 -> new SetupEvent.ClientFailed(asker, name, "gave up");
            case 10 -> new SetupEvent.SelectionDismissed(asker);
            case 11 -> new SetupEvent.Skip(asker, "boot-" + random.nextInt(2));
            case 12 -> random.nextInt(4) == 0 ? new SetupEvent.NeverConnect(asker) : SetupTrial.started();
            case 13 -> new SetupEvent.UserActivated(asker);
            case 14, 15 -> SetupTrial.network(STATUSES.get(random.nextInt(STATUSES.size())));
            case 16 -> random.nextBoolean() ? new SetupEvent.ClockSet() : new SetupEvent.InternetReported();
            case 17 -> new SetupEvent.TimeUp(Math.max(0, trial.state().timers() - random.nextInt(2)));
            case 18 -> SetupTrial.standing(STANDINGS.get(random.nextInt(STANDINGS.size())));
            default -> new SetupEvent.EffectFailed("Announce", "the bus is away");
        };
    }
}
