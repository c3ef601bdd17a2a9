package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.network.Ssid;

/// Each line of wifi-connect 4.11 that means something.
class HintTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("Access points: [\"HomeNet\", \"Caf\\\"e\"]", new Hint.AtWork()),
                Arguments.of("Starting access point...", new Hint.AtWork()),
                Arguments.of("Access point 'OVOS' created", new Hint.Opened()),
                Arguments.of("Access point ''' created' created", new Hint.Opened()),
                Arguments.of("Starting HTTP server on 192.168.42.1:80", new Hint.AtWork()),
                Arguments.of("User connected to the captive portal", new Hint.PhoneOnPage()),
                Arguments.of("Stopping access point 'OVOS'...", new Hint.Closed()),
                Arguments.of("Access point 'OVOS' stopped", new Hint.Closed()),
                Arguments.of("Connecting to access point 'HomeNet'...", new Hint.Joining(Ssid.of("HomeNet"))),
                Arguments.of(
                        "Connecting to access point ' Café: 5G ☕'s'...", new Hint.Joining(Ssid.of(" Café: 5G ☕'s"))),
                Arguments.of("Internet connectivity established", new Hint.Activated()),
                Arguments.of(
                        "[wifi_connect::network:WARN] Cannot establish Internet connectivity", new Hint.Activated()),
                Arguments.of(
                        "[wifi_connect::network:WARN] Connection to access point not activated 'a': b': Deactivated",
                        new Hint.NotActivated("Deactivated")),
                Arguments.of(
                        "[wifi-connect::network:WARN] Error connecting to access point 'HomeNet': D-Bus: no",
                        new Hint.Refused("D-Bus: no")),
                Arguments.of("[wifi_connect::network:WARN] No access points found - giving up...", new Hint.AtWork()),
                Arguments.of(
                        "\u001b[1;31mError: Cannot find a WiFi device\u001b[0m",
                        new Hint.Complaint("Cannot find a WiFi device")),
                Arguments.of("  caused by: no\u202Ething", new Hint.Complaint("no\uFFFDthing")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineOfTheProgramIsUnderstood(String line, Hint hint) {
        assertThat(Hint.of(line)).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WiFi device: wlan0",
                "thread 'main' panicked at 'x'",
                "say Access point 'OVOS' created",
                "Connecting to access point ''...",
                "Connecting to access point 'a name that is longer than thirty-two bytes'...",
                "Internet connectivity established!",
                "dnsmasq: started, version 2.89"
            })
    void everythingElseMeansNothing(String line) {
        assertThat(Hint.of(line)).isEqualTo(Optional.empty());
    }

    @Test
    void aLongComplaintIsCut() {
        assertThat(Hint.of("Error: " + "x".repeat(4000))).contains(new Hint.Complaint("x".repeat(Hint.LONGEST_TEXT)));
    }
}
