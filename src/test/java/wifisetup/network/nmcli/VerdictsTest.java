package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.Block;
import wifisetup.network.Failure;

/// The texts are nmcli 1.42's, most of them recorded.
final class VerdictsTest {
    static Stream<Arguments> recorded() {
        return Stream.of(
                of(
                        4,
                        "Error: Connection activation failed: Secrets were required, but not provided\nHint: use 'x'",
                        new Failure.PasswordRequired()),
                of(4, "Error: Connection activation failed: No valid secrets", new Failure.PasswordRequired()),
                of(4, "Error: Connection activation failed: Invalid secrets", new Failure.WrongPassword()),
                of(
                        4,
                        "Error: Connection activation failed: The Wi-Fi network could not be found",
                        new Failure.OutOfRange()),
                of(
                        4,
                        "Error: Connection activation failed: IP configuration could not be reserved (no available"
                                + " address, timeout, etc.)",
                        new Failure.NoAddress()),
                of(
                        4,
                        "Error: Connection activation failed: The IP configuration is no longer valid",
                        new Failure.NoAddress()),
                of(4, "Error: Connection activation failed: DHCP client failed", new Failure.NoAddress()),
                of(
                        4,
                        "Error: Connection activation failed: A duplicate IP address was detected",
                        new Failure.NoAddress()),
                of(
                        4,
                        "Error: Connection activation failed: 802.1X supplicant took too long to authenticate",
                        new Failure.TimedOut()),
                of(3, "Error: Timeout expired (75 seconds)", new Failure.TimedOut()),
                of(4, "Error: Connection activation failed: The connection attempt timed out", new Failure.TimedOut()),
                of(4, "Error: Connection activation failed: The device was removed", new Failure.NoAdapter()),
                of(4, "Error: Connection activation failed: The device disappeared", new Failure.NoAdapter()),
                of(4, "Error: Connection activation failed: Device is now unmanaged", new Failure.NoAdapter()),
                of(4, "Error: device 'wlan0' not found for connection 'CafeOpen'.", new Failure.NoAdapter()),
                of(10, "Error: Device 'wlan0' not found.", new Failure.NoAdapter()),
                of(1, "Error: No Wi-Fi device found.", new Failure.NoAdapter()),
                of(
                        4,
                        "Error: Connection activation failed: Connection 'x' is not available on device wlan0 because"
                                + " device is not available",
                        new Failure.RfKill(Block.SOFTWARE)),
                of(
                        4,
                        "Error: Connection activation failed: Device disconnected by user or client",
                        new Failure.Cancelled()),
                of(4, "Error: Connection activation failed: The connection was removed", new Failure.Cancelled()),
                of(
                        4,
                        "(process:1653): nm-CRITICAL **: 07:07:11.486: assertion '<dropped>' failed\n\nError: Connection"
                                + " activation failed: The base network connection was interrupted",
                        new Failure.Cancelled()),
                of(
                        4,
                        "Error: Connection activation failed: New connection activation was enqueued",
                        new Failure.Cancelled()),
                of(
                        4,
                        "Error: Connection activation failed: The device's active connection disappeared",
                        new Failure.Cancelled()),
                of(
                        4,
                        "Error: Connection activation failed: NetworkManager went to sleep",
                        new Failure.BackendUnavailable("NetworkManager went to sleep")),
                of(
                        8,
                        "Error: NetworkManager is not running.",
                        new Failure.BackendUnavailable("NetworkManager is not running")),
                of(
                        4,
                        "Error: Connection activation failed: Not authorized to control networking.",
                        new Failure.Denied(Right.CONTROL.action())),
                of(
                        4,
                        "Error: Failed to add 'x' connection: Insufficient privileges",
                        new Failure.Denied(Right.CONTROL.action())),
                of(
                        7,
                        "Error: Connection deletion failed: Insufficient privileges\nError: not all connections deleted.",
                        new Failure.Denied(Right.CONTROL.action())),
                of(
                        1,
                        "Error: org.freedesktop.NetworkManager.wifi.scan request failed: not authorized.",
                        new Failure.Denied(Right.CONTROL.action())),
                of(10, "Error: unknown connection 'd0b0a0c0'.", new Failure.NotKnown()),
                of(1, "sudo: a password is required", new Failure.BackendUnavailable("sudo: a password is required")),
                of(127, "sh: 1: nmcli: not found", new Failure.BackendUnavailable("sh: 1: nmcli: not found")),
                of(2, "Error: invalid passwd-file", new Failure.Other("invalid passwd-file")),
                of(1, "Error: something\u001b[31m new\nHint: look", new Failure.Other("something\uFFFD[31m new")),
                of(143, "", new Failure.Other("nmcli ended with code 143")));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void eachTextIsTheFailureThatItNames(int status, String errors, Failure failure) {
        assertThat(Verdicts.of(new Answer(status, "", errors), Right.CONTROL)).isEqualTo(failure);
    }

    @Test
    void aLongComplaintIsCutShort() {
        var answer = new Answer(1, "", "x".repeat(10_000));

        assertThat(Verdicts.detail(answer)).hasSizeLessThan(250);
    }

    @Test
    void theRightThatIsMissingIsNamedByItsAction() {
        var denied = new Answer(1, "", "Error: failed to set Wi-Fi radio: Not authorized to perform this operation");

        assertThat(Verdicts.of(denied, Right.SWITCH_RADIO))
                .isEqualTo(new Failure.Denied("org.freedesktop.NetworkManager.enable-disable-wifi"));
    }

    private static Arguments of(int status, String errors, Failure failure) {
        return Arguments.of(status, errors, failure);
    }
}
