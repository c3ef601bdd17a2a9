package wifisetup.hotspot.portal.web;

import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.Draft;
import wifisetup.network.JoinRequest;

/// What a form asks for.
sealed interface Wish {
    /// A join.
    ///
    /// @param draft what was typed for it, to be kept
    record Join(JoinRequest request, Draft draft) implements Wish {}

    /// A join of that network, but something is missing or wrong.
    ///
    /// @param complaint what, in a sentence
    /// @param draft what was typed
    record Flawed(Target target, String complaint, Draft draft) implements Wish {}

    /// Nothing that a form of ours would ask for.
    record Unreadable() implements Wish {}
}
