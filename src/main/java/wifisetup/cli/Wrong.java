package wifisetup.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What is wrong with a command line beyond picocli's own checks.
final class Wrong {
    private Wrong() {}

    /// An exception that says `message` of `command`, which picocli has put where this comes from.
    static CommandLine.ParameterException because(@Nullable CommandSpec command, String message) {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        return new CommandLine.ParameterException(command.commandLine(), message);
    }
}
