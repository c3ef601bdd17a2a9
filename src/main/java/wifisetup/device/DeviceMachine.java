package wifisetup.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Checkpoint;

/// Whom the device trusts, and what it does for those.
///
/// Everything that is answered with [Answer.Done] is on the disk by then.
public final class DeviceMachine implements Machine<DeviceState, DeviceEvent, DeviceEffect> {
    private final DeviceRules rules;
    private final Admission admission;
    private final Management management;
    private final Trials trials;

    /// A machine that follows `rules`.
    public DeviceMachine(DeviceRules rules) {
        this.rules = rules;
        this.admission = new Admission(rules);
        this.trials = new Trials(rules);
        this.management = new Management(trials);
    }

    @Override
    public Step<DeviceState, DeviceEffect> next(DeviceState state, DeviceEvent event) {
        return switch (event) {
            case DeviceEvent.Kept(var keep) ->
                goOn(Keepsake.kept(state, keep), state.underWay().deferred());
            case DeviceEvent.NotKept(var keep) ->
                goOn(Keepsake.notKept(state, keep), state.underWay().deferred());
            case DeviceEvent.InTurn other -> {
                var step = decide(state, other);
                yield Keepsake.mustWait(state, step)
                        ? Step.to(state.with(state.underWay().deferring(event)))
                        : Ageing.after(step);
            }
        };
    }

    /// What had to wait happens now, until the next of it is to be saved.
    private Step<DeviceState, DeviceEffect> goOn(Step<DeviceState, DeviceEffect> step, List<DeviceEvent> deferred) {
        var done = step;
        for (var event : deferred) {
            var effects = done.effects();
            var next = next(done.state(), event);
            done = new Step<DeviceState, DeviceEffect>(next.state(), effects).and(next.effects());
        }
        return done;
    }

    private Step<DeviceState, DeviceEffect> decide(DeviceState state, DeviceEvent.InTurn event) {
        return switch (event) {
            case DeviceEvent.ByPerson act -> byPerson(state, act);
            case DeviceEvent.PasswordOffered offer -> admission.offered(state, offer);
            case DeviceEvent.Asked asked -> management.asked(state, asked);
            case DeviceEvent.SignatureRefused(var peer, var at) ->
                Step.to(state.with(state.attempts().since(at).failed(peer, at)));
            case DeviceEvent.AttemptsAged(var at) -> Ageing.aged(state, at);
            case DeviceEvent.KeyUsed(var id, var at) -> Management.used(state, id, at);
            case DeviceEvent.AskerGone(long question) -> Admission.gone(state, question);
            case DeviceEvent.Compared compared -> admission.compared(state, compared);
            case DeviceEvent.Hashed hashed -> Management.hashed(state, hashed);
            case DeviceEvent.ConsentTimedOut(long number) -> Admission.answered(state, number, false);
            case DeviceEvent.Scanned(long question, var networks) ->
                Step.to(
                        state,
                        new DeviceEffect.Reply(
                                question,
                                networks.<Answer>map(Answer.Networks::new).orElseGet(Answer.Failed::new)));
            case DeviceEvent.TrialRefused(long trial, long question) -> Trials.refused(state, trial, question);
            case DeviceEvent.TrialAdvanced(long trial, var stage) -> Trials.advanced(state, trial, stage);
            case DeviceEvent.TrialReached(long trial) -> Trials.reached(state, trial);
            case DeviceEvent.TrialFailed(long trial, var failure) -> Trials.failed(state, trial, failure);
            case DeviceEvent.TrialStayed(long trial, var end) -> Trials.stayed(state, trial, end);
            case DeviceEvent.TrialOver(long trial) -> Trials.over(state, trial);
            case DeviceEvent.TrialTimedOut(long trial) -> Trials.timedOut(state, trial);
            case DeviceEvent.LanChanged(var standing) -> Step.to(state.with(standing));
            case DeviceEvent.TwinHeard(var address) -> Step.to(state.twin(Optional.of(address)));
            case DeviceEvent.TwinGone(var address) ->
                state.twin().equals(Optional.of(address)) ? Step.to(state.twin(Optional.empty())) : Step.to(state);
            case DeviceEvent.PlatformChanged(var link) -> Step.to(state.with(link));
            case DeviceEvent.BlinkTimedOut(long blink) ->
                state.blink().equals(OptionalLong.of(blink))
                        ? Step.to(state.blinking(OptionalLong.empty()))
                        : Step.to(state);
            case DeviceEvent.EffectFailed(var effect) -> effectFailed(state, effect);
        };
    }

    /// Whoever waits for that effect is not left to wait.
    private Step<DeviceState, DeviceEffect> effectFailed(DeviceState state, DeviceEffect effect) {
        return switch (effect) {
            case DeviceEffect.Compare compare ->
                failed(
                        state.with(state.underWay().compared(compare.claim().peer())),
                        OptionalLong.of(compare.claim().question()));
            case DeviceEffect.Hash hash ->
                switch (hash.setter()) {
                    case DeviceEffect.Setter.Person _ -> Step.to(state);
                    case DeviceEffect.Setter.Session session -> failed(state, OptionalLong.of(session.question()));
                };
            case DeviceEffect.Keep keep -> next(state, new DeviceEvent.NotKept(keep));
            case DeviceEffect.Scan(long question) -> failed(state, OptionalLong.of(question));
            case DeviceEffect.Try attempt -> Trials.refused(state, attempt.trial(), attempt.question());
            case DeviceEffect.Stay(long trial) -> Trials.stayed(state, trial, Checkpoint.End.RETURNED);
            case DeviceEffect.Reply _,
                    DeviceEffect.AskFor _,
                    DeviceEffect.AgeAttempts _,
                    DeviceEffect.GoBack _,
                    DeviceEffect.BlinkFor _ -> Step.to(state);
        };
    }

    private static Step<DeviceState, DeviceEffect> failed(DeviceState state, OptionalLong question) {
        return question.isPresent()
                ? Step.to(state, new DeviceEffect.Reply(question.getAsLong(), new Answer.Failed()))
                : Step.to(state);
    }

    private Step<DeviceState, DeviceEffect> byPerson(DeviceState state, DeviceEvent.ByPerson act) {
        return switch (act) {
            case DeviceEvent.Rename(var name) ->
                Keepsake.keep(state, state.memory().withName(name));
            case DeviceEvent.SetPassword(var password) ->
                PasswordRules.flaw(password).isPresent()
                        ? Step.to(state)
                        : Step.to(state, new DeviceEffect.Hash(new DeviceEffect.Setter.Person(), password));
            case DeviceEvent.RemoveKey(var id) ->
                Keepsake.keep(state, state.memory().without(id));
            case DeviceEvent.AnswerConsent(long number, boolean trusted) -> Admission.answered(state, number, trusted);
            case DeviceEvent.DismissTrial _ -> Trials.dismissed(state);
            case DeviceEvent.DismissTwin _ -> Step.to(state.twin(Optional.empty()));
            case DeviceEvent.Identify _ -> blink(state.nextNumber());
            case DeviceEvent.StopIdentifying _ -> Step.to(state.blinking(OptionalLong.empty()));
        };
    }

    private Step<DeviceState, DeviceEffect> blink(DeviceState state) {
        return Step.to(
                state.blinking(OptionalLong.of(state.numbers())),
                new DeviceEffect.BlinkFor(state.numbers(), rules.blinkTime()));
    }
}
