package wifisetup.hotspot.portal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window, driven over its own protocol (Chrome DevTools Protocol).
final class Chromium implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private static final int LIMIT_SECONDS = 60;
    private static final String GREETING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final Wire wire;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> questions = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();

    private Chromium(Process process, Path profile, URI address) throws InterruptedException {
        this.process = process;
        this.profile = profile;
        this.wire = new Wire(address);
        if (!wire.connectBlocking(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Chromium does not answer at " + address);
        }
    }

    /// A browser for which every name leads to that port, as in a hotspot.
    static Chromium start(int port) throws Exception {
        var profile = Files.createTempDirectory("portal-chromium");
        Process process;
        try {
            process = new ProcessBuilder(
                            "chromium",
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--no-proxy-server",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--remote-debugging-port=0",
                            "--host-resolver-rules=MAP * 127.0.0.1:" + port,
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("the phone's page is tested in Chromium: apt-get install chromium", missing);
        }
        var address = new CompletableFuture<URI>();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.errorReader(StandardCharsets.UTF_8)) {
                lines.lines()
                        .filter(line -> line.startsWith(GREETING))
                        .forEach(line -> address.complete(URI.create(line.substring(GREETING.length()))));
            } catch (IOException ended) {
                // It was closed.
            }
        });
        return new Chromium(process, profile, address.get(LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    /// An empty tab of somebody who has never been here.
    Tab open() throws Exception {
        String person = call("", "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asString();
        String target = call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", person))
                .path("targetId")
                .asString();
        String session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        return new Tab(this, session, person);
    }

    JsonNode call(String session, String method, Map<String, Object> parameters) throws Exception {
        var found = ask(session, method, parameters).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (found.has("error")) {
            throw new IllegalStateException(method + ": " + found.path("error"));
        }
        return found.path("result");
    }

    CompletableFuture<JsonNode> ask(String session, String method, Map<String, Object> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        questions.put(id, answer);
        var message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        wire.send(message.toString());
        return answer;
    }

    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        wire.close();
        process.destroy();
        process.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException busy) {
            // A helper of the browser's is still writing; the directory is the system's to clear.
        }
    }

    private final class Wire extends WebSocketClient {
        Wire(URI address) {
            super(address);
            setDaemon(true);
            setConnectionLostTimeout(0);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            var message = JSON.readTree(text);
            if (message.has("id")) {
                var question = questions.remove(message.path("id").asInt());
                if (question != null) {
                    question.complete(message);
                }
            } else {
                listeners.forEach(listener -> listener.accept(message));
            }
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            questions.values().forEach(question -> question.completeExceptionally(new IOException("Chromium is gone")));
        }

        @Override
        public void onError(Exception failure) {}
    }
}
