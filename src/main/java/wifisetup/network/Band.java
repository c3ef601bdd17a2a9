package wifisetup.network;

/// A frequency band of Wi-Fi.
public enum Band {
    /// 2.4 GHz.
    GHZ_2_4,
    /// 5 GHz.
    GHZ_5,
    /// 6 GHz.
    GHZ_6;

    /// The band of a channel's centre frequency in MHz (IEEE 802.11-2020, annex E).
    public static Band ofFrequency(long megahertz) {
        if (megahertz < 3000) {
            return GHZ_2_4;
        }
        return megahertz < 5925 ? GHZ_5 : GHZ_6;
    }
}
