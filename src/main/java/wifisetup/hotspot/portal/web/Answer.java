package wifisetup.hotspot.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a phone is answered.
///
/// @param status the status code (RFC 9110, 15)
/// @param type the body's media type
/// @param text the body
/// @param headers what else is said
record Answer(int status, String type, String text, List<Header> headers) {
    static final int OK = 200;
    static final int FOUND = 302;
    static final int SEE_OTHER = 303;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int CONTENT_TOO_LARGE = 413;
    static final int UNSUPPORTED_MEDIA_TYPE = 415;
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY_REQUESTS = 429;

    private static final String HTML = "text/html; charset=utf-8";

    /// A header.
    record Header(String name, String value) {}

    /// Keeps its own copy of the headers.
    Answer {
        headers = List.copyOf(headers);
    }

    /// A page.
    static Answer page(int status, String html, String language) {
        return of(status, HTML, html).with("Content-Language", language);
    }

    /// A text of some type.
    static Answer of(int status, String type, String text) {
        return new Answer(status, type, text, List.of());
    }

    /// The way to another address, which must be one of ours: it stands in the body too.
    static Answer redirect(int status, String address) {
        return of(
                        status,
                        HTML,
                        "<!DOCTYPE html><html lang=\"en\"><title>Wi-Fi</title><a href=\"" + address + "\">" + address
                                + "</a></html>\n")
                .with("Location", address);
    }

    /// Not now, but after `pause`; the connection ends.
    static Answer later(Duration pause) {
        return of(TOO_MANY_REQUESTS, "text/plain; charset=utf-8", "429\n").with(pause);
    }

    /// The same, to be tried again after `pause`.
    Answer with(Duration pause) {
        return with(
                        "Retry-After",
                        String.valueOf(Math.max(1, pause.plusMillis(999).toSeconds())))
                .with("Connection", "close");
    }

    /// The same with another header.
    Answer with(String name, String value) {
        return new Answer(
                status,
                type,
                text,
                Stream.concat(headers.stream(), Stream.of(new Header(name, value)))
                        .toList());
    }

    /// The same with another status.
    Answer as(int other) {
        return new Answer(other, type, text, headers);
    }

    /// The body's bytes.
    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
