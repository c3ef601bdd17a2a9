package wifisetup;

import java.io.IOException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import wifisetup.cli.DeviceCommand;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.VendorKeyFile;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;

/// Does what `wifi-setup-kiosk device` is asked to do.
final class ProvisionRun {
    private final Settings settings;

    ProvisionRun(Settings settings) {
        this.settings = settings;
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
                case DeviceCommand.Provision provision -> provision(provision);
            };
        } catch (IOException failed) {
            throw new StartException(ExitCode.FAILED, String.valueOf(failed), failed);
        } catch (IllegalArgumentException unfit) {
            throw new StartException(ExitCode.WRONG_SETTING, String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private String provision(DeviceCommand.Provision command) throws IOException {
        var vendor = new VendorKeyFile(command.vendorKey()).load();
        var files = new DeviceFiles(settings.state().resolve("device"));
        var identity = settings.lan().identity(files.uuid(), command.serial().or(files::serial));
        var key = command.newKey() ? files.newKey() : files.key();
        var signed = new Identity(identity.serial(), identity.uuid(), KeyEncoding.der((RSAPublicKey) key.getPublic()));
        files.provision(
                identity.serial(),
                signed.sign((ECPrivateKey) vendor.getPrivate()).toBytes(),
                vendor.getPublic());
        return "provisioned: serial " + identity.serial() + ", uuid " + identity.uuid() + ", model " + identity.model();
    }
}
