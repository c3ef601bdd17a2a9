package wifisetup.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.named.SettingsChange;
import wifisetup.network.named.SettingsChange.Addresses;

/// What is to hold for a network beyond its name and password.
final class SettingsArguments {
    private static final String AUTOMATIC = "auto";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--ip",
            paramLabel = "ADDRESS/BITS",
            description = "the device's address, such as 192.168.1.7/24 or fd00::7/64, one of each kind at most;"
                    + " auto: from the network")
    private List<String> addresses = List.of();

    @Option(names = "--gateway", paramLabel = "ADDRESS", description = "the router, for an --ip of its kind")
    private List<String> gateways = List.of();

    @Option(
            names = "--dns",
            paramLabel = "ADDRESS",
            description = "a name server; may be given more than once. An address of its kind that is saved stays")
    private List<String> servers = List.of();

    @Option(names = "--metered", paramLabel = "yes|no|auto", description = "whether data costs money there")
    private @Nullable String metered;

    @Option(
            names = "--mac",
            paramLabel = "POLICY",
            description = "the hardware address that is shown: permanent, stable, random or system")
    private @Nullable MacAddressPolicy macAddress;

    @Option(names = "--autoconnect", paramLabel = "yes|no", description = "whether the device connects by itself")
    private @Nullable String autoconnect;

    @Option(
            names = "--priority",
            paramLabel = "NUMBER",
            description = "which of several saved networks is tried first: the highest, -999 to 999")
    private @Nullable Integer priority;

    /// What of that was given.
    SettingsChange changes() {
        var ip = new AddressWish(
                addresses.contains(AUTOMATIC),
                addresses.stream()
                        .filter(text -> !text.equals(AUTOMATIC))
                        .map(text -> read("--ip", text, AddressWish.Subnet::parse))
                        .toList(),
                gateways.stream()
                        .map(text -> read("--gateway", text, AddressWish::address))
                        .toList(),
                servers.stream()
                        .map(text -> read("--dns", text, AddressWish::address))
                        .toList());
        return new SettingsChange(
                Optional.ofNullable(autoconnect).map(text -> read("--autoconnect", text, SettingsArguments::yesNo)),
                Optional.ofNullable(priority).map(this::priority),
                read(ip, AddressWish::ipv4),
                read(ip, AddressWish::ipv6),
                Optional.ofNullable(metered).map(text -> read("--metered", text, SettingsArguments::metered)),
                Optional.ofNullable(macAddress));
    }

    private Optional<Addresses> read(AddressWish ip, Function<AddressWish, Optional<Addresses>> kind) {
        try {
            return kind.apply(ip);
        } catch (IllegalArgumentException bad) {
            throw Wrong.because(command, String.valueOf(bad.getMessage()));
        }
    }

    private <T> T read(String option, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException bad) {
            throw wrong(option, bad);
        }
    }

    private int priority(int number) {
        if (Math.abs(number) > NetworkSettings.MAX_PRIORITY) {
            throw Wrong.because(command, "--priority: expected -999 to 999, found " + number);
        }
        return number;
    }

    private CommandLine.ParameterException wrong(String option, IllegalArgumentException bad) {
        return Wrong.because(command, option + ": " + bad.getMessage());
    }

    private static Metered metered(String text) {
        return switch (text) {
            case "yes" -> Metered.YES;
            case "no" -> Metered.NO;
            case AUTOMATIC -> Metered.AUTOMATIC;
            case String other -> throw new IllegalArgumentException("expected yes, no or auto, found " + other);
        };
    }

    private static boolean yesNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            case String other -> throw new IllegalArgumentException("expected yes or no, found " + other);
        };
    }
}
