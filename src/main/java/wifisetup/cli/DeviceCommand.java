package wifisetup.cli;

import java.nio.file.Path;
import java.util.Optional;

/// What `wifi-setup-kiosk device` is asked to do, where devices are made, and on a device without a panel.
public sealed interface DeviceCommand {
    /// Make a maker's key.
    ///
    /// @param file where it is written; the public one beside it
    record MakeVendorKey(Path file) implements DeviceCommand {}

    /// Make a device itself: its number, its key, and what the maker signs of both.
    ///
    /// @param vendorKey the maker's key, which is read and not kept
    /// @param serial what the device's label says, if that is to be said
    /// @param newKey whether the device gets another key, in place of the one it has
    record Provision(Path vendorKey, Optional<String> serial, boolean newKey) implements DeviceCommand {}

    /// Set the password by which new managers come in. The keys stay trusted.
    ///
    /// @param stdin whether it is the first line of standard input, and nobody is asked
    record SetPassword(boolean stdin) implements DeviceCommand {}

    /// Tell which keys the device trusts.
    record ListKeys() implements DeviceCommand {}

    /// Trust a key no more.
    ///
    /// @param id its access id
    record RemoveKey(String id) implements DeviceCommand {}
}
