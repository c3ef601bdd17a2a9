package wifisetup.network.bus;

import java.util.Map;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.ServerTrust;
import wifisetup.secret.Secret;

/// Reads what a request has to present to a network. The fields are named as NetworkManager's `802-1x` group names
/// them, as far as it does.
final class CredentialsReader {
    private enum Method {
        PEAP,
        TTLS,
        TLS
    }

    private static final Map<String, Method> METHODS =
            Map.of("peap", Method.PEAP, "ttls", Method.TTLS, "tls", Method.TLS);
    private static final Map<String, Eap.Inner> INNER = Map.of("pap", Eap.Inner.PAP, "mschapv2", Eap.Inner.MSCHAPV2);

    private CredentialsReader() {}

    /// An account if the request has an identity, else the password; nothing to present means what is saved.
    static Credentials read(Fields fields) throws UnfitField {
        var password = new Secret(fields.text("password").orElse(""));
        var identity = fields.text("identity").filter(text -> !text.isEmpty());
        if (identity.isPresent()) {
            return account(identity.get(), password, fields);
        }
        return password.isEmpty() ? new Credentials.Saved() : new Credentials.Passphrase(password);
    }

    private static Credentials account(String identity, Secret password, Fields fields) throws UnfitField {
        var method = fields.word("eap", METHODS).orElse(Method.PEAP);
        var inner = fields.word("phase2", INNER).orElse(Eap.Inner.MSCHAPV2);
        if (method != Method.TLS && password.isEmpty()) {
            return new Credentials.Saved();
        }
        Eap eap = switch (method) {
            case PEAP -> peap(password, inner, fields);
            case TTLS -> new Eap.Ttls(password, inner);
            case TLS ->
                new Eap.Tls(
                        file("client_cert", fields),
                        file("private_key", fields),
                        new Secret(fields.text("private_key_password").orElse("")));
        };
        return new Credentials.Account(
                identity, fields.text("anonymous_identity").orElse(""), eap, trust(fields));
    }

    private static Eap peap(Secret password, Eap.Inner inner, Fields fields) throws UnfitField {
        if (inner != Eap.Inner.MSCHAPV2) {
            throw fields.unfit("phase2", "with peap only mschapv2 is supported");
        }
        return new Eap.Peap(password);
    }

    /// Whoever imitates a network learns the password of an account that is shown to anybody: that must be asked for.
    private static ServerTrust trust(Fields fields) throws UnfitField {
        var domain = fields.text("domain").orElse("");
        boolean authority =
                fields.text("ca_cert").filter(path -> !path.isEmpty()).isPresent();
        if (fields.flag("any_server").orElse(false)) {
            if (authority || !domain.isEmpty()) {
                throw fields.unfit("any_server", "contradicts domain and ca_cert");
            }
            return new ServerTrust.Anybody();
        }
        if (authority) {
            return new ServerTrust.Authority(file("ca_cert", fields), domain);
        }
        if (domain.isEmpty()) {
            throw fields.unfit("domain", "missing; an account needs domain, ca_cert or any_server: true");
        }
        return new ServerTrust.SystemAuthorities(domain);
    }

    /// A path means the same to every program only from the root on.
    private static String file(String name, Fields fields) throws UnfitField {
        return fields.text(name)
                .filter(path -> path.startsWith("/"))
                .orElseThrow(() -> fields.unfit(name, "expected the absolute path of a file"));
    }
}
