package wifisetup.device.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import wifisetup.device.PasswordHash;
import wifisetup.secret.Secret;

class Pbkdf2Test {
    private final Pbkdf2 passwords = new Pbkdf2(new SecureRandom());

    @Test
    void aHashIsSlowAndSaltedAndDoesNotPrintItself() {
        var hash = passwords.hash(new Secret("correct horse"));
        assertThat(hash.encoded()).startsWith("pbkdf2-sha256:600000:");
        assertThat(passwords.hash(new Secret("correct horse"))).isNotEqualTo(hash);
        assertThat(hash).hasToString("***");
    }

    @Test
    void onlyTheSamePasswordMatches() {
        var hash = passwords.hash(new Secret("correct horse"));
        assertThat(passwords.matches(new Secret("correct horse"), hash)).isTrue();
        assertThat(passwords.matches(new Secret("correct horsf"), hash)).isFalse();
    }

    @Test
    void accentsMatchHoweverTheyAreTyped() {
        var hash = passwords.hash(new Secret("caf\u00e9 au lait"));
        assertThat(passwords.matches(new Secret("cafe\u0301 au lait"), hash)).isTrue();
    }

    /// RFC 7914, 11: PBKDF2-HMAC-SHA-256 (P="Password", S="NaCl", c=80000), the first 32 of 64 bytes.
    @Test
    void theStandardsExampleMatches() {
        var hash = new PasswordHash("pbkdf2-sha256:80000:TmFDbA==:TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1Y=");
        assertThat(passwords.matches(new Secret("Password"), hash)).isTrue();
    }
}
