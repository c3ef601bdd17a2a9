package wifisetup.hotspot.bus;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.bus.MessageBus;
import wifisetup.hotspot.HandoffReports;
import wifisetup.hotspot.HandoffState.Place;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.Speech;
import wifisetup.message.Message;
import wifisetup.words.HotspotWording;

/// Tells a message bus how a hand-off goes: `ovos.phal.wifi.hotspot.state`, never with a passphrase, and
/// `ovos.wifi.setup.completed` at its good end. Where the device has a voice, it says aloud what to do (`speak`); on a
/// device without a screen that is the only guide, so the passphrase is said too.
public final class HandoffBus implements HandoffReports {
    private static final String STATE = "ovos.phal.wifi.hotspot.state";
    private static final String COMPLETED = "ovos.wifi.setup.completed";

    private final MessageBus bus;
    private final Supplier<HotspotWording> wording;
    private final String skill;
    private final boolean voice;

    /// @param wording in the language that is spoken at that time
    /// @param skill as whom it speaks
    /// @param voice whether anything is said aloud
    public HandoffBus(MessageBus bus, Supplier<HotspotWording> wording, String skill, boolean voice) {
        this.bus = bus;
        this.wording = wording;
        this.skill = skill;
        this.voice = voice;
    }

    @Override
    public void tell(Place place) {
        bus.publish(Message.of(STATE, data(place)));
        if (place instanceof Place.Done(var end) && isOnline(end)) {
            bus.publish(Message.of(COMPLETED, JsonNodeFactory.instance.objectNode()));
        }
    }

    @Override
    public void say(Speech speech) {
        if (!voice) {
            return;
        }
        var words = wording.get();
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("utterance", words.spoken(speech))
                .put("lang", words.texts().language().code());
        data.putObject("meta").put("dialog", dialog(speech)).put("skill", skill);
        bus.publish(Message.of("speak", data));
    }

    private static ObjectNode data(Place place) {
        var data = JsonNodeFactory.instance.objectNode();
        switch (place) {
            case Place.Closed(var end) -> putEnd(data, end);
            case Place.Done(var end) -> {
                data.put("state", "connected")
                        .put("connection_name", end.joined().link().ssid().display())
                        .put("connectivity", word(end.joined().connectivity()));
                var addresses = data.putArray("addresses");
                end.joined().link().addresses().forEach(addresses::add);
            }
            case Place.Pausing pausing -> put(data, pausing.end());
            case Place.Running running -> {
                data.put("ssid", running.request().access().ssid().display());
                put(data, running.state());
                running.request()
                        .target()
                        .ifPresent(
                                target -> data.put("target", target.id().ssid().display()));
            }
        }
        return data;
    }

    /// Whoever hears that set-up is complete takes the internet for granted.
    private static boolean isOnline(HotspotEnd.Connected end) {
        return switch (end.joined().connectivity()) {
            case FULL, UNKNOWN -> true;
            case PORTAL, LIMITED, NONE -> false;
        };
    }

    /// The end of a hand-off, which gave up if it says why.
    private static void putEnd(ObjectNode data, Optional<HotspotEnd> end) {
        end.ifPresentOrElse(
                why -> {
                    put(data, why);
                    data.put("state", why instanceof HotspotEnd.TimedOut ? "timed_out" : "gave_up");
                },
                () -> data.put("state", "stopped"));
    }

    private static void put(ObjectNode data, HotspotState state) {
        switch (state) {
            case HotspotState.Preparing _ -> data.put("state", "preparing");
            case HotspotState.TryingKnown _ -> data.put("state", "trying_known");
            case HotspotState.Connecting(var ssid, var stage) ->
                data.put("state", "connecting")
                        .put("connection_name", ssid.display())
                        .put("stage", word(stage));
            case HotspotState.Open(var page, var visit, var last) -> {
                data.put(
                                "state",
                                switch (visit) {
                                    case NONE -> "waiting";
                                    case JOINED -> "phone_joined";
                                    case CHOOSING -> "choosing";
                                })
                        .put("page", page.toString());
                put(data, last);
            }
        }
    }

    private static void put(ObjectNode data, Optional<HotspotState.FailedJoin> last) {
        last.ifPresent(join -> data.putObject("failed")
                .put("connection_name", join.ssid().display())
                .put("reason", join.failure().reason()));
    }

    private static void put(ObjectNode data, HotspotEnd end) {
        data.put("state", "pausing");
        switch (end) {
            case HotspotEnd.Failed(var failure) -> data.put("reason", failure.reason());
            case HotspotEnd.TimedOut _ -> data.put("reason", "timeout");
            case HotspotEnd.Cancelled _, HotspotEnd.Wired _, HotspotEnd.Connected _ -> data.put("reason", "cancelled");
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String dialog(Speech speech) {
        return switch (speech) {
            case Speech.JoinHotspot _ -> "hotspot_join";
            case Speech.ChooseNetwork _ -> "hotspot_choose";
            case Speech.Connected _ -> "hotspot_connected";
            case Speech.JoinFailed _ -> "hotspot_failed";
            case Speech.GaveUp _ -> "hotspot_gave_up";
        };
    }
}
