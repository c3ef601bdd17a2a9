package wifisetup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wifisetup.cli.DeviceCommand;
import wifisetup.cli.Terminal;
import wifisetup.device.AccessId;
import wifisetup.device.DeviceMemory;
import wifisetup.device.PasswordRules;
import wifisetup.device.TrustedKey;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.DeviceLock;
import wifisetup.device.file.FileDeviceStore;
import wifisetup.device.file.Pbkdf2;
import wifisetup.device.file.VendorKeyFile;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;

/// Does what `wifi-setup-kiosk device` is asked to do.
final class ProvisionRun {
    private final Settings settings;
    private final Terminal terminal;

    /// @param terminal where a password comes from
    ProvisionRun(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /// Does it.
    ///
    /// @return what to say
    /// @throws StartException if it cannot be done
    String run(DeviceCommand command) throws StartException {
        try {
            return switch (command) {
                case DeviceCommand.MakeVendorKey(var file) -> {
                    var key = new VendorKeyFile(file);
                    key.make();
                    yield "the maker's key is " + file + "; clients know its devices by " + key.publicFile();
                }
                case DeviceCommand.Provision provision -> {
                    try (var _ = DeviceLock.of(directory())) {
                        yield provision(provision);
                    }
                }
                case DeviceCommand.SetPassword(boolean stdin) -> {
                    try (var _ = DeviceLock.of(directory())) {
                        yield setPassword(stdin);
                    }
                }
                case DeviceCommand.ListKeys _ -> list(FileDeviceStore.keys(directory()));
                case DeviceCommand.RemoveKey(var id) -> {
                    try (var _ = DeviceLock.of(directory())) {
                        yield remove(new AccessId(id));
                    }
                }
            };
        } catch (IOException failed) {
            // Of a file the message is its name alone.
            throw new StartException(
                    ExitCode.FAILED,
                    failed instanceof FileSystemException
                            ? String.valueOf(failed)
                            : String.valueOf(failed.getMessage()),
                    failed);
        } catch (IllegalArgumentException unfit) {
            throw new StartException(ExitCode.WRONG_SETTING, String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private Path directory() {
        return settings.state().resolve("device");
    }

    private String provision(DeviceCommand.Provision command) throws IOException {
        var configured = settings.lan().serial();
        if (configured.isPresent() && command.serial().isPresent() && !configured.equals(command.serial())) {
            throw new IllegalArgumentException("the configuration says device.serial = " + configured.get()
                    + ", which would win over --serial " + command.serial().get());
        }
        var vendor = new VendorKeyFile(command.vendorKey()).load();
        var files = new DeviceFiles(directory());
        var known = command.serial().isPresent() ? command.serial() : files.serial();
        var identity = settings.lan().identity(files.uuid(), known);
        var key = command.newKey() ? files.newKey() : files.key();
        var signed = new Identity(identity.serial(), identity.uuid(), KeyEncoding.der((RSAPublicKey) key.getPublic()));
        files.provision(
                identity.serial(),
                signed.sign((ECPrivateKey) vendor.getPrivate()).toBytes(),
                vendor.getPublic());
        return "provisioned: serial " + identity.serial() + ", uuid " + identity.uuid() + ", model " + identity.model();
    }

    private String setPassword(boolean stdin) throws IOException {
        var password = (stdin ? terminal.readSecret() : terminal.ask("New password of the device: "))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no password was given: start this from a terminal, or use --password-stdin"));
        var flaw = PasswordRules.flaw(password);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("a password has " + PasswordRules.SHORTEST + " to "
                    + PasswordRules.LONGEST + " characters and no control characters");
        }
        var memory = memory(new DeviceFiles(directory()));
        var hash = new Pbkdf2(new SecureRandom()).hash(password);
        new FileDeviceStore(directory()).save(new DeviceMemory(memory.name(), Optional.of(hash), memory.keys()));
        return "the password is set";
    }

    private static String list(List<TrustedKey> keys) {
        return keys.isEmpty()
                ? "no key is trusted"
                : keys.stream().map(ProvisionRun::row).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String row(TrustedKey key) {
        return key.accessId() + "  " + key.fingerprint() + "  " + key.used() + "  " + key.label();
    }

    private String remove(AccessId id) throws IOException {
        var memory = memory(new DeviceFiles(directory()));
        if (memory.key(id).isEmpty()) {
            throw new IllegalArgumentException("no key of that number is trusted");
        }
        var others =
                memory.keys().stream().filter(key -> !key.accessId().equals(id)).toList();
        new FileDeviceStore(directory()).save(new DeviceMemory(memory.name(), memory.password(), others));
        return "the key is trusted no more";
    }

    private DeviceMemory memory(DeviceFiles files) throws IOException {
        var identity = settings.lan().identity(files.uuid(), files.serial());
        return new FileDeviceStore(directory()).load(settings.lan().firstName(identity));
    }
}
