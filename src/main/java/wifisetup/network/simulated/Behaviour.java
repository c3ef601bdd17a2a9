package wifisetup.network.simulated;

/// What a simulated access point does to a station that presents the right password.
public enum Behaviour {
    /// Lets it in, and the internet is there.
    NORMAL,
    /// Lets it in, and a sign-in page stands in the way, as in a hotel.
    SIGN_IN_REQUIRED,
    /// Lets it in, and the internet is not there.
    LIMITED,
    /// Lets it in and gives it no address.
    NO_ADDRESS,
    /// Falls silent as soon as somebody wants to join: too far away.
    GOES_OUT_OF_RANGE,
    /// Answers, and never comes to a conclusion.
    UNDECIDED,
    /// Refuses SAE, as the firmware of some chips does; by WPA2, where it offers that too, it lets the station in.
    REFUSES_SAE
}
