package wifisetup.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import wifisetup.platform.DeviceDescription;

/// `wifi-setup-kiosk platform`: what it is asked to do.
@Command(
        name = "platform",
        description = "Tries the connection to an IoT platform, or is one to try it with.",
        sortOptions = false,
        abbreviateSynopsis = true,
        footerHeading = "%nExit codes, with the reason that --json gives:%n",
        subcommands = {
            PlatformArguments.Status.class,
            PlatformArguments.SendEvent.class,
            PlatformArguments.Watch.class,
            PlatformArguments.Simulate.class
        })
final class PlatformArguments {
    @Option(names = "--json", scope = ScopeType.INHERIT, description = "answer in JSON, one object a line")
    private boolean json;

    /// Whether the answer is to be JSON.
    boolean json() {
        return json;
    }

    /// A command under `platform`.
    sealed interface Arguments {
        /// What is to be done.
        ///
        /// @throws picocli.CommandLine.ParameterException if the arguments make no sense
        PlatformCommand command();
    }

    /// Which platform.
    static final class Connector {
        @Option(
                names = "--connector",
                paramLabel = "FILE",
                defaultValue = "/etc/wifi-setup-kiosk/connector.conf",
                description =
                        "the connector's configuration (${DEFAULT-VALUE}); a blank one is written if there is none")
        private Path file = Path.of("");

        Path file() {
            return file;
        }
    }

    /// Which device.
    static final class DeviceArguments {
        @Spec(Spec.Target.MIXEE)
        private @Nullable CommandSpec command;

        @Parameters(paramLabel = "DEVICE", description = "a device id; it is registered while the command lasts")
        private String id = "";

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                defaultValue = "wifi-setup-kiosk",
                description = "its type, which the platform must know (${DEFAULT-VALUE})")
        private String type = "";

        @Option(names = "--name", paramLabel = "NAME", description = "its name (the id)")
        private @Nullable String name;

        DeviceDescription device() {
            try {
                return new DeviceDescription(id, type, name == null ? id : name);
            } catch (IllegalArgumentException unfit) {
                throw Wrong.because(command, String.valueOf(unfit.getMessage()));
            }
        }
    }

    @Command(
            name = "status",
            description = "Connects, says how that went, and leaves.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Status implements Arguments {
        @Mixin
        private final Connector connector = new Connector();

        @Override
        public PlatformCommand command() {
            return new PlatformCommand.Status(connector.file());
        }
    }

    @Command(
            name = "send-event",
            description = "Pushes one event of a device that exists while the command lasts.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class SendEvent implements Arguments {
        @Mixin
        private final DeviceArguments device = new DeviceArguments();

        @Parameters(paramLabel = "SERVICE", description = "the device's service")
        private String service = "";

        @Parameters(paramLabel = "DATA", description = "a JSON value; what is none is sent as text")
        private String data = "";

        @Mixin
        private final Connector connector = new Connector();

        @Override
        public PlatformCommand command() {
            return new PlatformCommand.SendEvent(connector.file(), device.device(), service, data);
        }
    }

    @Command(
            name = "watch",
            description =
                    "Shows the connection, and the commands for a device, until Ctrl-C. Each command is answered.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Watch implements Arguments {
        @Mixin
        private final DeviceArguments device = new DeviceArguments();

        @Mixin
        private final Connector connector = new Connector();

        @Override
        public PlatformCommand command() {
            return new PlatformCommand.Watch(connector.file(), device.device());
        }
    }

    @Command(
            name = "simulate",
            description = {
                "Is a strict platform over WebSocket until Ctrl-C, and shows what gateways do and what it refuses.",
                "Lines of standard input: \"command DEVICE SERVICE [DATA]\" sends a command, \"drop\" drops all links."
            },
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Simulate implements Arguments {
        private static final int HIGHEST_PORT = 65_535;

        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--address",
                paramLabel = "ADDRESS",
                defaultValue = "127.0.0.1",
                description = "where it listens (${DEFAULT-VALUE})")
        private String address = "";

        @Option(
                names = "--port",
                paramLabel = "PORT",
                defaultValue = "8093",
                description = "its TCP port (${DEFAULT-VALUE}); 0 for any free one")
        private int port;

        @Option(
                names = "--user",
                paramLabel = "USER",
                defaultValue = "demo",
                description = "who may log in (${DEFAULT-VALUE})")
        private String user = "";

        @Option(
                names = "--password-stdin",
                description = "the password is the first line of standard input; else it is \"password\"")
        private boolean passwordOnInput;

        @Override
        public PlatformCommand command() {
            if (port < 0 || port > HIGHEST_PORT) {
                throw Wrong.because(spec, "--port: expected 0 to " + HIGHEST_PORT + ", found " + port);
            }
            return new PlatformCommand.Simulate(new InetSocketAddress(address, port), user, passwordOnInput);
        }
    }
}
