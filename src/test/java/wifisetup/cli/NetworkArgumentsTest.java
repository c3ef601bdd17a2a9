package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.network.Eap;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.network.Ssid;
import wifisetup.network.named.SettingsChange;

class NetworkArgumentsTest {
    private static final NetworkName HOME = new NetworkName.Shown("Home");

    @TempDir
    private Path directory;

    @Test
    void eachCommandIsRead() {
        assertThat(command("scan")).isEqualTo(new NetworkCommand.Scan(List.of()));
        assertThat(command("scan", "--probe", "Attic")).isEqualTo(new NetworkCommand.Scan(List.of(Ssid.of("Attic"))));
        assertThat(command("list")).isEqualTo(new NetworkCommand.ListKnown());
        assertThat(command("saved")).isEqualTo(new NetworkCommand.ListSaved());
        assertThat(command("connect", "Home"))
                .isEqualTo(new NetworkCommand.Connect(
                        HOME, Optional.empty(), false, Optional.empty(), SettingsChange.NONE, false));
        assertThat(command("disconnect")).isEqualTo(new NetworkCommand.Disconnect(Optional.empty()));
        assertThat(command("disconnect", "Home")).isEqualTo(new NetworkCommand.Disconnect(Optional.of(HOME)));
        assertThat(command("forget", "Home")).isEqualTo(new NetworkCommand.Forget(HOME));
        assertThat(command("status")).isEqualTo(new NetworkCommand.Status(false));
        assertThat(command("status", "--watch")).isEqualTo(new NetworkCommand.Status(true));
    }

    @Test
    void aNameThatLooksLikeAnOptionStandsBehindTwoDashes() {
        assertThat(command("forget", "--", "--hex"))
                .isEqualTo(new NetworkCommand.Forget(new NetworkName.Shown("--hex")));
    }

    @Test
    void aNameMayBeGivenByItsBytes() {
        assertThat(command("forget", "--hex", "42fc63"))
                .isEqualTo(new NetworkCommand.Forget(
                        new NetworkName.Exact(Ssid.of(new byte[] {0x42, (byte) 0xfc, 0x63}))));
    }

    @Test
    void jsonAndTheKiosksOwnOptionsMayStandAnywhere() {
        assertThat(Commands.parse("--json", "list").json()).isTrue();
        assertThat(Commands.parse("list", "--json").json()).isTrue();
        assertThat(Commands.parse("list").json()).isFalse();
        assertThat(Commands.parse("list", "--backend=simulated").options().settings())
                .containsEntry("backend", "simulated");
        assertThat(CommandLineOptions.parse("--backend=simulated", "network", "list"))
                .isInstanceOfSatisfying(
                        Parsed.Network.class,
                        line -> assertThat(line.options().settings()).containsEntry("backend", "simulated"));
    }

    @Test
    void aJoinMayBeDescribed() {
        var connect = connect("Home", "--hidden", "--security", "wpa2-wpa3", "--password-stdin");
        assertThat(connect.hidden()).isTrue();
        assertThat(connect.hint()).contains(Security.WPA2_WPA3);
        assertThat(connect.passwordOnInput()).isTrue();
    }

    @Test
    void addressesAreSortedByTheirKind() {
        var wish = connect(
                        "Home",
                        "--ip=192.168.1.7/24",
                        "--gateway=192.168.1.1",
                        "--dns=9.9.9.9",
                        "--dns=2620:fe::fe",
                        "--metered=yes",
                        "--mac=random",
                        "--autoconnect=no",
                        "--priority=-7")
                .changes();
        assertThat(wish.applyTo(NetworkSettings.DEFAULT))
                .isEqualTo(new NetworkSettings(
                        false,
                        -7,
                        new IpSettings.Manual(
                                address("192.168.1.7"),
                                24,
                                Optional.of(address("192.168.1.1")),
                                List.of(address("9.9.9.9"))),
                        new IpSettings.Automatic(List.of(address("2620:fe::fe"))),
                        Metered.YES,
                        MacAddressPolicy.RANDOM));
    }

    @Test
    void aNameServerDoesNotTakeASavedAddressAway() {
        var manual = new IpSettings.Manual(
                address("192.168.1.7"), 24, Optional.of(address("192.168.1.1")), List.of(address("192.168.1.1")));
        var before = NetworkSettings.DEFAULT.withIpv4(manual);

        assertThat(connect("Home", "--dns", "1.1.1.1").changes().applyTo(before))
                .isEqualTo(before.withIpv4(
                        new IpSettings.Manual(manual.address(), 24, manual.gateway(), List.of(address("1.1.1.1")))));
        assertThat(connect("Home", "--ip", "auto", "--dns", "1.1.1.1").changes().applyTo(before))
                .isEqualTo(before.withIpv4(new IpSettings.Automatic(List.of(address("1.1.1.1")))));
    }

    @Test
    void onlyRootCanTellThatNetworkManagerCannotReadAFile() {
        var missing = new ServiceFile(directory.resolve("key.pem"));

        assertThat(missing.mayBeReadable(true)).isFalse();
        assertThat(missing.mayBeReadable(false)).isTrue();
        assertThat(new ServiceFile(directory).mayBeReadable(false)).isFalse();
    }

    @Test
    void whatIsNotNamedStays() {
        var before = NetworkSettings.DEFAULT.withPriority(5).withMetered(Metered.YES);
        assertThat(connect("Home", "--ip", "auto", "--autoconnect", "no")
                        .changes()
                        .applyTo(before))
                .isEqualTo(before.withAutoconnect(false));
        assertThat(connect("Home").changes()).isEqualTo(SettingsChange.NONE);
    }

    @Test
    void anAccountIsReadWithWhomItMayBeShownTo() throws IOException {
        Path authority = Files.writeString(directory.resolve("ca.pem"), "a certificate");
        assertThat(account("--identity=alice", "--domain=example.org"))
                .isEqualTo(new AccountWish(
                        "alice", "", new AccountWish.Proof.Peap(), new ServerTrust.SystemAuthorities("example.org")));
        assertThat(account(
                        "--identity=alice",
                        "--anonymous-identity=nobody",
                        "--eap=ttls",
                        "--phase2=pap",
                        "--ca=" + authority))
                .isEqualTo(new AccountWish(
                        "alice",
                        "nobody",
                        new AccountWish.Proof.Ttls(Eap.Inner.PAP),
                        new ServerTrust.Authority(authority.toString(), "")));
        assertThat(account(
                        "--identity=alice", "--eap=tls", "--cert=" + authority, "--key=" + authority, "--any-server"))
                .isEqualTo(new AccountWish(
                        "alice",
                        "",
                        new AccountWish.Proof.Tls(authority.toString(), authority.toString()),
                        new ServerTrust.Anybody()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                              | network: expected one of scan, list, saved, connect",
                "dance                                         | too many",
                "forget                                        | NAME is missing",
                "forget Home --hex=42                          | NAME or --hex, not both",
                "forget --hex=4                                | --hex: expected 2 to 64 hex digits",
                "forget --hex=zz                               | --hex: expected 2 to 64 hex digits",
                "scan --probe=0123456789abcdef0123456789abcdef0| --probe: expected a name of 1 to 32 bytes",
                "connect Home --security=wpa9                  | expected one of open, owe, wep, wpa2, wpa2-wpa3, wpa3",
                "connect Home --ip=192.168.1.7                 | --ip: expected an address and its bits",
                "connect Home --ip=192.168.1/24                | --ip: expected an address, found 192.168.1",
                "connect Home --ip=192.168.1.7/33              | a prefix is 1 to 32, found 33",
                "connect Home --ip=router.local/24             | --ip: expected an address, found router.local",
                "connect Home --ip=10.0.0.1/8 --ip=10.0.0.2/8  | one IPv4 and one IPv6 address each at most",
                "connect Home --gateway=10.0.0.1               | --gateway needs an --ip of its kind",
                "set Home                                      | what is to be changed?",
                "set --priority=7                              | NAME is missing",
                "on --country=Germany                          | --country: a country is two capital letters",
                "connect Home --dns=dns                        | --dns: expected an address, found dns",
                "connect Home --metered=perhaps                | --metered: expected yes, no or auto, found perhaps",
                "connect Home --autoconnect=on                 | --autoconnect: expected yes or no, found on",
                "connect Home --priority=1000                  | --priority: expected -999 to 999, found 1000",
                "connect Home --eap=peap                       | an account needs its --identity",
                "connect Home --any-server                     | an account needs its --identity",
                "connect Home --identity=alice                 | whom may the account be shown to?",
                "connect Home --identity=a --any-server --ca=x | --any-server, or --ca and --domain",
                "connect Home --identity=a --ca=/              | --ca: cannot read /",
                "connect Home --identity=a --eap=tls           | --eap tls needs --cert",
                "connect Home --identity=a --phase2=pap        | --phase2 pap is for --eap ttls",
                "connect Home --identity=a --cert=c.pem        | --cert and --key are for --eap tls",
                "connect Home --identity=a --eap=ttls --key=k  | --cert and --key are for --eap tls",
                "connect Home --identity=a --eap=tls --phase2=mschapv2 | --phase2 mschapv2 is for",
            })
    void whatMakesNoSenseIsSaid(String line, String complaint) {
        assertThat(CommandLineOptions.parse(("network " + (line == null ? "" : line)).split(" +")))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.text()).contains(complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect Home hunter2-secret", "connect Home --password=hunter2-secret"})
    void aPasswordThatIsTypedWhereNoneBelongsIsNotRepeated(String line) {
        assertThat(CommandLineOptions.parse(("network " + line).split(" ")))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.text()).doesNotContain("hunter2"));
    }

    @Test
    void helpNamesEachExitCode() {
        assertThat(CommandLineOptions.parse("network", "--help")).isInstanceOfSatisfying(Parsed.Show.class, show -> {
            for (var code : FailureCode.values()) {
                assertThat(show.text()).contains("  %-4d %s".formatted(code.number(), code.reason()));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "list", "saved", "connect", "disconnect", "forget", "set", "on", "status"})
    void eachCommandHasItsHelp(String command) {
        assertThat(CommandLineOptions.parse("network", command, "--help"))
                .isInstanceOfSatisfying(
                        Parsed.Show.class,
                        show -> assertThat(show.text())
                                .contains("Usage: wifi-setup-kiosk network " + command, "--json")
                                .doesNotContain("--password="));
    }

    private static NetworkCommand command(String... arguments) {
        return Commands.parse(arguments).command();
    }

    private static NetworkCommand.Connect connect(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "connect";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return (NetworkCommand.Connect) command(all);
    }

    private static AccountWish account(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "Home";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return connect(all).account().orElseThrow();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
