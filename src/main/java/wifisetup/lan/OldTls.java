package wifisetup.lan;

import java.security.Security;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// TLS 1.0 and 1.1, which the oldest reference devices speak. Both are broken enough that RFC 8996 forbids them
/// and the JDK turns them off for the whole process; the device's key is still compared with the one that
/// discovery named.
public final class OldTls {
    private static final String DISABLED = "jdk.tls.disabledAlgorithms";

    /// What the devices of that time have: these versions, and nothing but RSA to agree on a key.
    private static final Set<String> OF_OLD = Set.of("TLSv1", "TLSv1.1", "TLS_RSA_*");

    private OldTls() {}

    /// Allows them in this process, for every connection that asks for them; to be called before the first use
    /// of TLS. A session asks for them by [SessionOptions#withOldTls] alone.
    public static void allowInThisProcess() {
        String left = Arrays.stream(Security.getProperty(DISABLED).split(",", -1))
                .map(String::strip)
                .filter(algorithm -> !OF_OLD.contains(algorithm))
                .collect(Collectors.joining(", "));
        Security.setProperty(DISABLED, left);
    }
}
