package wifisetup.device;

import java.util.Optional;
import java.util.OptionalLong;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;

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
            case DeviceEvent.ByPerson act -> byPerson(state, act);
            case DeviceEvent.PasswordOffered offer -> admission.offered(state, offer);
            case DeviceEvent.Asked asked -> management.asked(state, asked);
            case DeviceEvent.SignatureRefused(var peer, var at) ->
                Step.to(state.with(state.attempts().since(at).failed(peer, at)));
            case DeviceEvent.AskerGone(long question) -> Admission.gone(state, question);
            case DeviceEvent.Compared compared -> admission.compared(state, compared);
            case DeviceEvent.Hashed hashed -> Management.hashed(state, hashed);
            case DeviceEvent.NotKept(var keep) ->
                state.memory().equals(keep.next()) ? Step.to(state.with(keep.before())) : Step.to(state);
            case DeviceEvent.ConsentTimedOut(long number) -> Admission.answered(state, number, false);
            case DeviceEvent.Scanned(long question, var networks) ->
                Step.to(
                        state,
                        new DeviceEffect.Reply(
                                question,
                                networks.<Answer>map(Answer.Networks::new).orElseGet(Answer.Failed::new)));
            case DeviceEvent.TrialReached(long trial) -> trials.reached(state, trial);
            case DeviceEvent.TrialFailed(long trial, var failure) -> trials.failed(state, trial, failure);
            case DeviceEvent.TrialOver(long trial) -> Trials.over(state, trial);
            case DeviceEvent.TrialTimedOut(long trial) -> trials.timedOut(state, trial);
            case DeviceEvent.LanChanged(var standing) -> Step.to(state.with(standing));
            case DeviceEvent.TwinHeard(var address) -> Step.to(state.twin(Optional.of(address)));
            case DeviceEvent.PlatformChanged(var link) -> Step.to(state.with(link));
            case DeviceEvent.BlinkTimedOut(long blink) ->
                state.blink().equals(OptionalLong.of(blink))
                        ? Step.to(state.blinking(OptionalLong.empty()))
                        : Step.to(state);
            case DeviceEvent.EffectFailed(var effect) -> effectFailed(state, effect);
        };
    }

    /// Whoever waits for that effect is not left to wait.
    private static Step<DeviceState, DeviceEffect> effectFailed(DeviceState state, DeviceEffect effect) {
        return switch (effect) {
            case DeviceEffect.Compare compare ->
                failed(state, OptionalLong.of(compare.claim().question()));
            case DeviceEffect.Hash hash ->
                switch (hash.setter()) {
                    case DeviceEffect.Setter.Person _ -> Step.to(state);
                    case DeviceEffect.Setter.Session session -> failed(state, OptionalLong.of(session.question()));
                };
            case DeviceEffect.Keep keep -> failed(state, keep.question());
            case DeviceEffect.Scan(long question) -> failed(state, OptionalLong.of(question));
            case DeviceEffect.Stay stay -> failed(state, stay.question());
            case DeviceEffect.Reply _,
                    DeviceEffect.AskFor _,
                    DeviceEffect.Try _,
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
