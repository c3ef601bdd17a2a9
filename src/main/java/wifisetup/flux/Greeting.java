package wifisetup.flux;

/// The first bytes of a management session, in clear, by which a device says what it speaks; TLS begins behind
/// them.
public final class Greeting {
    /// `FLUX0003`: management over TLS.
    public static final Octets TLS = Octets.ofText("FLUX0003");

    private Greeting() {}
}
