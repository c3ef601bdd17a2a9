package wifisetup.network.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Obstacle;
import wifisetup.network.Ssid;

class JoinReportsTest {
    private static final Ssid CAFE = Ssid.of("Café: 5G");

    static List<Failure> failures() {
        return List.of(
                new Failure.WrongPassword(),
                new Failure.PasswordRequired(),
                new Failure.OutOfRange(),
                new Failure.NoAddress(),
                new Failure.TimedOut(),
                new Failure.Unsupported(Obstacle.WEP),
                new Failure.Denied("an.action"),
                new Failure.NoAdapter(),
                new Failure.RfKill(Block.SWITCH),
                new Failure.RfKill(Block.COUNTRY),
                new Failure.NotKnown(),
                new Failure.Cancelled(),
                new Failure.BackendUnavailable("gone"),
                new Failure.Other("something"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyAMissingOrWrongPasswordIsTheTextZero(Failure failure) {
        var message = JoinReports.message(CAFE, failure);

        boolean password = failure.reason().contains("password");
        assertThat(message.type()).isEqualTo("ovos.phal.nm.connection.failure");
        assertThat(message.data().get("errorCode").stringValue()).isEqualTo(password ? "0" : "1");
        assertThat(message.data().get("reason").stringValue()).isEqualTo(failure.reason());
        assertThat(message.data().get("errorMessage").stringValue()).isNotBlank();
        assertThat(message.data().get("connection_name").stringValue()).isEqualTo("Café: 5G");
    }

    @Test
    void aSuccessNamesTheNetworkAndNothingElse() {
        var up = new Link.Up(CAFE, List.of("192.0.2.7"), Optional.empty());

        var message = JoinReports.message(CAFE, new Joined(up, Connectivity.FULL));

        assertThat(message.type()).isEqualTo("ovos.phal.nm.connection.successful");
        assertThat(message.data().toString()).isEqualTo("{\"connection_name\":\"Café: 5G\"}");
    }
}
