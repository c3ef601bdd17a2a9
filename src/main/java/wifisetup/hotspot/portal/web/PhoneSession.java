package wifisetup.hotspot.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.Draft;
import wifisetup.network.NetworkId;

/// What is kept of one phone's visit. It holds secrets; none of them goes back to the phone.
///
/// @param proved whether the phone has shown that somebody sees the device's screen
/// @param typed what was typed for networks that were tried
/// @param last the network that this phone asked for last
record PhoneSession(boolean proved, Map<NetworkId, Draft> typed, Optional<Target> last) {
    /// A phone that is new here.
    static final PhoneSession NEW = new PhoneSession(false, Map.of(), Optional.empty());

    /// Nobody tries more networks than this and still wants the first one's password.
    private static final int MOST_DRAFTS = 8;

    /// Keeps its own copy.
    PhoneSession {
        typed = Map.copyOf(typed);
    }

    /// The same after the right code.
    PhoneSession proven() {
        return new PhoneSession(true, typed, last);
    }

    /// The same with what was typed for a network.
    PhoneSession keeping(NetworkId id, Draft draft) {
        var drafts = typed.size() < MOST_DRAFTS ? new LinkedHashMap<>(typed) : new LinkedHashMap<NetworkId, Draft>();
        drafts.put(id, draft);
        return new PhoneSession(proved, drafts, last);
    }

    /// The same after it asked for a network.
    PhoneSession asking(Target target) {
        return new PhoneSession(proved, typed, Optional.of(target));
    }

    /// What was typed for a network.
    Draft draft(NetworkId id) {
        return typed.getOrDefault(id, Draft.NONE);
    }
}
