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
import wifisetup.lan.Denial;
import wifisetup.lan.Device;
import wifisetup.lan.DeviceDiscovery;
import wifisetup.lan.DeviceException;
import wifisetup.lan.DeviceSession;
import wifisetup.lan.DiscoveryListener;
import wifisetup.lan.DiscoverySettings;
import wifisetup.lan.KeyRotation;
import wifisetup.lan.NetworkChange;
import wifisetup.lan.NetworkMove;
import wifisetup.lan.OldTls;
import wifisetup.lan.Password;
import wifisetup.lan.SessionOptions;
import wifisetup.lan.StrongDevices;
import wifisetup.lan.Target;
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
    /// @param strongDevices the file that remembers which devices speak the stronger protocol
    /// @param vendors directories with the keys of vendors, `*.pem`
    /// @param local how else to look for devices than by multicast on port 1901: an address, and the port; for
    ///     tests
    public record Places(Path key, Path strongDevices, List<Path> vendors, Optional<InetAddress> local, int port) {
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
            public void lost(Device device) {
                report.lost(device);
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
        var options = SessionOptions.of(key)
                .withDiscovery(settings)
                .withLookup(wish.timeout(), () -> {})
                .withOldTls(wish.oldTls())
                .withStrongDevices(StrongDevices.kept(places.strongDevices()));
        if (wish.act() instanceof LanCommand.Describe) {
            return describe(wish.target(), options);
        }
        var opening = new Opening(wish.passwords(), key);
        try (var session = DeviceSession.open(wish.target(), options.withPassword(opening.password()))) {
            if (!session.authorized()) {
                return failed(
                        LanFailure.NOT_AUTHORIZED,
                        "the device wants a password, and none was given: start this from a terminal, or use"
                                + " --password-stdin or --password-file");
            }
            return act(wish, session, options, opening);
        }
    }

    /// Whoever wants to know about a device need not be let in.
    private Optional<LanFailure> describe(Target target, SessionOptions options)
            throws DeviceException, IOException, InterruptedException {
        try (var session = DeviceSession.open(target, options)) {
            report.info(
                    session.device(),
                    session.authorized()
                            ? new LanReport.Standing.Trusted(session.strong())
                            : new LanReport.Standing.Stranger(new Denial.PasswordWanted()));
        } catch (DeviceException.NotAuthorized denied) {
            report.info(denied.device(), new LanReport.Standing.Stranger(denied.why()));
        }
        return Optional.empty();
    }

    /// The password that opens a session, which is the old one where there shall be a new one.
    private final class Opening {
        private final LanCommand.PasswordPlaces places;
        private final ClientKey key;
        private Optional<char[]> said = Optional.empty();

        Opening(LanCommand.PasswordPlaces places, ClientKey key) {
            this.places = places;
            this.key = key;
        }

        Password password() {
            return Password.asked(() -> {
                said = Optional.ofNullable(reveal(places, places.file(), "Password of the device: "));
                if (said.isPresent()) {
                    terminal.tell(
                            "the device may ask a person at its screen, who compares your key: " + key.fingerprint());
                }
                return said.orElse(null);
            });
        }

        Password soFar() {
            return said.map(Password::of)
                    .orElseGet(() -> Password.asked(() -> reveal(places, places.file(), "Password so far: ")));
        }
    }

    private Optional<LanFailure> act(
            LanCommand.Manage wish, DeviceSession session, SessionOptions options, Opening opening)
            throws DeviceException, IOException, InterruptedException {
        switch (wish.act()) {
            case LanCommand.Describe _ ->
                report.info(session.device(), new LanReport.Standing.Trusted(session.strong()));
            case LanCommand.Rename rename -> {
                session.rename(rename.name());
                report.done("renamed");
            }
            case LanCommand.ChangePassword change -> changePassword(wish, change, session, opening);
            case LanCommand.ListTrust _ ->
                report.trusted(session.listTrust(), options.key().accessId());
            case LanCommand.AddTrust add -> report.done("trusted: " + session.addTrust(add.label(), key(add.key())));
            case LanCommand.RemoveTrust remove -> {
                session.removeTrust(remove.accessId());
                report.done("removed");
            }
            case LanCommand.RotateKey rotation -> rotate(rotation.successor(), session, options);
            case LanCommand.WifiList _ -> report.networks(session.wifiList());
            case LanCommand.MoveTo move -> {
                return move(wish, move, session, options);
            }
        }
        return Optional.empty();
    }

    private void changePassword(
            LanCommand.Manage wish, LanCommand.ChangePassword change, DeviceSession session, Opening opening)
            throws DeviceException {
        var changed = Password.asked(() -> reveal(wish.passwords(), change.file(), "New password: "));
        if (change.forgotten()) {
            session.resetPassword(changed);
        } else {
            session.modifyPassword(opening.soFar(), changed, change.removesKeys());
        }
        report.done("the password is changed");
    }

    private void rotate(Path file, DeviceSession session, SessionOptions options)
            throws DeviceException, IOException, InterruptedException {
        var successor = ClientKey.loadOrCreate(file);
        if (successor.accessId().equals(options.key().accessId())) {
            throw new IOException(file + ": expected another key than the one in use");
        }
        KeyRotation.rotate(session, options, successor);
        report.done("trusted in place of your key: " + successor.accessId());
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
