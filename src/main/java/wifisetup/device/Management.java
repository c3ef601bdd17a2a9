package wifisetup.device;

import java.time.Duration;
import java.time.Instant;
import wifisetup.device.DeviceEffect.Setter;
import wifisetup.device.SessionRight.Proof;
import wifisetup.loop.Step;

/// What managers may do, and what follows.
final class Management {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Trials trials;

    Management(Trials trials) {
        this.trials = trials;
    }

    /// A manager asks for something; the key has to be trusted still.
    Step<DeviceState, DeviceEffect> asked(DeviceState state, DeviceEvent.Asked asked) {
        long question = asked.question();
        var memory = state.memory();
        if (memory.key(asked.right().key()).isEmpty()) {
            return reply(state, question, new Answer.NotAuthorized());
        }
        return switch (asked.command()) {
            case Command.AddTrust(var key, var label) ->
                memory.isFull() && memory.key(AccessId.of(key)).isEmpty()
                        ? reply(state, question, new Answer.Failed())
                        : Keepsake.keep(state, memory.trusting(new TrustedKey(key, label, asked.at())), question);
            case Command.ListTrust _ -> reply(state, question, new Answer.Trust(memory.keys()));
            case Command.RemoveTrust(var id) ->
                memory.key(id).isEmpty()
                        ? reply(state, question, new Answer.NotFound())
                        : Keepsake.keep(state, memory.without(id), question);
            case Command.Rename(var name) -> Keepsake.keep(state, memory.withName(name), question);
            case Command.ChangePassword change -> changePassword(state, asked, change);
            case Command.ResetPassword(var next) -> {
                if (asked.right().proof() != Proof.SIGNATURE) {
                    yield reply(state, question, new Answer.NotAuthorized());
                }
                yield PasswordRules.flaw(next).isPresent()
                        ? reply(state, question, new Answer.Unfit())
                        : Step.to(
                                state,
                                new DeviceEffect.Hash(
                                        new Setter.Session(
                                                question, asked.right().key(), false),
                                        next));
            }
            case Command.ChangeNetwork change -> trials.begin(state, asked, change);
            case Command.KeepNetwork _ -> Trials.confirmed(state, asked);
            case Command.ScanWifi _ -> Step.to(state, new DeviceEffect.Scan(question));
        };
    }

    /// The old password is asked for with the same patience as a stranger's.
    private static Step<DeviceState, DeviceEffect> changePassword(
            DeviceState state, DeviceEvent.Asked asked, Command.ChangePassword change) {
        var password = state.memory().password();
        if (password.isEmpty()) {
            return reply(state, asked.question(), new Answer.NoPassword());
        }
        if (PasswordRules.flaw(change.next()).isPresent()) {
            return reply(state, asked.question(), new Answer.Unfit());
        }
        var wait = state.attempts().wait(asked.peer(), asked.at());
        if (wait.isPositive()) {
            return reply(state, asked.question(), new Answer.Waiting(wait));
        }
        if (Admission.isAtIt(state, asked.peer(), asked.at())) {
            return reply(state, asked.question(), new Answer.Failed());
        }
        var setter = new Setter.Session(asked.question(), asked.right().key(), change.keepOthers());
        return Step.to(
                state.with(state.underWay().comparing(asked.peer())),
                new DeviceEffect.Compare(
                        new DeviceEffect.Claim.NewPassword(setter, asked.peer(), change.next()),
                        change.old(),
                        password.get()));
    }

    /// The owner of a key came in by it. To know that to a day is enough to tell which is used no more.
    static Step<DeviceState, DeviceEffect> used(DeviceState state, AccessId id, Instant at) {
        return state.memory()
                .key(id)
                .filter(key -> key.used().plus(A_DAY).isBefore(at))
                .map(key -> Keepsake.keep(state, state.memory().using(key, at)))
                .orElseGet(() -> Step.to(state));
    }

    /// A new password was hashed.
    static Step<DeviceState, DeviceEffect> hashed(DeviceState state, DeviceEvent.Hashed hashed) {
        var memory = state.memory().withPassword(hashed.result());
        return switch (hashed.hash().setter()) {
            case Setter.Person _ -> Keepsake.keep(state, memory);
            case Setter.Session(long question, var key, boolean keepOthers) -> {
                if (memory.key(key).isEmpty()) {
                    // Removed in the meantime.
                    yield reply(state, question, new Answer.NotAuthorized());
                }
                yield Keepsake.keep(state, keepOthers ? memory : memory.trustingOnly(key), question);
            }
        };
    }

    private static Step<DeviceState, DeviceEffect> reply(DeviceState state, long question, Answer answer) {
        return Step.to(state, new DeviceEffect.Reply(question, answer));
    }
}
