package wifisetup.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The arguments of `wifi-setup-kiosk device`.
@Command(
        name = "device",
        description = "Makes a device known to its maker's clients, where devices are made.",
        sortOptions = false,
        subcommands = {DeviceArguments.VendorKey.class, DeviceArguments.Provision.class})
final class DeviceArguments {
    /// What has been asked for.
    sealed interface Arguments {
        DeviceCommand command();
    }

    @Command(
            name = "vendor-key",
            description = "Makes the maker's key pair: FILE, which never leaves the maker, and FILE.pub for clients.")
    static final class VendorKey implements Arguments {
        @Parameters(paramLabel = "FILE", description = "the private key's file; it must not be there yet")
        private @Nullable Path file;

        @Override
        public DeviceCommand command() {
            return new DeviceCommand.MakeVendorKey(Objects.requireNonNull(file));
        }
    }

    @Command(
            name = "provision",
            description =
                    "Signs a device's serial, number and key into its state directory (--state before \"device\").")
    static final class Provision implements Arguments {
        @Option(
                names = "--vendor-key",
                paramLabel = "FILE",
                required = true,
                description = "the maker's key; it is read and not kept")
        private @Nullable Path vendorKey;

        @Option(
                names = "--serial",
                paramLabel = "TEXT",
                description = "what the label says: 1 to 10 letters, digits and hyphens (what the machine says)")
        private @Nullable String serial;

        @Option(names = "--new-key", description = "give the device another key, too")
        private boolean newKey;

        @Override
        public DeviceCommand command() {
            return new DeviceCommand.Provision(Objects.requireNonNull(vendorKey), Optional.ofNullable(serial), newKey);
        }
    }
}
