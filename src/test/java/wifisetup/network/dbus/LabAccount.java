package wifisetup.network.dbus;

import java.nio.file.Path;
import java.util.Objects;

/// What opens the enterprise network of the laboratory, [wifisetup.network.LabNetwork#CORP]: [#IDENTITY] and
/// [#PASSWORD] by PEAP with MSCHAPv2 or by TTLS with PAP or MSCHAPv2, or the certificate [File#CLIENT] as
/// [#DEVICE_IDENTITY] by TLS.
public final class LabAccount {
    /// The person's identity.
    public static final String IDENTITY = "alice";

    /// That person's password.
    public static final String PASSWORD = "corp-pass-1";

    /// The identity that may be shown outside the tunnel of PEAP and TTLS.
    public static final String ANONYMOUS_IDENTITY = "anonymous";

    /// The identity that comes with [File#CLIENT].
    public static final String DEVICE_IDENTITY = "device";

    /// The password of [File#LOCKED_CLIENT_KEY].
    public static final String KEY_PASSWORD = "client-key-1";

    /// The name in the server's certificate.
    public static final String SERVER_NAME = "radius.lab.test";

    private LabAccount() {}

    /// Certificates and keys, in PEM.
    public enum File {
        /// The authority that signed for the server and for the client.
        AUTHORITY("ca.pem"),
        /// An authority that signed for neither.
        OTHER_AUTHORITY("other-ca.pem"),
        /// The client's certificate.
        CLIENT("client.pem"),
        /// Its key, unencrypted.
        CLIENT_KEY("client.key"),
        /// The same key under [#KEY_PASSWORD].
        LOCKED_CLIENT_KEY("client-locked.key");

        private final String name;

        File(String name) {
            this.name = name;
        }

        /// Where the machine has it.
        public Path inTheMachine() {
            return Path.of("/etc/lab/eap", name);
        }

        /// Where it is here.
        public Path here() {
            return Path.of(Objects.requireNonNullElse(System.getenv("WIFI_LAB_CACHE"), "src/it/wifi-lab/cache"))
                    .resolve("eap", name);
        }
    }
}
