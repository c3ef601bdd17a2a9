package wifisetup.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import wifisetup.loop.Timer;

/// Calls over HTTP. One instance serves any number of threads at once and keeps connections open between calls.
///
/// A certificate is checked, and that it names the host, unless [#unchecked] was asked for. A redirect (3xx) is
/// an answer like any other: who follows it decides who sees the credentials. A body of more than 16 MiB is no
/// answer.
public final class Http implements AutoCloseable {
    /// What a server may fill the memory with.
    static final long LARGEST_BODY = 16L << 20;

    private final HttpClient client;
    private final Timer timer;

    /// Calls that trust whom this machine trusts.
    public Http() {
        this(HttpClient.newBuilder(), Http::later);
    }

    /// Calls that trust whom `context` trusts, and show the certificate that it holds.
    public Http(SSLContext context) {
        this(HttpClient.newBuilder().sslContext(context), Http::later);
    }

    Http(HttpClient.Builder client, Timer timer) {
        this.client = client.followRedirects(HttpClient.Redirect.NEVER).build();
        this.timer = timer;
    }

    /// Calls that trust everybody: what is sent can be read and changed by whoever is on the way. For a trial
    /// at a desk.
    public static Http unchecked() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverybody()}, null);
            return new Http(context);
        } catch (GeneralSecurityException noTls) {
            throw new IllegalStateException("every Java has TLS", noTls);
        }
    }

    /// Reads what is at `url`.
    ///
    /// @param url with scheme and host, such as `https://example.org/path`
    /// @throws HttpCallException if no attempt got an answer
    /// @throws IllegalArgumentException if `url` is none, or a header cannot be sent
    public Answer get(String url, Call call) throws HttpCallException, InterruptedException {
        return send(url, call, HttpRequest.Builder::GET);
    }

    /// As [#get(String, Call)], by [Call#DEFAULT].
    public Answer get(String url) throws HttpCallException, InterruptedException {
        return get(url, Call.DEFAULT);
    }

    /// Gives `body` to what is at `url`, in UTF-8; name its kind by a header `Content-Type`.
    ///
    /// @throws HttpCallException if no attempt got an answer
    /// @throws IllegalArgumentException if `url` is none, or a header cannot be sent
    public Answer post(String url, String body, Call call) throws HttpCallException, InterruptedException {
        return send(url, call, request -> request.POST(BodyPublishers.ofString(body)));
    }

    /// Puts `body` at `url`, in UTF-8; name its kind by a header `Content-Type`.
    ///
    /// @throws HttpCallException if no attempt got an answer
    /// @throws IllegalArgumentException if `url` is none, or a header cannot be sent
    public Answer put(String url, String body, Call call) throws HttpCallException, InterruptedException {
        return send(url, call, request -> request.PUT(BodyPublishers.ofString(body)));
    }

    /// Deletes what is at `url`.
    ///
    /// @throws HttpCallException if no attempt got an answer
    /// @throws IllegalArgumentException if `url` is none, or a header cannot be sent
    public Answer delete(String url, Call call) throws HttpCallException, InterruptedException {
        return send(url, call, HttpRequest.Builder::DELETE);
    }

    /// Reads what is said about what is at `url`: status and headers.
    ///
    /// @throws HttpCallException if no attempt got an answer
    /// @throws IllegalArgumentException if `url` is none, or a header cannot be sent
    public Answer head(String url, Call call) throws HttpCallException, InterruptedException {
        return send(url, call, HttpRequest.Builder::HEAD);
    }

    /// Ends the calls that are under way, and the connections.
    @Override
    public void close() {
        client.shutdownNow();
    }

    private Answer send(String url, Call call, Function<HttpRequest.Builder, HttpRequest.Builder> method)
            throws HttpCallException, InterruptedException {
        var request = HttpRequest.newBuilder(address(url, call.query())).timeout(call.timeout());
        call.headers().forEach((name, value) -> set(request, name, value));
        call.credentials().ifPresent(who -> request.setHeader("Authorization", who.header()));
        var ready = method.apply(request).build();
        for (int left = call.retries(); ; left--) {
            try {
                return attempt(ready, call);
            } catch (ExecutionException | TimeoutException failed) {
                if (left == 0 || failed.getCause() instanceof SSLException) {
                    throw new HttpCallException(describe(ready, call, failed), failed);
                }
            }
            pause(call);
        }
    }

    /// What is wrong with a header is said without its value, which may be a key: Java's own words quote it.
    private static void set(HttpRequest.Builder request, String name, String value) {
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("the header " + name + " cannot be sent: its name is not one that a"
                    + " program may set, or its value holds a control character");
        }
    }

    /// One attempt. Its request's own time-out ends with the headers; a body that never ends is cut off here.
    private Answer attempt(HttpRequest request, Call call)
            throws ExecutionException, TimeoutException, InterruptedException {
        var handler = BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BODY);
        var response = client.sendAsync(request, handler);
        try {
            return answer(response.get(call.timeout().toNanos(), TimeUnit.NANOSECONDS));
        } finally {
            // Without effect on one that is complete.
            response.cancel(true);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    private void pause(Call call) throws InterruptedException {
        var over = new CompletableFuture<Void>();
        var scheduled = timer.after(call.retryDelay(), () -> over.complete(null));
        try {
            over.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            scheduled.cancel();
        }
    }

    private static Timer.Scheduled later(Duration delay, Runnable action) {
        var run = CompletableFuture.runAsync(
                action, CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS));
        return () -> run.cancel(false);
    }

    private static URI address(String url, Map<String, String> query) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("expected an address with scheme and host, found " + plain(uri));
            }
            if (query.isEmpty()) {
                return uri;
            }
            String words = query.entrySet().stream()
                    .map(word -> encode(word.getKey()) + "=" + encode(word.getValue()))
                    .collect(Collectors.joining("&"));
            int fragment = url.indexOf('#');
            String whole = fragment < 0 ? url : url.substring(0, fragment);
            return new URI(whole + (uri.getRawQuery() == null ? "?" : "&") + words);
        } catch (URISyntaxException malformed) {
            // Not as the cause: it quotes the address, in which a key may be.
            throw new IllegalArgumentException(
                    "expected an address such as https://example.org/path: " + malformed.getReason());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String describe(HttpRequest request, Call call, Exception failed) {
        String found = failed instanceof TimeoutException
                ? "none within " + call.timeout()
                : String.valueOf(failed.getCause());
        return request.method() + " " + plain(request.uri()) + ": expected an answer, found " + found
                + (call.retries() == 0 ? "" : " (" + (call.retries() + 1) + " attempts)");
    }

    /// Neither query nor user: either may hold a key.
    private static String plain(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    }
}
