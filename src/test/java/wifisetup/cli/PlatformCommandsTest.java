package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.GatewayMemory;
import wifisetup.platform.simulated.News;
import wifisetup.platform.simulated.SimulatedPlatform;
import wifisetup.secret.Secret;

class PlatformCommandsTest {
    private static final int LIMIT_SECONDS = 20;
    private static final Path FILE = Path.of("connector.conf");
    private static final Secret PASSWORD = new Secret("of the test");
    private static final DeviceDescription LAMP = new DeviceDescription("lamp-1", "light", "lamp-1");

    private final Heard heard = new Heard();
    private final List<News> news = new CopyOnWriteArrayList<>();
    private final Memory memory = new Memory();
    private final SimulatedPlatform platform;

    PlatformCommandsTest() throws IOException {
        platform = SimulatedPlatform.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(), "alice", PASSWORD);
    }

    @BeforeEach
    void listen() {
        platform.observe(news::add);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void statusSaysAsWhomThePlatformKnowsUs() throws Exception {
        assertThat(run(new PlatformCommand.Status(FILE), PASSWORD, false)).isEmpty();

        assertThat(heard.answers.poll()).isEqualTo("connected as gateway " + memory.gateway.orElseThrow());
    }

    @Test
    void wrongCredentialsHaveTheirOwnExitCode() throws Exception {
        var failure = run(new PlatformCommand.Status(FILE), new Secret("guess"), true);

        assertThat(failure).contains(PlatformFailure.WRONG_CREDENTIALS);
        assertThat(heard.answers.poll())
                .isEqualTo("{\"message\":\"status 401 to our credentials\",\"reason\":\"wrong_credentials\"}");
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        platform.close();

        assertThat(run(new PlatformCommand.Status(FILE), PASSWORD, false)).contains(PlatformFailure.UNREACHABLE);
        assertThat(heard.told.poll()).startsWith("wifi-setup-kiosk: nobody answers at that address (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"on\":true}", "21.5", "Grüße"})
    void anEventIsSentAndNothingIsLeftOfItsDevice(String data) throws Exception {
        assertThat(run(new PlatformCommand.SendEvent(FILE, LAMP, "power", data), PASSWORD, true))
                .isEmpty();

        assertThat(heard.answers.poll()).isEqualTo("{\"status\":200}");
        var event =
                news.stream().filter(News.Event.class::isInstance).findFirst().orElseThrow();
        assertThat(((News.Event) event).device()).isEqualTo("lamp-1");
        assertThat(((News.Event) event).data().toString().replace("\"Grüße\"", "Grüße"))
                .isEqualTo(data);
        assertThat(platform.devices()).isEmpty();
        assertThat(platform.disconnectedDevices()).isEmpty();
        assertThat(news).noneMatch(News.Refused.class::isInstance);
    }

    @Test
    void watchingShowsCommandsAndAnswersThemUntilItIsInterrupted() throws Exception {
        var answered = new LinkedBlockingQueue<News>();
        platform.observe(each -> {
            if (each instanceof News.Response) {
                answered.add(each);
            }
        });
        var watching = new Thread(() -> {
            try {
                var _ = run(new PlatformCommand.Watch(FILE, LAMP), PASSWORD, true);
            } catch (InterruptedException ended) {
                heard.told.add("ended");
            } catch (Exception unexpected) {
                heard.told.add(unexpected.toString());
            }
        });
        watching.start();
        assertThat(next(heard.answers)).contains("\"state\":\"connected\"");

        var _ = platform.command("lamp-1", "switch", JsonNodeFactory.instance.stringNode("an\u001b"));

        assertThat(next(heard.answers)).isEqualTo("{\"command\":\"switch\",\"data\":\"an\\u001B\"}");
        assertThat(((News.Response) next(answered)).data().stringValue()).isEqualTo("seen");
        watching.interrupt();
        watching.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(heard.told).contains("ended");
    }

    @Test
    void theArgumentsAreRead() {
        assertThat(parse("platform", "send-event", "lamp-1", "power", "on", "--type", "light", "--connector", "c.conf"))
                .isEqualTo(new PlatformCommand.SendEvent(Path.of("c.conf"), LAMP, "power", "on"));
        assertThat(parse("platform", "simulate", "--port", "0", "--user", "bob"))
                .isEqualTo(new PlatformCommand.Simulate(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "bob", false));
        assertThat(((Parsed.Platform) CommandLineOptions.parse("platform", "status", "--json")).json())
                .isTrue();
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        assertThat(CommandLineOptions.parse("platform")).isInstanceOf(Parsed.Wrong.class);
        assertThat(CommandLineOptions.parse("platform", "simulate", "--port", "70000"))
                .isInstanceOf(Parsed.Wrong.class);
        assertThat(CommandLineOptions.parse("platform", "watch", " ")).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void theHelpNamesTheExitCodes() {
        var help = (Parsed.Show) CommandLineOptions.parse("platform", "--help");

        assertThat(help.text()).contains("11   not_trusted: the platform's certificate is not trusted");
    }

    private Optional<PlatformFailure> run(PlatformCommand.ToPlatform command, Secret password, boolean json)
            throws Exception {
        var configuration = ConnectorConfiguration.at(
                "websocket", "127.0.0.1", platform.uri().getPort(), "alice", password);
        return new PlatformCommands(configuration, memory, new PlatformReport(heard, json)).run(command);
    }

    private static PlatformCommand parse(String... arguments) {
        return ((Parsed.Platform) CommandLineOptions.parse(arguments)).command();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + LIMIT_SECONDS + " s");
        }
        return next;
    }

    private static final class Memory implements GatewayMemory {
        private Optional<String> gateway = Optional.empty();

        @Override
        public Optional<String> load() {
            return gateway;
        }

        @Override
        public void store(String next) {
            gateway = Optional.of(next);
        }
    }

    private static final class Heard implements Terminal {
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public boolean answer(String line) {
            return answers.add(line);
        }

        @Override
        public void tell(String line) {
            told.add(line);
        }

        @Override
        public Optional<Secret> ask(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> readSecret() {
            return Optional.empty();
        }
    }
}
