package wifisetup.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import wifisetup.network.Country;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.named.SettingsChange;

/// `wifi-setup-kiosk network`: what it is asked to do.
@Command(
        name = "network",
        description = "Shows, joins and forgets networks from a terminal or a script.",
        sortOptions = false,
        abbreviateSynopsis = true,
        footerHeading = "%nExit codes, with the reason that --json gives:%n",
        subcommands = {
            NetworkArguments.Scan.class,
            NetworkArguments.ListKnown.class,
            NetworkArguments.Saved.class,
            NetworkArguments.Connect.class,
            NetworkArguments.Disconnect.class,
            NetworkArguments.Forget.class,
            NetworkArguments.Change.class,
            NetworkArguments.TurnOn.class,
            NetworkArguments.Status.class
        })
final class NetworkArguments {
    @Option(names = "--json", scope = ScopeType.INHERIT, description = "answer in JSON, one object a line")
    private boolean json;

    /// Whether the answer is to be JSON.
    boolean json() {
        return json;
    }

    /// A command under `network`.
    sealed interface Arguments {
        /// What is to be done.
        ///
        /// @throws picocli.CommandLine.ParameterException if the arguments make no sense together
        NetworkCommand command();
    }

    @Command(
            name = "scan",
            description = "Scans, then shows what is in the air.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Scan implements Arguments {
        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--probe",
                paramLabel = "NAME",
                description = "ask for a network, too, that keeps its name to itself")
        private List<String> hidden = List.of();

        @Override
        public NetworkCommand command() {
            hidden.stream().filter(name -> !Ssid.fits(name)).findFirst().ifPresent(name -> {
                throw Wrong.because(spec, "--probe: expected a name of 1 to 32 bytes");
            });
            return new NetworkCommand.Scan(hidden.stream().map(Ssid::of).toList());
        }
    }

    @Command(
            name = "list",
            description = "Shows what is known to be in the air, at once.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class ListKnown implements Arguments {
        @Override
        public NetworkCommand command() {
            return new NetworkCommand.ListKnown();
        }
    }

    @Command(
            name = "saved",
            description = "Shows the networks that the device remembers, in the order in which it tries them.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Saved implements Arguments {
        @Override
        public NetworkCommand command() {
            return new NetworkCommand.ListSaved();
        }
    }

    @Command(
            name = "connect",
            description = {
                "Joins a network and keeps it. If that fails, nothing of it is left.",
                "The password is what is saved, or comes from a prompt or from standard input; never from an option,"
                        + " which others could read in the list of processes."
            },
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Connect implements Arguments {
        @Mixin
        private final NameArguments name = new NameArguments();

        @Option(names = "--password-stdin", description = "the password is the first line of standard input")
        private boolean passwordOnInput;

        @Option(names = "--hidden", description = "the network keeps its name to itself")
        private boolean hidden;

        @Option(
                names = "--security",
                paramLabel = "KIND",
                description =
                        "which, if networks of one name differ: open, owe, wep, wpa2, wpa2-wpa3, wpa3, enterprise")
        private @Nullable Security security;

        @Mixin
        private final AccountArguments account = new AccountArguments();

        @Mixin
        private final SettingsArguments settings = new SettingsArguments();

        @Override
        public NetworkCommand command() {
            return new NetworkCommand.Connect(
                    name.required(),
                    Optional.ofNullable(security),
                    hidden,
                    account.wish(),
                    settings.changes(),
                    passwordOnInput);
        }
    }

    @Command(
            name = "disconnect",
            description = "Leaves a network, the present one if none is named. It stays saved.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Disconnect implements Arguments {
        @Mixin
        private final NameArguments name = new NameArguments();

        @Override
        public NetworkCommand command() {
            return new NetworkCommand.Disconnect(name.optional());
        }
    }

    @Command(
            name = "forget",
            description = "Deletes all that is saved of a network.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Forget implements Arguments {
        @Mixin
        private final NameArguments name = new NameArguments();

        @Override
        public NetworkCommand command() {
            return new NetworkCommand.Forget(name.required());
        }
    }

    @Command(
            name = "set",
            description = "Changes what is saved of a network; a connection takes that up at once.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Change implements Arguments {
        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private final NameArguments name = new NameArguments();

        @Mixin
        private final SettingsArguments settings = new SettingsArguments();

        @Override
        public NetworkCommand command() {
            var changes = settings.changes();
            if (changes.equals(SettingsChange.NONE)) {
                throw Wrong.because(spec, "what is to be changed?");
            }
            return new NetworkCommand.Change(name.required(), changes);
        }
    }

    @Command(
            name = "on",
            description = "Turns Wi-Fi on, if software can.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class TurnOn implements Arguments {
        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--country",
                paramLabel = "XX",
                description = "where the device is, two letters such as DE: by whose rules the radio works")
        private @Nullable String country;

        @Override
        public NetworkCommand command() {
            return new NetworkCommand.TurnOn(Optional.ofNullable(country).map(this::country));
        }

        private Country country(String code) {
            try {
                return new Country(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException bad) {
                throw Wrong.because(spec, "--country: " + bad.getMessage());
            }
        }
    }

    @Command(
            name = "status",
            description = "Shows how the device is connected.",
            sortOptions = false,
            abbreviateSynopsis = true)
    static final class Status implements Arguments {
        @Option(names = "--watch", description = "and each change, until Ctrl-C")
        private boolean watch;

        @Override
        public NetworkCommand command() {
            return new NetworkCommand.Status(watch);
        }
    }
}
