package wifisetup.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import wifisetup.platform.DeviceDescription;

/// What `wifi-setup-kiosk platform` is asked to do.
public sealed interface PlatformCommand {
    /// What the commands to a platform have in common.
    sealed interface ToPlatform extends PlatformCommand {
        /// The connector's configuration file.
        Path connector();
    }

    /// Connect, say how that went, and leave.
    record Status(Path connector) implements ToPlatform {}

    /// Push one event.
    ///
    /// @param device whose event it is; it is registered for that time alone
    /// @param data a JSON value, or text
    record SendEvent(Path connector, DeviceDescription device, String service, String data) implements ToPlatform {}

    /// Show the connection and the commands for a device, until somebody ends it.
    ///
    /// @param device registered for that time alone
    record Watch(Path connector, DeviceDescription device) implements ToPlatform {}

    /// Be a platform.
    ///
    /// @param user who may log in, by the password on standard input or `password`
    record Simulate(InetSocketAddress address, String user, boolean passwordOnInput) implements PlatformCommand {}
}
