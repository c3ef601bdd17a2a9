package wifisetup;

import java.util.Optional;
import java.util.UUID;
import wifisetup.device.DeviceIdentity;
import wifisetup.device.DeviceName;
import wifisetup.flux.Frame;
import wifisetup.flux.Identity;

/// What a maker decides about the device on the LAN, checked.
///
/// @param when whether it can be found and managed there
/// @param port of discovery (UDP) and management (TCP)
/// @param names whether it is announced by DNS-SD, too
/// @param consent whether the person at the panel is asked before a new key is trusted
/// @param name what it is called until somebody calls it something else
/// @param serial what its label says; none: what it was provisioned with, else what the machine says
/// @param model what its maker calls its kind; none: what the machine says
/// @param development whether it says to be a device under development, which reference clients accept without a
///     maker's signature
record LanSettings(
        When when,
        int port,
        boolean names,
        Consent consent,
        Optional<DeviceName> name,
        Optional<String> serial,
        Optional<String> model,
        boolean development) {
    /// Whether the device can be found and managed.
    enum When {
        /// While it is on a network, but not with a simulated radio.
        AUTO,
        /// While it is on a network, also by a simulated radio.
        ON,
        /// Never.
        OFF
    }

    /// Whether the person at the panel is asked.
    enum Consent {
        /// If there is a panel.
        AUTO,
        /// Always: without a panel nobody is let in by a password.
        ON,
        /// Never.
        OFF
    }

    private static final int HIGHEST_PORT = 65_535;
    private static final int DIGITS = 4;

    static LanSettings of(SettingsReader reader) throws SettingsException {
        return new LanSettings(
                reader.choice("lan", When.class, When.AUTO),
                reader.read("lan.port", LanSettings::port).orElse(Frame.PORT),
                reader.onOff("lan.mdns", true),
                reader.choice("lan.consent", Consent.class, Consent.AUTO),
                reader.read("device.name", DeviceName::new),
                reader.read("device.serial", LanSettings::serial),
                reader.read("device.model", LanSettings::model),
                reader.onOff("device.development-identity", false));
    }

    /// Who the device is that was given that number, and that serial if it was provisioned.
    DeviceIdentity identity(UUID uuid, Optional<String> provisioned) {
        String kind = model.orElseGet(MachineIdentity::model);
        return development
                ? new DeviceIdentity(
                        new UUID(Identity.DEVELOPMENT_UUID, uuid.getLeastSignificantBits()),
                        Identity.DEVELOPMENT_SERIAL,
                        kind)
                : new DeviceIdentity(uuid, serial.or(() -> provisioned).orElseGet(MachineIdentity::serial), kind);
    }

    /// What that device is called at first: two of a kind are told apart.
    DeviceName firstName(DeviceIdentity identity) {
        String number = identity.uuid().toString();
        String end = " " + number.substring(number.length() - DIGITS);
        String kind = identity.model();
        int room = Math.min(kind.length(), DeviceName.MAX_BYTES - end.length());
        return name.orElseGet(() -> new DeviceName(kind.substring(0, room) + end));
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("1 to " + HIGHEST_PORT);
        }
        return port;
    }

    private static String serial(String text) {
        return new DeviceIdentity(new UUID(0, 0), text, "-").serial();
    }

    private static String model(String text) {
        return new DeviceIdentity(new UUID(0, 0), "-", text).model();
    }
}
