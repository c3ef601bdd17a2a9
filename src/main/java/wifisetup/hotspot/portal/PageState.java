package wifisetup.hotspot.portal;

import java.util.Objects;
import wifisetup.hotspot.portal.PortalView.Course;

/// What the page's script asks for over and over, to learn whether there is another page.
///
/// @param mark hex digits that are others when the page is another
/// @param busy whether the access point is closed now, or in a moment
record PageState(String mark, boolean busy) {
    static PageState of(PortalView view) {
        // By their names, too: records without components are all of one hash.
        int hash = Objects.hash(view.course().toString(), view.searchedAt());
        return new PageState(Integer.toHexString(hash), isBusy(view.course()));
    }

    /// As JSON: nothing in it needs an escape.
    String json() {
        return "{\"state\":\"" + mark + "\",\"busy\":" + busy + "}\n";
    }

    private static boolean isBusy(Course course) {
        return switch (course) {
            case Course.Joining _, Course.Searching _ -> true;
            case Course.Choosing _, Course.Over _ -> false;
        };
    }
}
