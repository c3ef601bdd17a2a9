package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSetupTest {
    @AfterEach
    void restore() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    /// Below WARNING these print messages of the bus, or the text of a field: passwords.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javafx.css",
                "javafx.scene.layout",
                "javafx.input",
                "org.freedesktop.dbus.connections.transports",
                "org.java_websocket.WebSocketImpl"
            })
    void aLibraryNeverBecomesTalkative(String library) {
        LogSetup.apply(Settings.LogLevel.TRACE);

        assertThat(Logger.getLogger(library).isLoggable(Level.INFO)).isFalse();
        assertThat(Logger.getLogger(library).isLoggable(Level.WARNING)).isTrue();
    }

    @Test
    void theProgramItselfIsAsTalkativeAsWanted() {
        LogSetup.apply(Settings.LogLevel.TRACE);
        assertThat(Logger.getLogger("wifisetup.bus.BusServer").isLoggable(Level.FINER))
                .isTrue();

        LogSetup.apply(Settings.LogLevel.ERROR);
        assertThat(Logger.getLogger("wifisetup.bus.BusServer").isLoggable(Level.WARNING))
                .isFalse();
    }

    @Test
    void aMessageCannotBeginALineOfItsOwn() {
        LogSetup.apply(Settings.LogLevel.INFO);
        var forged = new LogRecord(Level.WARNING, "no answer from Home\n2026-01-01T00:00:00Z ERROR Kiosk: forged");
        forged.setLoggerName("wifisetup.network.Radio");

        assertThat(Logger.getLogger("").getHandlers())
                .singleElement()
                .satisfies(handler -> assertThat(handler.getFormatter().format(forged))
                        .endsWith("WARN Radio: no answer from Home 2026-01-01T00:00:00Z ERROR Kiosk: forged"
                                + System.lineSeparator())
                        .hasLineCount(1));
    }
}
