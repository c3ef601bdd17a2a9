package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Band;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.simulated.AccessPoint;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// Names that somebody made up to confuse: through every command, in both formats.
class HostileNamesTest {
    private static final List<Ssid> NAMES = List.of(
            Ssid.of("a:b:c"),
            Ssid.of("back\\slash\\:"),
            Ssid.of("it's \"quoted\""),
            Ssid.of("🌻👩‍👩‍👧 ☕"),
            Ssid.of("  blanks at the ends  "),
            Ssid.of(" "),
            Ssid.of("--json"),
            Ssid.of("two\nlines\r\n"),
            Ssid.of("\u001B[31mred\u001B[0m"),
            Ssid.of("\u009B31mC1\u007F"),
            Ssid.of("\u202Egnp.moc\u202C\u200F"),
            Ssid.of("null\u0000inside"),
            Ssid.of("%s%n$HOME`id`"),
            Ssid.of("\u2028\uFEFF\u200B"),
            Ssid.of("{\"ssid\":\"x\"}"),
            Ssid.of("Bücherei".getBytes(StandardCharsets.ISO_8859_1)),
            Ssid.of(HexFormat.of().parseHex("ff".repeat(16) + "c0".repeat(16))),
            // The first half of a letter at the end.
            Ssid.of(HexFormat.of().parseHex("c3a9c3")));

    private final SystemTimer timer = new SystemTimer();
    private final SimulatedWifi wifi = new SimulatedWifi(new Radio(
            new Air(
                    NAMES.stream()
                            .map(name -> AccessPoint.of(name, Security.OPEN, "", -60, Band.GHZ_5))
                            .toList(),
                    0),
            timer,
            Pace.INSTANT));
    private final Commands commands = new Commands(wifi, timer);

    @AfterEach
    void close() {
        wifi.close();
        timer.close();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aNameIsListedOnALineOfItsOwnThatItCannotLeave(Ssid name) {
        for (String command : List.of("scan", "list")) {
            var lines = commands.run(command).terminal().answers();
            assertThat(lines).hasSize(1 + NAMES.size()).allMatch(HostileNamesTest::isHarmless);
            assertThat(lines).anyMatch(line -> line.endsWith(shown(name)));
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void inJsonItsBytesAreKept(Ssid name) {
        for (String command : List.of("scan", "list")) {
            var ran = commands.run(command, "--json");
            assertThat(ran.terminal().answer()).matches("[ -~]+");
            assertThat(ran.json().get("networks").valueStream())
                    .anyMatch(row -> row.get("ssid_hex").stringValue().equals(name.hex())
                            && row.get("ssid").stringValue().equals(name.utf8().orElse(name.display())));
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void itIsJoinedAndForgottenByWhatIsShown(Ssid name) {
        throughAllCommands(name, List.of("--", name.display()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void itIsJoinedAndForgottenByItsBytes(Ssid name) {
        throughAllCommands(name, List.of("--hex", name.hex()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void itIsJoinedAndForgottenByWhatJsonHolds(Ssid name) {
        var listed = commands.run("list", "--json")
                .json()
                .get("networks")
                .valueStream()
                .filter(row -> row.get("ssid_hex").stringValue().equals(name.hex()))
                .findFirst()
                .orElseThrow();
        throughAllCommands(name, List.of("--", listed.get("ssid").stringValue()));
    }

    private void throughAllCommands(Ssid name, List<String> by) {
        for (boolean json : new boolean[] {false, true}) {
            for (String command : List.of("connect", "status", "saved", "disconnect", "connect", "forget")) {
                var target = command.equals("status") || command.equals("saved") ? List.<String>of() : by;
                var format = json ? Stream.of("--json") : Stream.<String>of();
                var ran = commands.run(Stream.of(Stream.of(command), format, target.stream())
                        .flatMap(part -> part)
                        .toArray(String[]::new));
                assertThat(ran.failure()).as(command).isEqualTo(Optional.empty());
                assertThat(ran.terminal().answers()).allMatch(HostileNamesTest::isHarmless);
                assertThat(ran.terminal().told()).allMatch(HostileNamesTest::isHarmless);
                assertThat(ran.terminal().answer()).contains(json ? name.hex() : shown(name));
            }
        }
    }

    /// A name whose ends cannot be seen stands between quotes.
    private static String shown(Ssid name) {
        String display = name.display();
        return display.startsWith(" ") ? "\"" + display + "\"" : display;
    }

    /// Whether nothing in a line moves, colours or hides anything; emoji may be joined.
    private static boolean isHarmless(String line) {
        return line.replace("\u200D", "").matches("[^\\p{Cntrl}\\x{80}-\\x{9f}\\p{Cf}\\p{Zl}\\p{Zp}]*");
    }
}
