package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.Timer;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.Obstacle;

/// Each failure ends each command with its number and its word.
class FailureCodeTest {
    private static final List<Failure> FAILURES = List.of(
            new Failure.WrongPassword(),
            new Failure.ServerNotTrusted("CN=somebody else"),
            new Failure.CertificateUnusable("/etc/ssl/key.pem: no such file"),
            new Failure.PasswordRequired(),
            new Failure.OutOfRange(),
            new Failure.NotKnown(),
            new Failure.NoAddress(),
            new Failure.TimedOut(),
            new Failure.Unsupported(Obstacle.SUITE_B),
            new Failure.Denied("org.freedesktop.NetworkManager.network-control"),
            new Failure.NoAdapter(),
            new Failure.RfKill(Block.SWITCH),
            new Failure.Cancelled(),
            new Failure.BackendUnavailable("gone"),
            new Failure.Other("odd"));

    @Test
    void allFailuresAreHere() {
        assertThat(FAILURES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Failure.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    @Test
    void noNumberMeansTwoThingsOrWhatTheKioskMeansByIt() {
        assertThat(Stream.of(FailureCode.values()).map(FailureCode::number))
                .doesNotHaveDuplicates()
                .doesNotContain(0, 2, 3, 130, 143);
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void theWordIsTheOneOfTheMessageBus(Failure failure) {
        assertThat(FailureCode.of(failure).reason()).isEqualTo(failure.reason());
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void eachCommandThatFailsSaysSo(Failure failure) {
        var commands = new Commands(new RefusingWifi(failure), new ManualTimer());
        for (String line : List.of("connect Home", "scan", "forget Home", "disconnect Home", "on", "on --country=DE")) {
            var ran = commands.run((line + " --json").split(" "));
            assertThat(ran.failure()).as(line).contains(failure);
            assertThat(ran.json().get("reason").stringValue()).isEqualTo(failure.reason());
            assertThat(ran.terminal().told()).contains(ran.json().get("message").stringValue());

            var told = commands.run(line.split(" "));
            assertThat(told.failure()).as(line).contains(failure);
            assertThat(told.terminal().answers()).isEmpty();
            assertThat(told.terminal().told()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Block.class)
    void whatKeepsTheRadioOffIsSaid(Block block) {
        var ran = new Commands(new RefusingWifi(new Failure.RfKill(block)), new ManualTimer()).run("scan");
        assertThat(ran.terminal().told()).singleElement().asString().startsWith("Wi-Fi is ");
    }

    @Test
    void whatTheServiceSaysCannotDisturbTheTerminal() {
        var ran = new Commands(new RefusingWifi(new Failure.Other("\u001B[31mred\u009B0m\nnext")), new ManualTimer())
                .run("scan", "--json");
        assertThat(ran.terminal().everything()).matches("[^\\p{Cntrl}\\p{Cf}]*(\n[^\\p{Cntrl}\\p{Cf}]*)?");
        assertThat(ran.terminal().told()).containsExactly("it failed: \uFFFD[31mred\uFFFD0m\uFFFDnext");
    }

    @Test
    void aServiceThatNeverSaysHowThingsStandIsGivenUp() {
        Timer impatient = (delay, action) -> {
            assertThat(delay).isEqualTo(Duration.ofSeconds(5));
            action.run();
            return () -> {};
        };
        var ran = new Commands(new RefusingWifi(new Failure.NoAdapter()), impatient).run("status");
        assertThat(ran.failure()).contains(new Failure.TimedOut());
    }
}
