package wifisetup.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a server answered.
///
/// @param status the status code (RFC 9110, 15): also 404 or 500 is an answer
/// @param headers each header's values; names in lower case
/// @param body the text, by the charset that the server names, else UTF-8; empty for `HEAD`
public record Answer(int status, Map<String, List<String>> headers, String body) {
    /// The first value of that header, whatever its case.
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }

    /// Whether the request was done (2xx).
    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
