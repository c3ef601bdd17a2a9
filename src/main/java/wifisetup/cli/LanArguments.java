package wifisetup.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import wifisetup.cli.LanCommand.Act;
import wifisetup.cli.LanCommand.Belief;
import wifisetup.cli.LanCommand.PasswordPlaces;
import wifisetup.lan.NetworkChange.FixedAddress;
import wifisetup.lan.Target;
import wifisetup.lan.WifiSecurity;

/// `wifi-setup-kiosk discover` and `wifi-setup-kiosk manage`: what they are asked to do.
final class LanArguments {
    private LanArguments() {}

    /// A command that is done on the local network.
    sealed interface Arguments {
        /// What is to be done.
        ///
        /// @throws ParameterException if the arguments make no sense together
        LanCommand command();

        /// Whether the answer is to be JSON.
        boolean json();
    }

    @Command(
            name = "discover",
            description = "Shows the devices on the network, and what they do.",
            sortOptions = false,
            abbreviateSynopsis = true,
            footerHeading = "%nExit codes, with the reason that --json gives:%n")
    static final class Discover implements Arguments {
        @Option(names = "--json", description = "answer in JSON, one object a line: each device when it says something")
        private boolean json;

        @Option(names = "--timeout", paramLabel = "SECONDS", description = "how long (10); 0: until Ctrl-C")
        private int timeout = 10;

        @Option(names = "--uuid", paramLabel = "UUID", description = "this device alone")
        private @Nullable UUID uuid;

        @Option(
                names = "--ip",
                paramLabel = "ADDRESS",
                description = "this address alone; it is asked, so it may be on another network")
        private @Nullable String address;

        @Option(names = "--vendor-key", paramLabel = "FILE", description = "believe devices of this vendor, too (PEM)")
        private List<Path> vendors = new ArrayList<>();

        @Option(names = "--development-devices", description = "believe devices that nobody vouches for")
        private boolean development;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public LanCommand command() {
            if (timeout < 0) {
                throw wrong(spec, "--timeout: expected seconds, 0 or more");
            }
            return new LanCommand.Discover(
                    new Belief(vendors, development),
                    timeout == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(timeout)),
                    Optional.ofNullable(uuid),
                    Optional.ofNullable(address).map(text -> address(text, spec)));
        }

        @Override
        public boolean json() {
            return json;
        }
    }

    @Command(
            name = "manage",
            description = "Manages a device on the network.",
            sortOptions = false,
            abbreviateSynopsis = true,
            footerHeading = "%nExit codes, with the reason that --json gives:%n",
            subcommands = {
                Describe.class,
                Rename.class,
                Passwd.class,
                Trust.class,
                RotateKey.class,
                Network.class,
                Wifi.class
            })
    static final class Manage {
        @Parameters(index = "0", paramLabel = "UUID|ADDRESS", description = "the device")
        private String device = "";

        @Option(names = "--json", scope = ScopeType.INHERIT, description = "answer in JSON, one object a line")
        private boolean json;

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                scope = ScopeType.INHERIT,
                description = "how long to look for it (15)")
        private int timeout = 15;

        @Option(
                names = "--key",
                paramLabel = "FILE",
                scope = ScopeType.INHERIT,
                description =
                        "the client's private key, made if it is missing (~/.config/wifi-setup-kiosk/client-key.pem)")
        private @Nullable Path key;

        @Option(
                names = "--password-stdin",
                scope = ScopeType.INHERIT,
                description = "passwords are lines of standard input: the device's if it asks, then a new one")
        private boolean passwordStdin;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                scope = ScopeType.INHERIT,
                description = "the device's password is the first line there")
        private @Nullable Path passwordFile;

        @Option(
                names = "--vendor-key",
                paramLabel = "FILE",
                scope = ScopeType.INHERIT,
                description = "believe devices of this vendor, too (PEM)")
        private List<Path> vendors = new ArrayList<>();

        @Option(
                names = "--development-devices",
                scope = ScopeType.INHERIT,
                description = "believe devices that nobody vouches for")
        private boolean development;

        @Option(
                names = "--old-tls",
                scope = ScopeType.INHERIT,
                description = "allow TLS 1.0 and 1.1, which are broken, for the oldest reference devices")
        private boolean oldTls;

        @Spec
        private @Nullable CommandSpec spec;

        boolean json() {
            return json;
        }

        LanCommand command(Act act) {
            if (timeout < 1) {
                throw wrong(spec, "--timeout: expected seconds, 1 or more");
            }
            return new LanCommand.Manage(
                    new Belief(vendors, development),
                    target(),
                    Optional.ofNullable(key),
                    new PasswordPlaces(passwordStdin, Optional.ofNullable(passwordFile)),
                    Duration.ofSeconds(timeout),
                    oldTls,
                    act);
        }

        private Target target() {
            try {
                return Target.of(UUID.fromString(device));
            } catch (IllegalArgumentException _) {
                return Target.of(address(device, spec));
            }
        }
    }

    /// A command under `manage`.
    abstract static sealed class Managing implements Arguments {
        @Spec
        private @Nullable CommandSpec spec;

        abstract Act act();

        @Override
        public LanCommand command() {
            return manage().command(act());
        }

        @Override
        public boolean json() {
            return manage().json();
        }

        ParameterException wrongArgument(String message) {
            return wrong(spec, message);
        }

        private Manage manage() {
            for (var outer = spec; outer != null; outer = outer.parent()) {
                if (outer.userObject() instanceof Manage manage) {
                    return manage;
                }
            }
            throw new IllegalStateException("a command under manage");
        }
    }

    @Command(name = "info", description = "Shows what the device is and does.", sortOptions = false)
    static final class Describe extends Managing {
        @Override
        Act act() {
            return new LanCommand.Describe();
        }
    }

    @Command(name = "rename", description = "Gives the device another name.", sortOptions = false)
    static final class Rename extends Managing {
        @Parameters(paramLabel = "NAME", description = "the new name")
        private String name = "";

        @Override
        Act act() {
            return new LanCommand.Rename(name);
        }
    }

    @Command(
            name = "passwd",
            description = "Changes the device's password, and asks for both.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Passwd extends Managing {
        @Option(names = "--new-password-file", paramLabel = "FILE", description = "the new one is the first line there")
        private @Nullable Path file;

        @Option(names = "--remove-keys", description = "trust no other key any more")
        private boolean removesKeys;

        @Option(names = "--forgotten", description = "without the old one: your key will do; other keys are removed")
        private boolean forgotten;

        @Override
        Act act() {
            return new LanCommand.ChangePassword(Optional.ofNullable(file), removesKeys || forgotten, forgotten);
        }
    }

    @Command(
            name = "trust",
            description = "Shows and changes which keys the device trusts.",
            sortOptions = false,
            subcommands = {TrustList.class, TrustAdd.class, TrustRemove.class})
    static final class Trust extends Managing {
        @Override
        Act act() {
            return new LanCommand.ListTrust();
        }
    }

    @Command(name = "list", description = "Shows the trusted keys.", sortOptions = false)
    static final class TrustList extends Managing {
        @Override
        Act act() {
            return new LanCommand.ListTrust();
        }
    }

    @Command(name = "add", description = "Makes the device trust another key.", sortOptions = false)
    static final class TrustAdd extends Managing {
        @Parameters(index = "0", paramLabel = "LABEL", description = "what people call it")
        private String label = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "the public key in PEM")
        private Path file = Path.of("");

        @Override
        Act act() {
            return new LanCommand.AddTrust(label, file);
        }
    }

    @Command(name = "remove", description = "Makes the device trust a key no more.", sortOptions = false)
    static final class TrustRemove extends Managing {
        @Parameters(paramLabel = "ACCESS-ID", description = "the key, as list shows it")
        private String accessId = "";

        @Override
        Act act() {
            if (!accessId.matches("[0-9A-Fa-f]{40}")) {
                throw wrongArgument("trust remove: expected an access id of 40 hexadecimal digits");
            }
            return new LanCommand.RemoveTrust(accessId);
        }
    }

    @Command(
            name = "rotate-key",
            description = {
                "Makes the device trust another key of yours in place of this one.",
                "This one is removed after the other one has opened a session."
            },
            sortOptions = false)
    static final class RotateKey extends Managing {
        @Parameters(paramLabel = "FILE", description = "the other private key, made if it is missing")
        private Path successor = Path.of("");

        @Override
        Act act() {
            return new LanCommand.RotateKey(successor);
        }
    }

    @Command(
            name = "network",
            description = {
                "Moves the device to another network, and asks for its password.",
                "A device of ours that cannot be found there goes back by itself after a minute."
            },
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Network extends Managing {
        @Option(names = "--ssid", paramLabel = "NAME", description = "the Wi-Fi; without it the address alone changes")
        private @Nullable String ssid;

        @Option(names = "--security", paramLabel = "KIND", description = "none, wep, wpa or wpa2 (the default)")
        private WifiSecurity security = WifiSecurity.WPA2;

        @Option(names = "--hidden", description = "the Wi-Fi does not announce itself")
        private boolean hidden;

        @Option(names = "--host", description = "open that Wi-Fi, rather than to join it")
        private boolean host;

        @Option(
                names = "--wifi-password-file",
                paramLabel = "FILE",
                description = "its password is the first line there")
        private @Nullable Path file;

        @Option(
                names = "--address",
                paramLabel = "ADDRESS/PREFIX",
                description = "a fixed address, such as 10.0.0.7/24")
        private @Nullable String address;

        @Option(names = "--gateway", paramLabel = "ADDRESS", description = "with --address")
        private @Nullable String gateway;

        @Option(names = "--dns", paramLabel = "ADDRESS", split = ",", description = "with --address")
        private List<String> dns = new ArrayList<>();

        @Override
        Act act() {
            return new LanCommand.MoveTo(
                    fixed(), Optional.ofNullable(ssid), hidden, host, security, Optional.ofNullable(file));
        }

        private Optional<FixedAddress> fixed() {
            if (address == null) {
                if (gateway != null || !dns.isEmpty()) {
                    throw wrongArgument("network: --gateway and --dns go with --address");
                }
                return Optional.empty();
            }
            int slash = address.indexOf('/');
            if (slash < 0 || gateway == null || dns.isEmpty()) {
                throw wrongArgument("network: expected --address ADDRESS/PREFIX, --gateway and --dns");
            }
            try {
                return Optional.of(new FixedAddress(
                        InetAddress.ofLiteral(address.substring(0, slash)),
                        Integer.parseInt(address.substring(slash + 1)),
                        InetAddress.ofLiteral(gateway),
                        dns.stream().map(InetAddress::ofLiteral).toList()));
            } catch (IllegalArgumentException _) {
                throw wrongArgument("network: expected addresses of one kind, and a prefix that fits");
            }
        }
    }

    @Command(name = "wifi", description = "Shows the Wi-Fi networks that the device sees.", sortOptions = false)
    static final class Wifi extends Managing {
        @Override
        Act act() {
            return new LanCommand.WifiList();
        }
    }

    private static InetAddress address(String literal, @Nullable CommandSpec spec) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException _) {
            throw wrong(spec, "expected a UUID or an IP address, found " + literal);
        }
    }

    private static ParameterException wrong(@Nullable CommandSpec spec, String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
