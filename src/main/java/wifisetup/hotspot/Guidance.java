package wifisetup.hotspot;

import java.util.ArrayList;
import java.util.List;
import wifisetup.hotspot.HotspotState.Visit;

/// How far a person has been guided aloud in a session, so that nothing is said twice.
///
/// @param invited whether they know how to get into the hotspot
/// @param joining whether a join is under way of whose end they have not heard
public record Guidance(boolean invited, boolean joining) {
    /// Nothing has been said.
    public static final Guidance NONE = new Guidance(false, false);

    Guidance after(HotspotState reached) {
        return switch (reached) {
            case HotspotState.Open _ -> new Guidance(true, false);
            case HotspotState.Connecting _ -> new Guidance(invited, true);
            case HotspotState.Preparing _, HotspotState.TryingKnown _ -> this;
        };
    }

    /// What is worth saying aloud when a session comes further.
    List<Speech> speech(HotspotRequest request, HotspotState before, HotspotState reached) {
        if (!(reached instanceof HotspotState.Open open)) {
            return List.of();
        }
        if (joining && open.last().isPresent()) {
            return List.of(new Speech.JoinFailed(open.last().get()));
        }
        var said = new ArrayList<Speech>();
        if (!invited) {
            said.add(new Speech.JoinHotspot(request.access()));
        }
        if (isSomebody(reached) && !isSomebody(before)) {
            said.add(new Speech.ChooseNetwork());
        }
        return said;
    }

    private static boolean isSomebody(HotspotState state) {
        return state instanceof HotspotState.Open open && open.visit() != Visit.NONE;
    }
}
