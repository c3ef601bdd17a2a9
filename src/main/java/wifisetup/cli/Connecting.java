package wifisetup.cli;

import java.io.IOException;
import java.util.Optional;
import wifisetup.cli.NetworkCommand.Connect;
import wifisetup.loop.Cancellation;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.named.NamedJoin;
import wifisetup.network.named.Names;
import wifisetup.secret.Secret;

/// Joins a network that somebody names. Who sits at a terminal is asked for the password when one is needed, and again
/// when it was wrong.
final class Connecting {
    /// How often somebody may type a password before it is enough.
    private static final int QUESTIONS = 3;

    private final Wifi wifi;
    private final Terminal terminal;
    private final Connect wish;
    private final Cancellation cancellation;
    private final Names names;

    Connecting(Wifi wifi, Terminal terminal, Connect wish, Cancellation cancellation) {
        this.wifi = wifi;
        this.terminal = terminal;
        this.wish = wish;
        this.cancellation = cancellation;
        this.names = new Names(wifi);
    }

    /// How it ended, with which network.
    record Ended(Ssid ssid, JoinOutcome outcome) {}

    /// Joins it.
    ///
    /// @throws IOException if the password cannot be read from standard input
    Ended run() throws WifiException, IOException, InterruptedException {
        var given = wish.passwordOnInput() ? terminal.readSecret() : Optional.<Secret>empty();
        if (wish.passwordOnInput() && given.isEmpty()) {
            terminal.tell("standard input holds no password");
        }
        var ssid = wish.name().in(names);
        var outcome = given.isEmpty()
                        && wish.account().filter(AccountWish::needsSecret).isPresent()
                ? new Failure.PasswordRequired()
                : attempt(ssid, given);
        for (int question = 0; question < QUESTIONS && mayAsk(ssid, outcome); question++) {
            if (outcome instanceof Failure.WrongPassword wrong) {
                terminal.tell(Sentences.of(wrong));
            }
            var typed = terminal.ask("Password of " + ssid.display() + ": ");
            if (typed.isEmpty()) {
                break;
            }
            outcome = attempt(ssid, typed);
        }
        return new Ended(ssid, outcome);
    }

    private JoinOutcome attempt(Ssid ssid, Optional<Secret> secret) throws InterruptedException {
        JoinRequest request;
        try (var _ = Interruptible.by(cancellation)) {
            request =
                    names.request(new NamedJoin(ssid, wish.hint(), credentials(secret), wish.hidden(), wish.changes()));
        } catch (WifiException failure) {
            return failure.failure();
        }
        var flaw = flaw(request);
        if (flaw.isPresent()) {
            terminal.tell(Sentences.of(flaw.get()));
            return new Failure.WrongPassword();
        }
        var outcome = wifi.join(request, cancellation, stage -> terminal.tell(Sentences.of(stage)));
        if (outcome instanceof Failure.WrongPassword) {
            terminal.tell("refused");
        }
        return outcome;
    }

    private Credentials credentials(Optional<Secret> secret) {
        return wish.account()
                .<Credentials>map(account -> account.with(secret.orElse(Secret.EMPTY)))
                .or(() -> secret.map(Credentials.Passphrase::new))
                .orElseGet(Credentials.Saved::new);
    }

    /// A password that no network of that kind can have need not be tried.
    private static Optional<PassphraseFlaw> flaw(JoinRequest request) {
        return request.credentials() instanceof Credentials.Passphrase(var text)
                ? PassphraseFlaw.of(request.id().security(), text)
                : Optional.empty();
    }

    /// Whether another password may help, and somebody could type one.
    private boolean mayAsk(Ssid ssid, JoinOutcome outcome) {
        boolean helps = outcome instanceof Failure.WrongPassword || outcome instanceof Failure.PasswordRequired;
        return helps
                && !wish.passwordOnInput()
                && wish.account().map(AccountWish::needsSecret).orElseGet(() -> !wantsAccount(ssid));
    }

    private boolean wantsAccount(Ssid ssid) {
        try {
            return wifi.networks().stream()
                    .filter(network -> network.ssid().equals(ssid))
                    .map(network -> network.security())
                    .anyMatch(Security::needsAccount);
        } catch (WifiException noRadio) {
            return false;
        }
    }
}
