package wifisetup.device;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wifisetup.loop.Step;

/// How somebody who knows the password becomes a manager.
final class Admission {
    /// How many passwords of strangers are compared, or wait for that, at most.
    static final int MOST_COMPARED = 4;

    /// How long it takes about until these are done, on a small machine.
    private static final Duration QUEUE = Duration.ofSeconds(5);

    private final DeviceRules rules;

    Admission(DeviceRules rules) {
        this.rules = rules;
    }

    /// Somebody offers a password. Many sessions at once get no more attempts than one, and hold up nobody
    /// for long.
    Step<DeviceState, DeviceEffect> offered(DeviceState state, DeviceEvent.PasswordOffered offer) {
        var password = state.memory().password();
        if (password.isEmpty()) {
            return reply(state, offer.question(), new Answer.NoPassword());
        }
        var wait = state.attempts().waitOfStranger(offer.peer(), offer.at());
        if (wait.isPositive()) {
            return reply(state, offer.question(), new Answer.Waiting(wait));
        }
        if (state.underWay().comparing().size() >= MOST_COMPARED || isAtIt(state, offer.peer(), offer.at())) {
            return reply(state, offer.question(), new Answer.Waiting(QUEUE));
        }
        var key = new TrustedKey(offer.key(), offer.peer().getHostAddress(), offer.at());
        return Step.to(
                state.with(state.underWay().comparing(offer.peer())),
                new DeviceEffect.Compare(
                        new DeviceEffect.Claim.Trust(offer.question(), offer.peer(), key),
                        offer.password(),
                        password.get()));
    }

    /// Whether as many passwords from there are being compared as may be.
    static boolean isAtIt(DeviceState state, InetAddress peer, Instant at) {
        long there = state.underWay().comparing().stream()
                .filter(other -> Attempts.isSame(other, peer))
                .count();
        return there >= state.attempts().atOnce(peer, at);
    }

    /// A password was compared.
    Step<DeviceState, DeviceEffect> compared(DeviceState before, DeviceEvent.Compared compared) {
        var claim = compared.compare().claim();
        var state = before.with(before.underWay().compared(claim.peer()));
        boolean current =
                state.memory().password().equals(Optional.of(compared.compare().hash()));
        if (!compared.right() || !current) {
            var attempts = state.attempts().since(compared.at());
            var failed = switch (claim) {
                case DeviceEffect.Claim.Trust _ -> attempts.failedStranger(claim.peer(), compared.at());
                case DeviceEffect.Claim.NewPassword _ -> attempts.failed(claim.peer(), compared.at());
            };
            return reply(state.with(failed), claim.question(), new Answer.NotAuthorized());
        }
        var forgiven = state.with(state.attempts().forgiven(claim.peer()));
        return switch (claim) {
            case DeviceEffect.Claim.Trust trust -> admit(forgiven, trust, compared);
            case DeviceEffect.Claim.NewPassword change ->
                Step.to(forgiven, new DeviceEffect.Hash(change.setter(), change.next()));
        };
    }

    private Step<DeviceState, DeviceEffect> admit(
            DeviceState state, DeviceEffect.Claim.Trust claim, DeviceEvent.Compared compared) {
        if (!rules.consent()) {
            return Keepsake.keep(state, state.memory().trusting(claim.key()), claim.question());
        }
        if (state.question().isPresent()) {
            // The person reads one question at a time; whoever comes in between may come again.
            return reply(state, claim.question(), new Answer.Failed());
        }
        var until = compared.at().plus(rules.consentTime());
        var question = new ConsentQuestion(claim.question(), claim.peer(), claim.key(), until);
        return Step.to(
                state.asking(Optional.of(question)), new DeviceEffect.AskFor(claim.question(), rules.consentTime()));
    }

    /// The person has answered, or the time to do so is over.
    static Step<DeviceState, DeviceEffect> answered(DeviceState state, long number, boolean trusted) {
        var question = state.question().filter(asked -> asked.number() == number);
        if (question.isEmpty()) {
            return Step.to(state);
        }
        var done = state.asking(Optional.empty());
        return trusted
                ? Keepsake.keep(done, done.memory().trusting(question.get().key()), number)
                : reply(done, number, new Answer.NotAuthorized());
    }

    /// The asker does not wait for the person's answer any more.
    static Step<DeviceState, DeviceEffect> gone(DeviceState state, long number) {
        return Step.to(
                state.question().filter(asked -> asked.number() == number).isPresent()
                        ? state.asking(Optional.empty())
                        : state);
    }

    private static Step<DeviceState, DeviceEffect> reply(DeviceState state, long question, Answer answer) {
        return Step.to(state, new DeviceEffect.Reply(question, answer));
    }
}
