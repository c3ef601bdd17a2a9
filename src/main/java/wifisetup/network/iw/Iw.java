package wifisetup.network.iw;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules;
import wifisetup.network.WifiException;

/// The kernel's regulatory domain, by `iw reg get` and `iw reg set`. Anybody may read it; setting it wants the
/// capability `CAP_NET_ADMIN`.
public final class Iw implements RadioRules {
    private static final System.Logger LOG = System.getLogger(Iw.class.getName());

    /// It answers within milliseconds.
    private static final int LIMIT_SECONDS = 5;

    /// More than it ever prints.
    private static final int MOST_OUTPUT = 100_000;

    /// The first line that names a domain is the global one; those of single radios follow.
    private static final Pattern DOMAIN = Pattern.compile("^country ([0-9A-Z]{2}):", Pattern.MULTILINE);

    private final List<String> command;

    /// Runs that command: the words before the arguments, for example `iw`, or `sudo -n iw`.
    public Iw(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public Domain domain() throws InterruptedException {
        try {
            var answer = run("reg", "get");
            return answer.code == 0 ? domain(answer.output) : new Domain.Unknown();
        } catch (IOException missing) {
            LOG.log(Level.DEBUG, "no iw here: {0}", missing.getMessage());
            return new Domain.Unknown();
        }
    }

    @Override
    public void set(Country country) throws WifiException, InterruptedException {
        try {
            var answer = run("reg", "set", country.code());
            if (answer.code != 0) {
                throw new WifiException(
                        answer.output.contains("not permitted")
                                ? new Failure.Denied("CAP_NET_ADMIN")
                                : new Failure.Other("iw reg set: " + answer.output.strip()));
            }
        } catch (IOException missing) {
            throw new WifiException(
                    new Failure.Other("the country cannot be set by iw: " + missing.getMessage()), missing);
        }
    }

    /// What `iw reg get` printed; `00` is the world's domain, and 98 and 99 are made up by the kernel or a driver.
    static Domain domain(String printed) {
        var matcher = DOMAIN.matcher(printed);
        if (!matcher.find()) {
            return new Domain.Unknown();
        }
        String code = matcher.group(1);
        if (code.equals("00")) {
            return new Domain.World();
        }
        return Character.isDigit(code.charAt(0)) ? new Domain.Unknown() : new Domain.Of(new Country(code));
    }

    private record Answer(int code, String output) {}

    private Answer run(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            process.getOutputStream().close();
            // It prints far less than what a pipe holds, so it need not be read while it runs.
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no answer within " + LIMIT_SECONDS + " s");
            }
            return new Answer(process.exitValue(), new String(output.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
