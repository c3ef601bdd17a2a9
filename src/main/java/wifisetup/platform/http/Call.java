package wifisetup.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wifisetup.secret.Secret;

/// How a call is made. [#DEFAULT] has no query, no headers and no credentials, waits 3 s and tries once; each
/// method gives a call that differs in one thing.
///
/// @param query what is appended to the address, percent-encoded, in this order
/// @param headers what is sent beside what every request has
/// @param credentials who calls, by Basic authentication (RFC 7617): over `http` everybody on the way can read
///     it
/// @param timeout how long one attempt may take, from the first byte of the connection to the last of the body
/// @param retries how often a call is made again that got no answer; an answer of any status is one
/// @param retryDelay how long to wait before each of them
public record Call(
        Map<String, String> query,
        Map<String, String> headers,
        Optional<Credentials> credentials,
        Duration timeout,
        int retries,
        Duration retryDelay) {
    /// One attempt of 3 s.
    public static final Call DEFAULT =
            new Call(Map.of(), Map.of(), Optional.empty(), Duration.ofSeconds(3), 0, Duration.ofMillis(500));

    /// Keeps its own copies.
    ///
    /// @throws IllegalArgumentException if the time-out is not positive, or a number is negative
    public Call {
        if (!timeout.isPositive() || retries < 0 || retryDelay.isNegative()) {
            throw new IllegalArgumentException("a time-out above 0 and retries of 0 or more, found " + timeout + ", "
                    + retries + " after " + retryDelay);
        }
        query = new LinkedHashMap<>(query);
        headers = new LinkedHashMap<>(headers);
    }

    /// Who calls.
    ///
    /// @param user without a colon (RFC 7617, 2)
    public record Credentials(String user, Secret password) {
        /// Checks the name.
        ///
        /// @throws IllegalArgumentException if it holds a colon
        public Credentials {
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a user without a colon, found " + user);
            }
        }

        /// The value of `Authorization`.
        String header() {
            byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }
    }

    /// This call with one more word in its query.
    public Call query(String key, String value) {
        return new Call(with(query, key, value), headers, credentials, timeout, retries, retryDelay);
    }

    /// This call with one more header.
    public Call header(String name, String value) {
        return new Call(query, with(headers, name, value), credentials, timeout, retries, retryDelay);
    }

    /// This call, made by `user`.
    public Call as(String user, Secret password) {
        return new Call(query, headers, Optional.of(new Credentials(user, password)), timeout, retries, retryDelay);
    }

    /// This call with other patience.
    public Call within(Duration limit) {
        return new Call(query, headers, credentials, limit, retries, retryDelay);
    }

    /// This call, made again up to `times` when no answer comes, `pause` after each failure.
    ///
    /// What got no answer may have been done all the same: a `POST` that is repeated may be done twice.
    public Call retry(int times, Duration pause) {
        return new Call(query, headers, credentials, timeout, times, pause);
    }

    /// Without the values of the headers and of the query: they may be keys.
    @Override
    public String toString() {
        return "Call[query=" + query.keySet() + ", headers=" + headers.keySet() + ", credentials=" + credentials
                + ", timeout=" + timeout + ", retries=" + retries + ", retryDelay=" + retryDelay + "]";
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
