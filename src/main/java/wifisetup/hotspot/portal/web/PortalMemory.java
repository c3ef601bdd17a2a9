package wifisetup.hotspot.portal.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What outlives the page's server, which is closed and opened again around each join: who the phones are, what they
/// typed, how often they asked. One for each session of the hotspot; with it goes all that it keeps. Any thread.
public final class PortalMemory {
    /// More phones than an access point of one radio takes.
    static final int MOST_SESSIONS = 32;

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int COOKIE_BYTES = 16;
    private static final int COOKIE_LENGTH = 22;

    private final SecureRandom random;
    private final SecretKeySpec key;
    private final Rates rates;
    private final CodeGuard codes;
    private final Map<String, PhoneSession> sessions =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PhoneSession> eldest) {
                    return size() > MOST_SESSIONS;
                }
            });

    /// A memory without a phone in it.
    public PortalMemory(SecureRandom random, InstantSource clock) {
        this.random = random;
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, HMAC);
        this.rates = new Rates(clock);
        this.codes = new CodeGuard(clock);
    }

    Rates rates() {
        return rates;
    }

    CodeGuard codes() {
        return codes;
    }

    /// A name for a phone that has none yet.
    String newCookie() {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether `cookie` looks like one of ours.
    static boolean isCookie(String cookie) {
        return cookie.length() == COOKIE_LENGTH
                && cookie.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    /// What the forms of that phone's pages carry, so that no other page can send them. It needs no room here: a phone
    /// is remembered only from its first form on.
    String token(String cookie) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] sum = mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /// Whether `token` is that phone's.
    boolean isToken(String cookie, String token) {
        return MessageDigest.isEqual(
                token(cookie).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /// What is known of that phone.
    PhoneSession session(String cookie) {
        return sessions.getOrDefault(cookie, PhoneSession.NEW);
    }

    /// Changes what is known of that phone.
    ///
    /// @return what is known now
    PhoneSession change(String cookie, UnaryOperator<PhoneSession> change) {
        synchronized (sessions) {
            var changed = change.apply(session(cookie));
            sessions.put(cookie, changed);
            return changed;
        }
    }
}
