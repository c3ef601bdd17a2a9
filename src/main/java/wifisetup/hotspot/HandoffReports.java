package wifisetup.hotspot;

/// Whoever is told how a hand-off goes. Called in order, on the loop's ordered effect thread.
public interface HandoffReports {
    /// The hand-off is there now.
    void tell(HandoffState.Place place);

    /// That is to be said aloud, where the device has a voice.
    void say(Speech speech);
}
