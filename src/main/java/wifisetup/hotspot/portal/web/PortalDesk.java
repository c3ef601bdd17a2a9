package wifisetup.hotspot.portal.web;

import wifisetup.network.JoinRequest;

/// Where the page's server hands in what a person on a phone wants. Any thread; an answer takes milliseconds.
public interface PortalDesk {
    /// What the page shows now.
    PortalView view();

    /// A person's browser has the page open, and says so again while it is; not merely a phone that looks for the
    /// internet.
    void visited();

    /// The person wants the device on that network.
    ///
    /// @return whether that is what will be done; not if another phone's join, or a search, came first
    boolean join(JoinRequest request);

    /// The person wants the networks searched for anew, which closes the access point for some seconds.
    ///
    /// @return whether that will be done
    boolean searchAgain();
}
