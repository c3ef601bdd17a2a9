package wifisetup.hotspot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What tests of the hand-off have in common.
public final class HandoffSamples {
    public static final String PASSPHRASE = "fdk7qv2mh4";
    public static final String CODE = "4711";
    public static final URI PAGE = URI.create("http://192.168.42.1/");
    public static final Ssid HOME = Ssid.of("HomeNet");
    public static final Access ACCESS =
            new Access(Ssid.of("WiFi Setup 12AB"), new Secret(PASSPHRASE), Optional.of(new Secret(CODE)));
    public static final HotspotRequest REQUEST = HotspotRequest.of(ACCESS);
    public static final FailedJoin WRONG = new FailedJoin(HOME, new Failure.WrongPassword());
    public static final HotspotState CONNECTING = new HotspotState.Connecting(HOME, JoinStage.PREPARING);
    public static final HotspotEnd.Connected CONNECTED = new HotspotEnd.Connected(
            new Joined(new Link.Up(HOME, List.of("192.0.2.7"), Optional.of("192.0.2.1")), Connectivity.FULL));
    public static final HotspotEnd BROKEN = new HotspotEnd.Failed(new Failure.Other("broken"));

    private HandoffSamples() {}

    public static HotspotState open(Visit visit) {
        return new HotspotState.Open(PAGE, visit, Optional.empty());
    }

    public static HotspotState openAfter(FailedJoin last, Visit visit) {
        return new HotspotState.Open(PAGE, visit, Optional.of(last));
    }
}
