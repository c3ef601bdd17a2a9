package wifisetup.network.portal;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wifisetup.network.SignInPage;

/// Asks for the page with which NetworkManager checks for the internet, and takes what answers in its place for the
/// way to the sign-in page. Ask when NetworkManager says that one stands in the way
/// ([wifisetup.network.Connectivity#PORTAL]).
///
/// Whoever runs the network answers: nothing of it is followed, and only an address of the web comes back.
public final class ConnectivityCheck implements SignInPage {
    /// Where to ask if NetworkManager does not say: GNOME's page, as in NetworkManager.conf(5).
    public static final URI DEFAULT = URI.create("http://nmcheck.gnome.org/check_network_status.txt");

    private static final System.Logger LOG = System.getLogger(ConnectivityCheck.class.getName());

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// What the page says where the internet is, or how that begins (NetworkManager.conf(5), `connectivity.response`).
    private static final String ONLINE = "NetworkManager is online";

    /// RFC 9110, 15.3.1, 15.4 and RFC 6585, 6.
    private static final int OK = 200;

    private static final int REDIRECTIONS = 3;
    private static final int HUNDRED = 100;
    private static final int NETWORK_AUTHENTICATION_REQUIRED = 511;

    /// The longest address that people can do anything with; browsers take about as much.
    private static final int LONGEST_ADDRESS = 2048;

    private final URI page;
    private final Duration limit;

    /// A check by that page.
    ///
    /// @param page an address of the web, such as NetworkManager's `ConnectivityCheckUri`; by `https` no portal can
    ///     answer, so `http` is what finds something
    /// @throws IllegalArgumentException if it is none
    public ConnectivityCheck(URI page) {
        this(page, LIMIT);
    }

    /// @param limit how long all of it may take
    ConnectivityCheck(URI page, Duration limit) {
        if (!isOfTheWeb(page)) {
            throw new IllegalArgumentException("expected an address of the web, found " + page);
        }
        this.page = page;
        this.limit = limit;
    }

    /// A check by the page that NetworkManager names.
    ///
    /// @param configured its property `ConnectivityCheckUri`, empty if there is no check
    public static ConnectivityCheck of(String configured) {
        return new ConnectivityCheck(address(configured).orElse(DEFAULT));
    }

    @Override
    public Optional<String> find() throws InterruptedException {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(limit)
                .build();
        var request = HttpRequest.newBuilder(page)
                .header("Cache-Control", "no-cache")
                .timeout(limit)
                .build();
        var answer = client.sendAsync(request, _ -> new Beginning(ONLINE.length()));
        try {
            return signInPage(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .map(URI::toASCIIString);
        } catch (ExecutionException | TimeoutException unanswered) {
            LOG.log(Level.DEBUG, "{0} was not answered: {1}", page, unanswered);
            return Optional.empty();
        } finally {
            answer.cancel(true);
            client.shutdownNow();
        }
    }

    private Optional<URI> signInPage(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / HUNDRED == REDIRECTIONS) {
            return answer.headers().firstValue("Location").flatMap(this::target);
        }
        boolean replaced = status == NETWORK_AUTHENTICATION_REQUIRED || (status == OK && !isOnline(answer));
        // A browser that asks for the page is shown the portal's.
        return replaced ? Optional.of(page) : Optional.empty();
    }

    private static boolean isOnline(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.US_ASCII).equals(ONLINE)
                || answer.headers()
                        .firstValue("X-NetworkManager-Status")
                        .filter("online"::equals)
                        .isPresent();
    }

    /// Where a redirection leads, from the page on.
    private Optional<URI> target(String location) {
        return parse(location).map(page::resolve).filter(ConnectivityCheck::isOfTheWeb);
    }

    private static Optional<URI> address(String text) {
        return parse(text).filter(ConnectivityCheck::isOfTheWeb);
    }

    private static Optional<URI> parse(String text) {
        if (text.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            LOG.log(Level.DEBUG, "not an address: {0}", malformed.getReason());
            return Optional.empty();
        }
    }

    /// Whether a browser opens that as a page of the web. One with a user in front of the host imitates another host.
    private static boolean isOfTheWeb(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.toString().length() <= LONGEST_ADDRESS;
    }
}
