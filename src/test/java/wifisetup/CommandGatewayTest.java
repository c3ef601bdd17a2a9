package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Limits;
import wifisetup.platform.LogSettings;
import wifisetup.platform.TlsFiles;
import wifisetup.secret.Secret;

class CommandGatewayTest {
    @TempDir
    private Path directory;

    @Test
    void commandsAfterEachOtherAreOneGateway() throws Exception {
        try (var first = at("p.example")) {
            assertThat(first.load()).isEmpty();
            first.store("g-1");
        }
        try (var second = at("p.example")) {
            assertThat(second.load()).contains("g-1");
        }
    }

    @Test
    void aCommandBesideAnotherIsAGatewayForItsRunAlone() throws Exception {
        try (var first = at("p.example")) {
            first.store("g-1");
            try (var second = at("p.example")) {
                assertThat(second.load()).isEmpty();
                assertThat(second.configuration().gateway()).isEmpty();
                second.store("g-2");
            }
            assertThat(first.load()).contains("g-1");
            assertThat(first.configuration().gateway()).contains("configured");
            try (var third = at("p.example")) {
                assertThat(third.load())
                        .as("the second one's end released nothing")
                        .isEmpty();
            }
        }
    }

    @Test
    void eachPlatformHasItsOwn() throws Exception {
        try (var first = at("p.example");
                var second = at("q.example")) {
            first.store("g-1");
            assertThat(second.load()).isEmpty();
            second.store("g-2");
            assertThat(first.load()).contains("g-1");
        }
    }

    private CommandGateway at(String host) {
        return new CommandGateway(
                directory.resolve("state"),
                new ConnectorConfiguration(
                        "websocket",
                        true,
                        host,
                        443,
                        "user",
                        Secret.EMPTY,
                        Optional.of("configured"),
                        TlsFiles.NONE,
                        Limits.DEFAULT,
                        LogSettings.DEFAULT));
    }
}
