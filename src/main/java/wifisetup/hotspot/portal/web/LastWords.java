package wifisetup.hotspot.portal.web;

import java.util.Map;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.network.Connectivity;
import wifisetup.network.Joined;
import wifisetup.words.Texts;
import wifisetup.words.Wording;

/// What the page says when it is over.
///
/// @param good whether that is what the person wanted
/// @param title the heading
/// @param sentence how it ended
/// @param advice what to do
/// @param addresses where the device is found; empty if it is on no network by this
record LastWords(boolean good, String title, String sentence, String advice, String addresses) {
    static LastWords of(Texts texts, String device, HotspotEnd end) {
        return switch (end) {
            case HotspotEnd.Connected(var joined) -> connected(texts, device, joined);
            case HotspotEnd.Wired _ ->
                new LastWords(
                        true,
                        texts.get("result.connected.title"),
                        texts.get("state.wired"),
                        texts.get("portal.over.wired"),
                        "");
            case HotspotEnd.Cancelled _ ->
                new LastWords(
                        false,
                        texts.get("portal.over.title"),
                        texts.get("portal.over.stopped"),
                        texts.get("portal.over.again"),
                        "");
            case HotspotEnd.TimedOut _ ->
                new LastWords(
                        false,
                        texts.get("portal.over.title"),
                        texts.get("portal.over.timed-out"),
                        texts.get("portal.over.again"),
                        "");
            case HotspotEnd.Failed(var failure) -> {
                var wording = new Wording(texts);
                yield new LastWords(
                        false,
                        texts.get("result.failed.title"),
                        wording.sentence(failure),
                        wording.advice(failure),
                        "");
            }
        };
    }

    private static LastWords connected(Texts texts, String device, Joined joined) {
        String name = joined.link().ssid().display();
        String kind = kind(joined.connectivity());
        return new LastWords(
                true,
                texts.get(kind + ".title"),
                texts.get(kind, name),
                texts.get("portal.over.connected", name, device),
                joined.link().addresses().isEmpty()
                        ? ""
                        : texts.get(
                                "result.addresses",
                                String.join(", ", joined.link().addresses())));
    }

    private static String kind(Connectivity connectivity) {
        return switch (connectivity) {
            case FULL, UNKNOWN -> "result.connected";
            case PORTAL -> "result.sign-in";
            case LIMITED, NONE -> "result.limited";
        };
    }

    Map<String, Object> gaps() {
        return Map.of("good", good, "sentence", sentence, "advice", advice, "addresses", addresses);
    }
}
