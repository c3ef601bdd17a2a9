package wifisetup.flux;

/// How two sides that both know more than the reference protocol find that out: by TLS's own negotiation of
/// what is spoken inside (ALPN, RFC 7301), which an attacker in between cannot alter without breaking the
/// handshake.
///
/// The client offers [#PROTOCOL]. A reference device does not know ALPN and ignores it; a reference client does
/// not offer it. Where both chose it, and only there: TLS is 1.3, the proof is [Proof.Bound], `network` is
/// answered, and a changed network is kept once [Command.ConfirmNetwork] came in an authorised session.
public final class StrongPath {
    /// The name of the stronger protocol in ALPN.
    public static final String PROTOCOL = "flux-0003-sha256";

    private StrongPath() {}
}
