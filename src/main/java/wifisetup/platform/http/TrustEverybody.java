package wifisetup.platform.http;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts every certificate, also one of another host: the extended kind is asked in place of that check.
final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
