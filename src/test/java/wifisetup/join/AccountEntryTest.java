package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.ServerTrust;
import wifisetup.secret.Secret;

class AccountEntryTest {
    private static final Secret PASSWORD = new Secret("corp-pass-1");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "alice, PEAP, pw, '', '', SYSTEM, '', corp.example, -",
                "alice, TTLS_PAP, pw, '', '', AUTHORITY, /media/ca.pem, '', -",
                "alice, TLS, '', /media/me.p12, '', NONE, '', '', -",
                "' ', PEAP, pw, '', '', SYSTEM, '', corp.example, IDENTITY",
                "alice, PEAP, '', '', '', SYSTEM, '', corp.example, PASSWORD",
                "alice, TLS, pw, me.p12, '', NONE, '', '', CERTIFICATE",
                "alice, TLS, pw, /me.pem, key.pem, NONE, '', '', PRIVATE_KEY",
                "alice, TTLS_MSCHAPV2, pw, '', '', AUTHORITY, ca.pem, '', AUTHORITY",
                "alice, PEAP, pw, '', '', SYSTEM, '', ' ', DOMAIN"
            })
    void theFirstThingThatIsMissingIsNamed(
            String identity,
            AccountEntry.Method method,
            String password,
            String certificate,
            String key,
            AccountEntry.Check check,
            String authority,
            String domain,
            AccountEntry.Lack lack) {
        var entry = new AccountEntry(
                identity, "", method, new Secret(password), certificate, key, check, authority, domain);
        assertThat(entry.lack()).isEqualTo(Optional.ofNullable(lack));
    }

    @Test
    void whatIsTypedBecomesAnAccount() {
        var entry = new AccountEntry(
                " alice ",
                "anonymous",
                AccountEntry.Method.TTLS_PAP,
                PASSWORD,
                "",
                "",
                AccountEntry.Check.SYSTEM,
                "",
                " corp.example ");
        assertThat(entry.account())
                .isEqualTo(new Credentials.Account(
                        "alice",
                        "anonymous",
                        new Eap.Ttls(PASSWORD, Eap.Inner.PAP),
                        new ServerTrust.SystemAuthorities("corp.example")));
    }

    @Test
    void aCertificatesFileMayHoldItsKeyToo() {
        var entry = new AccountEntry(
                "device-17",
                "",
                AccountEntry.Method.TLS,
                PASSWORD,
                "/media/usb/me.p12",
                " ",
                AccountEntry.Check.NONE,
                "",
                "");
        assertThat(entry.account().eap()).isEqualTo(new Eap.Tls("/media/usb/me.p12", "/media/usb/me.p12", PASSWORD));
    }

    @Test
    void anEntryPrintsNoPasswordAndIsNoAccountWhileItLacksSomething() {
        assertThatIllegalStateException().isThrownBy(AccountEntry.EMPTY::account);
        var entry = new AccountEntry(
                "alice", "", AccountEntry.Method.PEAP, PASSWORD, "", "", AccountEntry.Check.NONE, "", "");
        assertThat(entry + " " + new Draft.Account(entry)).doesNotContain("corp-pass-1");
    }
}
