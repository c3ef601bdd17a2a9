package wifisetup.network;

/// Whether there is a radio to work with.
public sealed interface Adapter {
    /// The service that runs the radio is still coming up; what it says now may change by itself.
    record Starting() implements Adapter {}

    /// Ready.
    ///
    /// @param name the interface, for example `wlan0`
    /// @param hardwareAddress the MAC address with colons
    record Ready(String name, String hardwareAddress) implements Adapter {}

    /// No Wi-Fi adapter in this machine.
    record Missing() implements Adapter {}

    /// The radio is off.
    record Blocked(Block by) implements Adapter {}

    /// The service that runs the radio is not there, or does not answer.
    ///
    /// @param detail what was found, for the log and the small print
    record Unavailable(String detail) implements Adapter {}
}
