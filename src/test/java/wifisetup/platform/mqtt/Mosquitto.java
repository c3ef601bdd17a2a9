package wifisetup.platform.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import wifisetup.platform.Certificates;

/// A real broker, on a free port of loopback: Mosquitto, from Debian's package `mosquitto`.
public final class Mosquitto implements AutoCloseable {
    /// The account of a broker that wants one.
    public static final String USER = "kiosk";

    /// Its password.
    public static final String PASSWORD = "of the tests";

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/sbin/mosquitto"), Path.of("/usr/bin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"));

    private final int port;
    private final Path configuration;
    private Process process;

    private Mosquitto(int port, Path configuration) throws Exception {
        this.port = port;
        this.configuration = configuration;
        this.process = run();
    }

    /// A broker that lets everybody in, and keeps whatever a fleet says at once.
    public static Mosquitto open(Path directory) throws Exception {
        return start(directory, List.of("allow_anonymous true", "max_queued_messages 0", "set_tcp_nodelay true"));
    }

    /// A broker that wants [#USER] and [#PASSWORD].
    public static Mosquitto withPassword(Path directory) throws Exception {
        Path passwords = directory.resolve("passwords");
        var tool = new ProcessBuilder("mosquitto_passwd", "-b", "-c", passwords.toString(), USER, PASSWORD)
                .redirectErrorStream(true)
                .start();
        tool.getInputStream().transferTo(System.err);
        if (tool.waitFor() != 0) {
            throw new IOException("mosquitto_passwd ended with " + tool.exitValue());
        }
        return start(directory, List.of("allow_anonymous false", "password_file " + passwords));
    }

    /// A broker that lets everybody in, to whom it allows only that.
    ///
    /// @param rules of its access control list
    public static Mosquitto withRules(Path directory, List<String> rules) throws Exception {
        Path list = Files.write(directory.resolve("rules"), rules);
        return start(directory, List.of("allow_anonymous true", "acl_file " + list));
    }

    /// A broker on TLS that lets in whoever has a certificate of that authority.
    public static Mosquitto withCertificates(Path directory, Certificates certificates) throws Exception {
        return start(
                directory,
                List.of(
                        "cafile " + certificates.authority(),
                        "certfile " + certificates.server(),
                        "keyfile " + certificates.serverKey(),
                        "require_certificate true",
                        "use_identity_as_username true"));
    }

    /// Where it is, on 127.0.0.1.
    public int port() {
        return port;
    }

    /// Ends it as a crash does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Starts it again, at the same place.
    public void restart() throws Exception {
        process = run();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// A port that nobody listens on.
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Mosquitto start(Path directory, List<String> rules) throws Exception {
        int port = freePort();
        var lines = new ArrayList<>(List.of(
                "listener " + port + " 127.0.0.1",
                // As root it would become a user who cannot read the files of the test.
                "user " + System.getProperty("user.name"),
                "log_dest stderr"));
        lines.addAll(rules);
        return new Mosquitto(port, Files.write(directory.resolve("mosquitto-" + port + ".conf"), lines));
    }

    private static Path program() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "these tests need a real MQTT broker: install Debian's package mosquitto (apt-get install mosquitto)"));
    }

    /// Runs it, and returns when it listens.
    private Process run() throws Exception {
        var started = new ProcessBuilder(program().toString(), "-v", "-c", configuration.toString())
                .redirectErrorStream(true)
                .start();
        var running = new CompletableFuture<Optional<String>>();
        Thread.ofVirtual().start(() -> {
            var said = new StringBuilder();
            try (var lines = started.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.endsWith(" running")) {
                        running.complete(Optional.empty());
                    } else if (!running.isDone()) {
                        said.append(line).append('\n');
                    }
                }
            } catch (IOException closed) {
                said.append(closed);
            }
            running.complete(Optional.of(said.toString()));
        });
        var failure = running.get(20, TimeUnit.SECONDS);
        if (failure.isPresent()) {
            throw new AssertionError("mosquitto did not start: " + failure.get());
        }
        return started;
    }
}
