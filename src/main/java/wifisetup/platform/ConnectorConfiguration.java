package wifisetup.platform;

import java.util.Optional;
import wifisetup.secret.Secret;

/// Where the platform is, who we are there, and how to talk to it. What [ConnectorFile] reads.
///
/// @param transport which kind of transport: the [TransportProvider#name()] of one
/// @param encrypted whether the connection is encrypted, and the platform proves who it is
/// @param host the platform's name or address
/// @param port its TCP port
/// @param user our account; may be empty where a certificate says who we are
/// @param password the account's password
/// @param gateway the gateway id, once there is one
/// @param tls by which files both sides prove who they are
/// @param limits how long to wait for what
/// @param log what is logged, and where
public record ConnectorConfiguration(
        String transport,
        boolean encrypted,
        String host,
        int port,
        String user,
        Secret password,
        Optional<String> gateway,
        TlsFiles tls,
        Limits limits,
        LogSettings log) {
    /// A configuration with the defaults of everything else, not encrypted.
    public static ConnectorConfiguration at(String transport, String host, int port, String user, Secret password) {
        return new ConnectorConfiguration(
                transport,
                false,
                host,
                port,
                user,
                password,
                Optional.empty(),
                TlsFiles.NONE,
                Limits.DEFAULT,
                LogSettings.DEFAULT);
    }
}
