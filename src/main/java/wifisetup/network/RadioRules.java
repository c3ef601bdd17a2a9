package wifisetup.network;

/// The port to whoever knows by which country's rules the radio works (the kernel's regulatory domain).
public interface RadioRules {
    /// By whose rules a radio works.
    sealed interface Domain {
        /// By those of a country.
        record Of(Country country) implements Domain {}

        /// By those that hold everywhere, because nobody said a country: fewer channels, less power.
        record World() implements Domain {}

        /// That cannot be told here.
        record Unknown() implements Domain {}
    }

    /// The rules that hold now; blocks for a moment.
    Domain domain() throws InterruptedException;

    /// Says the country; blocks for a moment.
    ///
    /// @throws WifiException if it cannot be said
    void set(Country country) throws WifiException, InterruptedException;
}
