package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.Wifi;

/// Runs command lines against a radio.
record Commands(Wifi wifi, Timer timer) {
    /// What came of a command line.
    record Ran(Optional<Failure> failure, RecordedTerminal terminal) {
        JsonNode json() {
            assertThat(terminal.answers()).hasSize(1);
            return new JsonMapper().readTree(terminal.answers().getFirst());
        }
    }

    Ran run(String... arguments) {
        return run(new RecordedTerminal(), arguments);
    }

    Ran run(RecordedTerminal terminal, String... arguments) {
        return run(terminal, new Cancellation(), arguments);
    }

    Ran run(RecordedTerminal terminal, Cancellation cancellation, String... arguments) {
        var line = parse(arguments);
        Report report = line.json() ? new JsonReport(terminal) : new TextReport(terminal);
        var failure = new NetworkCommands(wifi, timer, terminal, report).run(line.command(), cancellation);
        return new Ran(failure, terminal);
    }

    /// Reads what follows `network`.
    static Parsed.Network parse(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "network";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var parsed = CommandLineOptions.parse(all);
        assertThat(parsed).isInstanceOf(Parsed.Network.class);
        return (Parsed.Network) parsed;
    }
}
