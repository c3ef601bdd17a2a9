package wifisetup.hotspot.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A phone by its bytes: it can say what no browser would.
final class Phone {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final int LIMIT_MILLIS = 30_000;

    private final int port;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    String token = "";

    Phone(int port, String address) {
        this.port = port;
        this.address = address;
        headers.put("Host", PortalTrial.HOST);
        headers.put("User-Agent", "Mozilla/5.0 (Phone)");
    }

    /// What came back.
    record Reply(int status, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                    .map(List::getFirst);
        }
    }

    Phone says(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Phone keepsQuietAbout(String name) {
        headers.remove(name);
        return this;
    }

    Phone forgets() {
        cookies.clear();
        return this;
    }

    Phone takesCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    String cookie() {
        return cookies.getOrDefault(Portal.SESSION, "");
    }

    Reply get(String path) throws IOException {
        return send("GET", path, "", Map.of());
    }

    Reply head(String path) throws IOException {
        return send("HEAD", path, "", Map.of());
    }

    /// Opens a page and notes the token of its forms.
    Reply open(String path) throws IOException {
        var reply = get(path);
        var found = TOKEN.matcher(reply.body());
        if (found.find()) {
            token = found.group(1);
        }
        return reply;
    }

    /// Sends a form as a browser would, with the token that it has.
    Reply post(String path, Map<String, String> fields) throws IOException {
        var whole = new LinkedHashMap<String, String>();
        whole.put("token", token);
        whole.putAll(fields);
        return postBody(path, encode(whole), Map.of());
    }

    Reply postBody(String path, String body, Map<String, String> more) throws IOException {
        var all = new LinkedHashMap<String, String>();
        all.put("Content-Type", "application/x-www-form-urlencoded");
        all.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
        all.putAll(more);
        return send("POST", path, body, all);
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Reply send(String method, String path, String body, Map<String, String> more) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(method + " " + path + " HTTP/1.1");
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        all.forEach((name, value) -> lines.add(name + ": " + value));
        if (!cookies.isEmpty()) {
            lines.add("Cookie: "
                    + cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        lines.add("Connection: close");
        return raw(String.join("\r\n", lines) + "\r\n\r\n" + body);
    }

    /// Sends these bytes, and reads until the other side is done.
    Reply raw(String bytes) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            } catch (IOException refused) {
                // What was answered before that counts.
            }
            var read = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(read);
            } catch (SocketException reset) {
                // It has closed without reading all that was sent.
            }
            return reply(read.toString(StandardCharsets.UTF_8));
        }
    }

    Socket connect() throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
        return socket;
    }

    private Reply reply(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, Map.of(), text);
        }
        var lines = text.substring(0, end).lines().toList();
        var found = new LinkedHashMap<String, List<String>>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            found.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        found.getOrDefault("set-cookie", List.of()).forEach(line -> {
            String pair = line.substring(0, line.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        return new Reply(
                Integer.parseInt(lines.getFirst().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length())),
                found,
                text.substring(end + 4));
    }
}
