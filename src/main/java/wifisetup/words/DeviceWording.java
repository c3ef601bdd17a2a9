package wifisetup.words;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wifisetup.device.Attempt;
import wifisetup.device.Attempts;
import wifisetup.device.DeviceName;
import wifisetup.device.LanStanding;
import wifisetup.device.NetworkChange;
import wifisetup.device.NetworkTrial;
import wifisetup.device.PasswordRules;
import wifisetup.device.PlatformLink;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;

/// Says in sentences for people how the device itself stands, and who manages it.
public record DeviceWording(Texts texts) {
    /// How many addresses are named from which wrong passwords came.
    private static final int MOST_ATTEMPTS = 3;

    /// Whether it can be managed over the network.
    public String management(LanStanding standing) {
        return switch (standing) {
            case LanStanding.Off _ -> texts.get("device.management.off");
            case LanStanding.NoNetwork _ -> texts.get("device.management.away");
            case LanStanding.Open open -> texts.get("device.management.on", Integer.toString(open.port()));
            case LanStanding.Broken _ -> texts.get("device.management.broken");
        };
    }

    /// How it stands with the platform.
    public String platform(PlatformLink link) {
        return switch (link) {
            case PlatformLink.Off _ -> texts.get("device.platform.off");
            case PlatformLink.Broken _ -> texts.get("device.management.broken");
            case PlatformLink.Connecting _ -> texts.get("device.platform.connecting");
            case PlatformLink.Connected(var host) -> texts.get("device.platform.connected", host);
            case PlatformLink.Away _ -> texts.get("device.platform.away");
            case PlatformLink.Refused _ -> texts.get("device.platform.refused");
        };
    }

    /// Where it is on the network, one address a line.
    public String addresses(LanStanding standing, NetworkStatus network) {
        var addresses = standing instanceof LanStanding.Open open
                ? open.addresses().stream().map(DeviceWording::address).toList()
                : network.link() instanceof Link.Up up ? up.addresses() : List.<String>of();
        return addresses.isEmpty() ? texts.get("device.addresses.none") : String.join("\n", addresses);
    }

    /// Those who do not know the password, the latest first, one a line; of many how many more there are.
    public String attempts(Attempts attempts, Instant now) {
        var lines = attempts.recent().stream()
                .sorted(Comparator.comparing(Attempt::last).reversed())
                .limit(MOST_ATTEMPTS)
                .map(attempt -> attempt(attempt, now))
                .collect(Collectors.toCollection(ArrayList::new));
        int more = attempts.recent().size() - lines.size();
        if (more > 0) {
            lines.add(texts.get("device.attempts.more", more));
        }
        return String.join("\n", lines);
    }

    private String attempt(Attempt attempt, Instant now) {
        var address = address(attempt.address());
        var wait = attempt.wait(now);
        return wait.isPositive()
                ? texts.get("device.attempts.waiting", attempt.count(), address, new Wording(texts).age(wait))
                : texts.get("device.attempts", attempt.count(), address);
    }

    /// An address as people read it; an interface's name stays with it.
    public static String address(InetAddress address) {
        return address.getHostAddress();
    }

    /// What is wrong with a name, or nothing.
    public String flaw(Optional<DeviceName.Flaw> flaw) {
        return flaw.map(found -> switch (found) {
                    case BLANK -> texts.get("naming.blank");
                    case CONTROL_CHARACTER -> texts.get("naming.unfit");
                    case TOO_LONG -> texts.get("naming.long");
                })
                .orElse("");
    }

    /// The rule that a password follows, as far as it was typed.
    public String rule(Optional<PasswordRules.Flaw> flaw) {
        return flaw.map(found -> switch (found) {
                    case TOO_SHORT -> texts.get("secret.rule", PasswordRules.SHORTEST);
                    case TOO_LONG -> texts.get("secret.long", PasswordRules.LONGEST);
                    case CONTROL_CHARACTER -> texts.get("secret.unfit");
                })
                .orElseGet(() -> texts.get("password.fits"));
    }

    /// What is tried.
    public String title(NetworkChange change) {
        return switch (change) {
            case NetworkChange.Wifi wifi -> texts.get("trial.title", wifi.ssid().display());
            case NetworkChange.Address _ -> texts.get("trial.address");
        };
    }

    /// How far a trial has come.
    public String course(NetworkTrial.Running running, Instant now) {
        return texts.get(running.reached() ? "trial.waiting" : "trial.joining", left(running.until(), now));
    }

    /// Why the device went back.
    public String reason(NetworkTrial.Reason reason) {
        return switch (reason) {
            case NetworkTrial.Reason.NotReached(var failure) ->
                texts.get("trial.unreached", new Wording(texts).sentence(failure));
            case NetworkTrial.Reason.NotConfirmed _ -> texts.get("trial.unconfirmed");
        };
    }

    /// The seconds until then.
    public static long left(Instant until, Instant now) {
        return Math.max(0, Duration.between(now, until).toSeconds());
    }
}
