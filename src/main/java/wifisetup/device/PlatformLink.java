package wifisetup.device;

import java.time.Instant;

/// How the device stands with the platform that its maker runs.
public sealed interface PlatformLink {
    /// None is wanted.
    record Off() implements PlatformLink {}

    /// One is wanted, and this device cannot report to it: its settings do not fit, or the disk does not keep
    /// what waits, or does not say who the device is.
    record Broken() implements PlatformLink {}

    /// On the way to it.
    record Connecting() implements PlatformLink {}

    /// Connected.
    ///
    /// @param host the name of the platform's machine
    record Connected(String host) implements PlatformLink {}

    /// Out of reach.
    ///
    /// @param nextTry when it is tried again
    record Away(Instant nextTry) implements PlatformLink {}

    /// It answers, and does not want this device.
    ///
    /// @param nextTry when it is tried again
    record Refused(Instant nextTry, Reason reason) implements PlatformLink {}

    /// Why the platform refuses.
    enum Reason {
        /// It does not know this device, or its credentials.
        NOT_AUTHORIZED,
        /// Its certificate is not one that this device trusts.
        UNTRUSTED,
        /// What answers does not speak the platform's protocol.
        FOREIGN
    }
}
