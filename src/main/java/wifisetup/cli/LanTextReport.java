package wifisetup.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wifisetup.lan.Denial;
import wifisetup.lan.Device;
import wifisetup.lan.DeviceActivity;
import wifisetup.lan.DeviceStatus;
import wifisetup.lan.TrustedKey;
import wifisetup.lan.WifiNetwork;
import wifisetup.network.HarmlessText;

/// Reports for people. On a terminal the table of devices lives: it is drawn anew while devices say what they
/// do.
public final class LanTextReport implements LanReport {
    private static final String NOTHING = "-";

    /// What fits any terminal with a prompt below (ECMA-48's first ones had 24 rows).
    private static final int LIVE_ROWS = 20;

    private final Terminal terminal;
    private final boolean live;
    private int drawn;

    /// Reports to `terminal`.
    ///
    /// @param live whether that is a terminal whose lines can be drawn anew
    public LanTextReport(Terminal terminal, boolean live) {
        this.terminal = terminal;
        this.live = live;
    }

    @Override
    public void heard(Device device) {
        // The table shows it.
    }

    @Override
    public void conflict(Device first, Device second) {
        terminal.tell("two devices claim to be " + first.uuid() + ": at "
                + first.address().getHostAddress() + " and at "
                + second.address().getHostAddress());
        drawn = 0;
    }

    @Override
    public void round(Collection<Device> devices) {
        if (live && !devices.isEmpty()) {
            draw(devices);
        }
    }

    @Override
    public void ended(Collection<Device> devices, Map<String, Long> dropped) {
        if (devices.isEmpty()) {
            terminal.tell("no device answers");
        } else {
            draw(devices);
        }
        if (dropped.containsKey("UNTRUSTED_IDENTITY")) {
            terminal.tell("some devices were left out, because no vendor that is believed vouches for them:"
                    + " see --vendor-key");
        }
    }

    private void draw(Collection<Device> devices) {
        var lines = table(devices).lines();
        if (!live) {
            lines.forEach(terminal::answer);
            return;
        }
        var shown = new ArrayList<>(lines.subList(0, Math.min(LIVE_ROWS, lines.size())));
        if (lines.size() > shown.size()) {
            shown.add("and " + (lines.size() - shown.size()) + " more");
        }
        // To the beginning of that many lines above (CPL), and delete what follows (ED); a long line is cut, not
        // wrapped (DECAWM), so that the lines are as many as the rows.
        String up = drawn > 0 ? "\u001B[%dF\u001B[J".formatted(drawn) : "";
        terminal.answer(up + "\u001B[?7l" + String.join("\n", shown) + "\u001B[?7h");
        drawn = shown.size();
    }

    private static Table table(Collection<Device> devices) {
        var table = Table.of("ADDRESS", "UUID", "MODEL", "STATUS", "PROGRESS", "NAME");
        devices.stream()
                .sorted(Comparator.comparing(Device::name).thenComparing(Device::uuid))
                .forEach(device -> table.add(
                        device.address().getHostAddress(),
                        device.uuid().toString(),
                        clean(device.modelId()),
                        status(device.status()),
                        progress(device.status()),
                        clean(device.name())));
        return table;
    }

    @Override
    public void lost(Device device) {
        // It is not in the table any more.
    }

    @Override
    public void info(Device device, Standing standing) {
        var table = Table.of("NAME", clean(device.name()));
        table.add("UUID", device.uuid().toString());
        table.add("SERIAL", clean(device.serial()));
        table.add("MODEL", clean(device.modelId()));
        table.add("PROTOCOL", device.version());
        table.add("SOFTWARE", clean(device.metadata().getOrDefault("sw", NOTHING)));
        table.add("ADDRESS", device.address().getHostAddress());
        table.add("PASSWORD", device.passwordSet() ? "set" : "none is set: nobody is let in");
        table.add("STATUS", status(device.status()));
        table.add("PROGRESS", progress(device.status()));
        table.add(
                "ERROR",
                device.status()
                        .flatMap(DeviceStatus::errorLabel)
                        .map(LanTextReport::clean)
                        .orElse(NOTHING));
        switch (standing) {
            case Standing.Trusted(boolean strong) -> {
                table.add("YOUR KEY", "is trusted");
                table.add("SESSION", strong ? "TLS 1.3, SHA-256" : "as reference devices have it");
            }
            case Standing.Stranger(Denial why) -> table.add("YOUR KEY", "is not trusted: " + word(why));
        }
        table.lines().forEach(terminal::answer);
    }

    private static String word(Denial why) {
        return switch (why) {
            case Denial.NoPassword _ -> "set a password at the device's screen first";
            case Denial.Wait(var left) -> "too many wrong passwords, wait " + left.toSeconds() + " s";
            case Denial.Wrong _ -> "the device refuses it";
            case Denial.PasswordWanted _ -> "the device will ask for its password";
        };
    }

    @Override
    public void trusted(List<TrustedKey> keys, String own) {
        if (keys.isEmpty()) {
            terminal.tell("no key is trusted");
            return;
        }
        var table = Table.of("ACCESS ID", "", "LABEL");
        keys.forEach(
                key -> table.add(clean(key.accessId()), key.accessId().equals(own) ? "yours" : "", clean(key.label())));
        table.lines().forEach(terminal::answer);
    }

    @Override
    public void networks(List<WifiNetwork> networks) {
        if (networks.isEmpty()) {
            terminal.tell("the device sees no network");
            return;
        }
        var table = Table.of("SIGNAL", "SECURITY", "BSSID", "NAME");
        networks.stream()
                .sorted(Comparator.comparingInt(WifiNetwork::rssi).reversed())
                .forEach(network -> table.add(
                        "%4d dBm".formatted(network.rssi()),
                        clean(network.security()),
                        clean(network.bssid()),
                        clean(network.ssid())));
        table.lines().forEach(terminal::answer);
    }

    @Override
    public void done(String what) {
        terminal.answer(what);
    }

    @Override
    public void failed(LanFailure failure, String sentence) {
        terminal.tell("wifi-setup-kiosk: " + HarmlessText.of(sentence));
    }

    private static String status(Optional<DeviceStatus> status) {
        return status.map(
                        known -> known.activity().map(LanTextReport::word).orElseGet(() -> String.valueOf(known.id())))
                .orElse(NOTHING);
    }

    private static String word(DeviceActivity activity) {
        return activity.name().toLowerCase(Locale.ROOT);
    }

    private static String progress(Optional<DeviceStatus> status) {
        return status.filter(known -> known.id() > 0)
                .map(known -> "%3.0f %%".formatted(100 * Math.clamp(known.progress(), 0f, 1f)))
                .orElse(NOTHING);
    }

    private static String clean(String text) {
        return text.isEmpty() ? NOTHING : HarmlessText.of(text);
    }
}
