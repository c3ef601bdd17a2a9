package wifisetup.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.Octets;
import wifisetup.lan.ClientKey;
import wifisetup.lan.Device;
import wifisetup.lan.DeviceDiscovery;
import wifisetup.lan.DeviceException;
import wifisetup.lan.DeviceSession;
import wifisetup.lan.DiscoveryListener;
import wifisetup.lan.DiscoverySettings;
import wifisetup.lan.NetworkChange;
import wifisetup.lan.NetworkMove;
import wifisetup.lan.OldTls;
import wifisetup.lan.Password;
import wifisetup.lan.SessionOptions;
import wifisetup.lan.VendorKey;
import wifisetup.lan.WifiSecurity;
import wifisetup.secret.Secret;

/// Does what `wifi-setup-kiosk discover` and `manage` are asked to do. It blocks, on its caller's thread.
public final class LanCommands {
    /// Longer than anybody looks at a table.
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final Terminal terminal;
    private final LanReport report;
    private final Places places;

    /// Where this user and this machine keep what is needed.
    ///
    /// @param key the user's private key, made when it is first needed
    /// @param vendors directories with the keys of vendors, `*.pem`
    /// @param local how else to look for devices than by multicast on port 1901: an address, and the port; for
    ///     tests
    public record Places(Path key, List<Path> vendors, Optional<InetAddress> local, int port) {
        /// Keeps its own copy of the directories.
        public Places {
            vendors = List.copyOf(vendors);
        }
    }

    /// Commands of whoever sits at `terminal`.
    public LanCommands(Terminal terminal, LanReport report, Places places) {
        this.terminal = terminal;
        this.report = report;
        this.places = places;
    }

    /// Does it.
    ///
    /// @return why it failed, if it did; that has been reported
    public Optional<LanFailure> run(LanCommand command) {
        try {
            var settings = settings(command.belief());
            switch (command) {
                case LanCommand.Discover discover -> {
                    return discover(discover, settings);
                }
                case LanCommand.Manage manage -> {
                    return manage(manage, settings);
                }
            }
        } catch (DeviceException failed) {
            return failed(LanFailure.of(failed), String.valueOf(failed.getMessage()));
        } catch (IOException failed) {
            return failed(LanFailure.FAILED, String.valueOf(failed.getMessage()));
        } catch (InterruptedException ended) {
            return failed(LanFailure.FAILED, "it was ended");
        }
    }

    private Optional<LanFailure> failed(LanFailure failure, String sentence) {
        report.failed(failure, sentence);
        return Optional.of(failure);
    }

    private DiscoverySettings settings(LanCommand.Belief belief) throws IOException {
        var keys = new ArrayList<ECPublicKey>();
        for (var directory : places.vendors()) {
            if (Files.isDirectory(directory)) {
                try (var files = Files.newDirectoryStream(directory, "*.pem")) {
                    for (var file : files) {
                        keys.add(VendorKey.load(file));
                    }
                }
            }
        }
        for (var file : belief.vendors()) {
            keys.add(VendorKey.load(file));
        }
        var settings = DiscoverySettings.of(keys).withDevelopment(belief.development());
        return places.local()
                .map(local -> settings.withPlace(local, places.port()))
                .orElse(settings);
    }

    private Optional<LanFailure> discover(LanCommand.Discover wish, DiscoverySettings all)
            throws IOException, InterruptedException {
        var some = wish.uuid().map(all::withUuid).orElse(all);
        var settings = wish.address().map(some::withAddress).orElse(some);
        try (var discovery = new DeviceDiscovery(settings)) {
            discovery.run(listener(), wish.timeout().orElse(FOR_EVER));
            report.ended(discovery.devices(), discovery.dropped());
            boolean missed = discovery.devices().isEmpty()
                    && (wish.uuid().isPresent() || wish.address().isPresent());
            return missed ? Optional.of(LanFailure.NOT_FOUND) : Optional.empty();
        }
    }

    private DiscoveryListener listener() {
        return new DiscoveryListener() {
            @Override
            public void found(Device device) {
                report.heard(device);
            }

            @Override
            public void updated(Device device) {
                report.heard(device);
            }

            @Override
            public void conflict(Device first, Device second) {
                report.conflict(first, second);
            }

            @Override
            public void lookup(DeviceDiscovery discovery) {
                report.round(discovery.devices());
            }
        };
    }

    private Optional<LanFailure> manage(LanCommand.Manage wish, DiscoverySettings settings)
            throws DeviceException, IOException, InterruptedException {
        if (wish.oldTls()) {
            OldTls.allowInThisProcess();
        }
        var key = ClientKey.loadOrCreate(wish.key().orElse(places.key()));
        // Whoever wants to know about a device need not be let in.
        var options = SessionOptions.of(key)
                .withDiscovery(settings)
                .withLookup(wish.timeout(), () -> {})
                .withOldTls(wish.oldTls());
        if (wish.act() instanceof LanCommand.Describe) {
            try (var session = DeviceSession.open(wish.target(), options)) {
                report.info(session.device(), session.authorized(), session.strong());
                return Optional.empty();
            }
        }
        var password =
                Password.asked(() -> reveal(wish.passwords(), wish.passwords().file(), "Password of the device: "));
        try (var session = DeviceSession.open(wish.target(), options.withPassword(password))) {
            if (!session.authorized()) {
                return failed(
                        LanFailure.NOT_AUTHORIZED,
                        "the device wants a password, and none was given: start this from a terminal, or use"
                                + " --password-stdin or --password-file");
            }
            return act(wish, session, options, key);
        }
    }

    private Optional<LanFailure> act(
            LanCommand.Manage wish, DeviceSession session, SessionOptions options, ClientKey key)
            throws DeviceException, IOException, InterruptedException {
        switch (wish.act()) {
            case LanCommand.Describe _ -> report.info(session.device(), true, session.strong());
            case LanCommand.Rename rename -> {
                session.rename(rename.name());
                report.done("renamed");
            }
            case LanCommand.ChangePassword change -> changePassword(wish, change, session);
            case LanCommand.ListTrust _ -> report.trusted(session.listTrust(), key.accessId());
            case LanCommand.AddTrust add -> report.done("trusted: " + session.addTrust(add.label(), key(add.key())));
            case LanCommand.RemoveTrust remove -> {
                session.removeTrust(remove.accessId());
                report.done("removed");
            }
            case LanCommand.WifiList _ -> report.networks(session.wifiList());
            case LanCommand.MoveTo move -> {
                return move(wish, move, session, options);
            }
        }
        return Optional.empty();
    }

    private void changePassword(LanCommand.Manage wish, LanCommand.ChangePassword change, DeviceSession session)
            throws DeviceException {
        var old = change.forgotten()
                ? Optional.<Password>empty()
                : Optional.of(Password.asked(
                        () -> reveal(wish.passwords(), wish.passwords().file(), "Password so far: ")));
        var changed = Password.asked(() -> reveal(wish.passwords(), change.file(), "New password: "));
        if (old.isPresent()) {
            session.modifyPassword(old.get(), changed, change.removesKeys());
        } else {
            session.resetPassword(changed);
        }
        report.done("the password is changed");
    }

    private Optional<LanFailure> move(
            LanCommand.Manage wish, LanCommand.MoveTo move, DeviceSession session, SessionOptions options)
            throws DeviceException, IOException, InterruptedException {
        var password = move.security() == WifiSecurity.NONE
                ? Optional.<Password>empty()
                : Optional.of(Password.asked(() -> reveal(wish.passwords(), move.file(), "Password of the Wi-Fi: ")));
        var wifi = move.ssid()
                .map(ssid -> new NetworkChange.Wifi(ssid, move.hidden(), move.host(), move.security(), password));
        terminal.tell("moving the device; it is looked for on its new network for a minute");
        return switch (NetworkMove.move(session, new NetworkChange(move.address(), wifi), options)) {
            case KEPT -> {
                report.done("moved");
                yield Optional.empty();
            }
            case UNSAID -> {
                report.done("told to move; this device does not say whether it could");
                yield Optional.empty();
            }
            case GOES_BACK ->
                failed(
                        LanFailure.GOES_BACK,
                        "the device was not found on the new network, and goes back to the old one by itself;"
                                + " if it was to be on another network than this machine, join that one first");
        };
    }

    private static RSAPublicKey key(Path file) throws IOException {
        return KeyEncoding.read(Octets.of(Files.readAllBytes(file)))
                .orElseThrow(() -> new IOException(file + ": expected a public RSA key of 1024 to 8192 bits in PEM"));
    }

    /// A password from a file, a line of standard input, or a person.
    private char @Nullable [] reveal(LanCommand.PasswordPlaces from, Optional<Path> file, String question) {
        try {
            if (file.isPresent()) {
                return Files.readAllLines(file.get()).stream()
                        .findFirst()
                        .map(String::toCharArray)
                        .orElse(null);
            }
            var secret = from.stdin() ? terminal.readSecret() : terminal.ask(question);
            return secret.map(Secret::reveal).map(String::toCharArray).orElse(null);
        } catch (IOException unreadable) {
            terminal.tell("wifi-setup-kiosk: the password cannot be read: " + unreadable.getMessage());
            return null;
        }
    }
}
