package wifisetup.words;

import java.time.Duration;
import java.time.Instant;
import wifisetup.join.Listing;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;

/// Says what the domain knows in sentences for people.
public record Wording(Texts texts) {
    private static final long SECONDS_PER_MINUTE = 60;

    /// How the device is connected, in one sentence.
    public String state(NetworkStatus network) {
        return switch (network.link()) {
            case Link.Up up ->
                texts.get(
                        (network.wired() ? "state.both" : "state.wifi") + reach(network.connectivity()),
                        up.ssid().display());
            case Link.Joining _, Link.Down _
            when network.wired() -> texts.get("state.wired" + reach(network.connectivity()));
            case Link.Joining(var ssid) -> texts.get("state.joining", ssid.display());
            case Link.Down _ ->
                switch (network.adapter()) {
                    case Adapter.Blocked _ -> texts.get("state.radio-off");
                    case Adapter.Missing _, Adapter.Unavailable _, Adapter.Ready _, Adapter.Starting _ ->
                        texts.get("state.offline");
                };
        };
    }

    private static String reach(Connectivity connectivity) {
        return switch (connectivity) {
            case FULL, UNKNOWN -> "";
            case PORTAL -> ".portal";
            case LIMITED, NONE -> ".limited";
        };
    }

    /// What is known of a network beside its name, in a few words.
    public String about(Network network) {
        String kind = network.obstacle()
                .map(this::obstacle)
                .orElseGet(() -> network.connected()
                        ? texts.get("network.connected")
                        : network.saved() ? texts.get("network.saved") : security(network.security()));
        return texts.get("network.about", kind, band(network.band()));
    }

    /// A network as a screen reader says it.
    public String spoken(Network network, int bars) {
        return texts.get(
                "network.spoken",
                network.ssid().display(),
                texts.get("signal." + bars),
                security(network.security()),
                about(network));
    }

    /// Why a network cannot be joined from here, in a few words.
    public String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case WEP -> texts.get("obstacle.wep");
            case SUITE_B -> texts.get("obstacle.suite-b");
            case NAME -> texts.get("obstacle.name");
        };
    }

    /// What opens a network.
    public String security(Security security) {
        return switch (security) {
            case OPEN, OWE -> texts.get("security.open");
            case WEP -> texts.get("security.wep");
            case WPA2, WPA2_WPA3, WPA3 -> texts.get("security.password");
            case ENTERPRISE, ENTERPRISE_192 -> texts.get("security.enterprise");
        };
    }

    private String band(Band band) {
        return switch (band) {
            case GHZ_2_4 -> texts.get("band.2-4");
            case GHZ_5 -> texts.get("band.5");
            case GHZ_6 -> texts.get("band.6");
        };
    }

    /// How fresh the list is at `now`.
    public String freshness(Listing listing, Instant now) {
        return switch (listing) {
            case Listing.Never _, Listing.Scanning _ -> texts.get("networks.searching");
            case Listing.Complete(var at) -> texts.get("networks.updated", age(Duration.between(at, now)));
            case Listing.Failed _ -> texts.get("networks.scan-failed");
        };
    }

    /// A length of time, in seconds or minutes.
    String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        return seconds < SECONDS_PER_MINUTE
                ? texts.get("age.seconds", seconds)
                : texts.get("age.minutes", seconds / SECONDS_PER_MINUTE);
    }

    /// What a join is at.
    public String stage(JoinStage stage) {
        return switch (stage) {
            case PREPARING -> texts.get("stage.preparing");
            case AUTHENTICATING -> texts.get("stage.authenticating");
            case TRYING_OLDER_SECURITY -> texts.get("stage.older-security");
            case CHECKING_PASSWORD_AGAIN -> texts.get("stage.checking-again");
            case GETTING_ADDRESS -> texts.get("stage.address");
            case CHECKING_INTERNET -> texts.get("stage.internet");
        };
    }

    /// Why a join failed, in one sentence.
    public String sentence(Failure failure) {
        return texts.get("failure." + key(failure));
    }

    /// What most likely helps, in one sentence.
    public String advice(Failure failure) {
        return texts.get("failure." + key(failure) + ".advice");
    }

    /// The failure for somebody who helps: the word for programs, and what was found.
    public String smallPrint(Failure failure) {
        String found = switch (failure) {
            case Failure.Denied(var action) -> action;
            case Failure.BackendUnavailable(var detail) -> detail;
            case Failure.ServerNotTrusted(var detail) -> detail;
            case Failure.CertificateUnusable(var detail) -> detail;
            case Failure.Other(var detail) -> detail;
            case Failure.WrongPassword _,
                    Failure.PasswordRequired _,
                    Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.NoAddress _,
                    Failure.TimedOut _,
                    Failure.Unsupported _,
                    Failure.NoAdapter _,
                    Failure.RfKill _,
                    Failure.Cancelled _ -> "";
        };
        return found.isBlank()
                ? texts.get("result.details", failure.reason())
                : texts.get("result.details.found", failure.reason(), Neutral.text(found, 200));
    }

    private static String key(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword _ -> "wrong-password";
            case Failure.PasswordRequired _ -> "password-required";
            case Failure.OutOfRange _ -> "out-of-range";
            case Failure.NotKnown _ -> "not-known";
            case Failure.ServerNotTrusted _ -> "server-not-trusted";
            case Failure.CertificateUnusable _ -> "certificate-unusable";
            case Failure.NoAddress _ -> "no-address";
            case Failure.TimedOut _ -> "timed-out";
            case Failure.Unsupported _ -> "unsupported";
            case Failure.Denied _ -> "denied";
            case Failure.NoAdapter _ -> "no-adapter";
            case Failure.RfKill(var by) ->
                switch (by) {
                    case SOFTWARE -> "radio-off";
                    case SWITCH -> "radio-off-hard";
                    case COUNTRY -> "country";
                };
            case Failure.Cancelled _ -> "cancelled";
            case Failure.BackendUnavailable _ -> "backend";
            case Failure.Other _ -> "other";
        };
    }
}
