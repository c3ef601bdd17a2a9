package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Failure;

/// Each exit code of wifi-connect 4.11.
class VerdictsTest {
    private static final Adapter READY = new Adapter.Ready("wlan0", "02:00:00:00:00:00");

    @ParameterizedTest
    @CsvSource({
        "1, it failed",
        "2, it was started wrongly",
        "3, dnsmasq could not be started",
        "4, its parts lost touch with each other",
        "5, its parts lost touch with each other",
        "6, its parts lost touch with each other",
        "7, its parts lost touch with each other",
        "8, its parts lost touch with each other",
        "9, its parts lost touch with each other",
        "11, the interface is not one of Wi-Fi",
        "13, the list of networks could not be read",
        "14, the access point could not be opened",
        "15, the access point could not be closed",
        "16, the access point's profile could not be deleted",
        "17, the page could not be served",
        "21, signals could not be set up",
        "22, signals could not be set up",
        "24, NetworkManager does not manage the interface",
        "42, it failed",
        "101, it crashed",
        "137, signal 9 ended it",
        "243, systemd could not read its settings"
    })
    void aCodeIsSaidInWords(int code, String meaning) {
        assertThat(Verdicts.of(code, "", READY))
                .isEqualTo(new Failure.Other("wifi-connect: " + meaning + " (exit code " + code + ")"));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(10, READY, new Failure.NoAdapter()),
                Arguments.of(12, READY, new Failure.NoAdapter()),
                Arguments.of(
                        18,
                        READY,
                        new Failure.BackendUnavailable(
                                "wifi-connect: NetworkManager could not be started (exit code 18)")),
                Arguments.of(
                        19,
                        READY,
                        new Failure.BackendUnavailable(
                                "wifi-connect: NetworkManager could not be started (exit code 19)")),
                Arguments.of(23, READY, new Failure.Denied("root")),
                Arguments.of(
                        126, READY, new Failure.BackendUnavailable("wifi-connect: it cannot be run (exit code 126)")),
                Arguments.of(
                        127, READY, new Failure.BackendUnavailable("wifi-connect: it is not there (exit code 127)")),
                Arguments.of(14, new Adapter.Blocked(Block.SWITCH), new Failure.RfKill(Block.SWITCH)),
                Arguments.of(13, new Adapter.Missing(), new Failure.NoAdapter()),
                Arguments.of(12, new Adapter.Unavailable("no service"), new Failure.BackendUnavailable("no service")),
                Arguments.of(
                        3,
                        new Adapter.Missing(),
                        new Failure.Other("wifi-connect: dnsmasq could not be started (exit code 3)")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCodeThatAPersonCanDoSomethingAboutHasItsKind(int code, Adapter adapter, Failure failure) {
        assertThat(Verdicts.of(code, "", adapter)).isEqualTo(failure);
    }

    @Test
    void theProgramsOwnWordsFollow() {
        assertThat(Verdicts.of(14, "Creating the captive portal failed", READY))
                .isEqualTo(new Failure.Other("wifi-connect: the access point could not be opened (exit code 14):"
                        + " Creating the captive portal failed"));
    }
}
