package wifisetup.hotspot.portal.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The page's server: the JDK's, on one address, a virtual thread for each request. It is made for one time that the
/// access point is open; what has to last longer is in the [PortalMemory]. Any thread, but one at a time starts and
/// closes it.
public final class PortalServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PortalServer.class.getName());

    /// As many connections as may wait to be accepted.
    private static final int BACKLOG = 64;

    /// An answer that is under way when the server closes is given so long: it may be the last words before the access
    /// point goes down.
    private static final int CLOSING_SECONDS = 1;

    private final PortalPlace place;
    private final Portal portal;
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads) {}

    /// A server that is not open yet.
    ///
    /// @param place where it listens, and what phones call that
    /// @param desk who knows what to show, and takes what people want
    /// @param memory what is known of the phones; the same one before and after each join
    /// @param clock tells the age of the list
    public PortalServer(PortalPlace place, PortalDesk desk, PortalMemory memory, InstantSource clock) {
        this.place = place;
        this.portal = new Portal(place, desk, memory, new Pages(place, clock));
    }

    /// Opens it.
    ///
    /// @throws PortalUnavailable if the address cannot be had
    public void start() throws PortalUnavailable {
        if (running != null) {
            throw new IllegalStateException("the server is open already");
        }
        HttpLimits.apply();
        HttpServer server;
        try {
            server = HttpServer.create(place.listen(), BACKLOG);
        } catch (IOException refused) {
            throw PortalUnavailable.at(place.listen(), refused);
        }
        var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("portal-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        running = new Running(server, threads);
    }

    /// Where it listens: with the port that it got.
    ///
    /// @throws IllegalStateException if it is closed
    public InetSocketAddress address() {
        return Optional.ofNullable(running)
                .orElseThrow(() -> new IllegalStateException("the server is closed"))
                .server()
                .getAddress();
    }

    /// Closes it: no new request is taken, and answers that are under way have a second.
    @Override
    public void close() {
        var open = running;
        running = null;
        if (open != null) {
            open.server().stop(CLOSING_SECONDS);
            open.threads().shutdownNow();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, portal.answer(request(exchange)));
        } catch (RuntimeException defect) {
            // Nothing of the request: a password may be in it.
            LOG.log(Level.ERROR, "a request was not answered", defect);
            throw defect;
        }
    }

    private static Request request(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRemoteAddress().getAddress(),
                exchange.getRequestMethod(),
                Optional.ofNullable(uri.getRawPath()).orElse(""),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                exchange.getRequestBody());
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        SafetyHeaders.ALL.forEach(headers::set);
        answer.headers().forEach(header -> headers.add(header.name(), header.value()));
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
