package wifisetup.hotspot.portal.web;

import com.sun.net.httpserver.Headers;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// What a phone asks, as it came: hostile until shown otherwise.
///
/// @param from who asks
/// @param method the method, such as `GET`
/// @param path the path, as it was sent
/// @param query what follows the question mark, as it was sent; or nothing
/// @param headers what else it says
/// @param body what it sends along, not read yet
record Request(InetAddress from, String method, String path, String query, Headers headers, InputStream body) {
    /// The value of a header that comes once; nothing if it is missing or comes again with another value.
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.stream().distinct().count() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// Whether the header is there at all.
    boolean has(String name) {
        return headers.containsKey(name);
    }

    /// The value of a cookie (RFC 6265, 5.4).
    Optional<String> cookie(String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /// Whether it only reads.
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
