package wifisetup.lan;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts a certificate for its key alone: one that discovery named for this device. Names, dates and issuers of
/// self-signed certificates say nothing. TLS itself makes the server prove that it has the key.
final class Pinned extends X509ExtendedTrustManager {
    private final List<RSAPublicKey> keys;

    Pinned(List<RSAPublicKey> keys) {
        this.keys = keys;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !keys.contains(chain[0].getPublicKey())) {
            throw new CertificateException("the certificate's key is not the one that the device named in discovery");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
