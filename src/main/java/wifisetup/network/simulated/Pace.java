package wifisetup.network.simulated;

import java.time.Duration;

/// How long things take in the simulation.
///
/// @param scan a scan
/// @param prepare until the access point is spoken to
/// @param admission authentication and association that succeed
/// @param wrongPsk until a wrong password is certain by WPA2, which the supplicant tries for a while
/// @param firstRefusal until SAE refuses a password for the first time
/// @param secondRefusal from there until it counts
/// @param absence until a network that does not answer is given up
/// @param conclusion until an access point that never decides is given up
/// @param address an address by DHCP
/// @param noAddress until DHCP is given up
/// @param internet the check whether the internet is there
/// @param reconnect until a connection that was lost is tried again from a kept profile
public record Pace(
        Duration scan,
        Duration prepare,
        Duration admission,
        Duration wrongPsk,
        Duration firstRefusal,
        Duration secondRefusal,
        Duration absence,
        Duration conclusion,
        Duration address,
        Duration noAddress,
        Duration internet,
        Duration reconnect) {
    /// As measured with NetworkManager 1.42, wpa_supplicant and hostapd 2.10, except for the waits longer than 20 s,
    /// which nobody wants to sit through in a demo.
    public static final Pace REAL = new Pace(
            Duration.ofMillis(2400),
            Duration.ofMillis(150),
            Duration.ofMillis(700),
            Duration.ofMillis(4500),
            Duration.ofMillis(1000),
            Duration.ofMillis(4000),
            Duration.ofSeconds(12),
            Duration.ofSeconds(20),
            Duration.ofMillis(800),
            Duration.ofSeconds(20),
            Duration.ofMillis(400),
            Duration.ofSeconds(6));

    /// No waiting at all, for a timer that does not wait either or is moved by hand.
    public static final Pace INSTANT = all(Duration.ZERO);

    /// The same delay for everything.
    public static Pace all(Duration delay) {
        return new Pace(delay, delay, delay, delay, delay, delay, delay, delay, delay, delay, delay, delay);
    }

    /// This pace, `factor` times as fast.
    public Pace faster(int factor) {
        return new Pace(
                scan.dividedBy(factor),
                prepare.dividedBy(factor),
                admission.dividedBy(factor),
                wrongPsk.dividedBy(factor),
                firstRefusal.dividedBy(factor),
                secondRefusal.dividedBy(factor),
                absence.dividedBy(factor),
                conclusion.dividedBy(factor),
                address.dividedBy(factor),
                noAddress.dividedBy(factor),
                internet.dividedBy(factor),
                reconnect.dividedBy(factor));
    }
}
