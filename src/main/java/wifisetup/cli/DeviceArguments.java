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
        description = {
            "Makes a device known to its maker's clients, and decides who manages it where it has no panel.",
            "The kiosk must not run meanwhile."
        },
        sortOptions = false,
        subcommands = {
            DeviceArguments.VendorKey.class,
            DeviceArguments.Provision.class,
            DeviceArguments.Password.class,
            DeviceArguments.Keys.class
        })
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

    @Command(name = "password", description = "Sets the password by which new managers come in; keys stay trusted.")
    static final class Password implements Arguments {
        @Option(names = "--password-stdin", description = "the password is the first line of standard input")
        private boolean stdin;

        @Override
        public DeviceCommand command() {
            return new DeviceCommand.SetPassword(stdin);
        }
    }

    @Command(
            name = "keys",
            description = "Lists the keys that the device trusts: access id, fingerprint, last use, label.",
            subcommands = Keys.Remove.class)
    static final class Keys implements Arguments {
        @Override
        public DeviceCommand command() {
            return new DeviceCommand.ListKeys();
        }

        @Command(name = "remove", description = "Trusts a key no more.")
        static final class Remove implements Arguments {
            @Parameters(paramLabel = "ID", description = "its access id, as the list shows it")
            private @Nullable String id;

            @Override
            public DeviceCommand command() {
                return new DeviceCommand.RemoveKey(Objects.requireNonNull(id));
            }
        }
    }
}
