package wifisetup.cli;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wifisetup.network.Ssid;

/// The network that a command is about.
final class NameArguments {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "the network's name, as it is shown; a saved network's own title does, too")
    private @Nullable String name;

    @Option(
            names = "--hex",
            paramLabel = "DIGITS",
            description = "in place of NAME, its bytes in hex digits: the ssid_hex of --json")
    private @Nullable String hex;

    /// The name, if one was given.
    Optional<NetworkName> optional() {
        if (name != null && hex != null) {
            throw wrong("NAME or --hex, not both");
        }
        if (hex != null) {
            return Optional.of(exact(hex));
        }
        return Optional.ofNullable(name).map(this::shown);
    }

    /// The name.
    NetworkName required() {
        return optional().orElseThrow(() -> wrong("a network's NAME is missing"));
    }

    private NetworkName shown(String text) {
        if (text.isEmpty()) {
            throw wrong("a network's NAME is empty");
        }
        return new NetworkName.Shown(text);
    }

    private NetworkName exact(String digits) {
        try {
            return new NetworkName.Exact(Ssid.of(HexFormat.of().parseHex(digits)));
        } catch (IllegalArgumentException bad) {
            throw wrong("--hex: expected 2 to 64 hex digits, an even number");
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return Wrong.because(command, message);
    }
}
