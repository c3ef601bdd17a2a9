package wifisetup.words;

import java.util.stream.Collectors;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.Speech;
import wifisetup.secret.Secret;

/// Says in sentences for people what a hand-off is at.
public record HotspotWording(Texts texts) {
    /// Why a session ended without a network, in one sentence.
    public String end(HotspotEnd end) {
        return switch (end) {
            case HotspotEnd.Failed(var failure) -> new Wording(texts).sentence(failure);
            case HotspotEnd.TimedOut _ -> texts.get("handoff.timed-out");
            case HotspotEnd.Cancelled _ -> texts.get("failure.cancelled");
            case HotspotEnd.Wired _ -> texts.get("state.wired");
            case HotspotEnd.Connected connected ->
                texts.get("result.connected", connected.joined().link().ssid().display());
        };
    }

    /// What the device says aloud.
    public String spoken(Speech speech) {
        return switch (speech) {
            case Speech.JoinHotspot(var access) -> invitation(access) + code(access);
            case Speech.ChooseNetwork _ -> texts.get("handoff.say.choose");
            case Speech.Connected(var ssid) -> texts.get("result.connected", ssid.display());
            case Speech.JoinFailed(var join) ->
                texts.get("handoff.say.failed", join.ssid().display(), new Wording(texts).sentence(join.failure()));
            case Speech.GaveUp(var end) -> texts.get("handoff.say.gave-up", end(end));
        };
    }

    private String invitation(Access access) {
        return access.passphrase().isEmpty()
                ? texts.get("handoff.say.join-open", access.ssid().display())
                : texts.get("handoff.say.join", access.ssid().display(), spelled(access.passphrase()));
    }

    private String code(Access access) {
        return access.code()
                .map(code -> " " + texts.get("handoff.say.code", spelled(code)))
                .orElse("");
    }

    /// One character after the other, each by itself.
    private static String spelled(Secret secret) {
        return secret.reveal().codePoints().mapToObj(Character::toString).collect(Collectors.joining(", "));
    }
}
