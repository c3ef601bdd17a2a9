package wifisetup.cli;

import java.io.IOException;
import java.util.Optional;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.named.Names;
import wifisetup.network.named.SettingsChange;

/// Does what `wifi-setup-kiosk network` is asked to do. It blocks, on its caller's thread.
public final class NetworkCommands {
    private final Wifi wifi;
    private final Timer timer;
    private final Terminal terminal;
    private final Report report;

    /// Commands to that radio.
    ///
    /// @param terminal who is asked, and told of the progress
    /// @param report who is told what came of it
    public NetworkCommands(Wifi wifi, Timer timer, Terminal terminal, Report report) {
        this.wifi = wifi;
        this.timer = timer;
        this.terminal = terminal;
        this.report = report;
    }

    /// Does it.
    ///
    /// @param cancellation ends it early; what a join has begun is undone then
    /// @return why it failed, if it did; that has been reported
    public Optional<Failure> run(NetworkCommand command, Cancellation cancellation) {
        var failure = perform(command, cancellation);
        failure.ifPresent(report::failed);
        return failure;
    }

    private Optional<Failure> perform(NetworkCommand command, Cancellation cancellation) {
        try {
            switch (command) {
                case NetworkCommand.Scan(var hidden) -> {
                    try (var _ = Interruptible.by(cancellation)) {
                        report.networks(wifi.scan(hidden));
                    }
                }
                case NetworkCommand.ListKnown() -> report.networks(wifi.networks());
                case NetworkCommand.ListSaved() -> report.saved(wifi.saved());
                case NetworkCommand.Connect wish -> {
                    return connect(wish, cancellation);
                }
                case NetworkCommand.Disconnect(var name) -> disconnect(name, cancellation);
                case NetworkCommand.Forget(var name) -> forget(name.in(new Names(wifi)));
                case NetworkCommand.Change(var name, var changes) -> change(name.in(new Names(wifi)), changes);
                case NetworkCommand.TurnOn(var country) -> turnOn(country);
                case NetworkCommand.Status(boolean watch) -> {
                    try (var _ = Interruptible.by(cancellation)) {
                        showStatus(watch);
                    }
                }
            }
            return Optional.empty();
        } catch (WifiException failure) {
            return Optional.of(failure.failure());
        } catch (IOException unreadable) {
            return Optional.of(new Failure.Other("standard input cannot be read: " + unreadable.getMessage()));
        } catch (InterruptedException cancelled) {
            return Optional.of(new Failure.Cancelled());
        }
    }

    private Optional<Failure> connect(NetworkCommand.Connect wish, Cancellation cancellation)
            throws WifiException, IOException, InterruptedException {
        var ended = new Connecting(wifi, terminal, wish, cancellation).run();
        return switch (ended.outcome()) {
            case Joined joined -> {
                report.joined(ended.ssid(), joined);
                yield Optional.empty();
            }
            case Failure failure -> Optional.of(failure);
        };
    }

    private void disconnect(Optional<NetworkName> name, Cancellation cancellation)
            throws WifiException, InterruptedException {
        var ssid = name.isPresent() ? name.get().in(new Names(wifi)) : connected(cancellation);
        wifi.disconnect(ssid);
        report.disconnected(ssid);
    }

    private Ssid connected(Cancellation cancellation) throws WifiException, InterruptedException {
        try (var _ = Interruptible.by(cancellation)) {
            if (new StatusWatch(wifi, timer).next().link() instanceof Link.Up up) {
                return up.ssid();
            }
            throw new WifiException(new Failure.NotKnown());
        }
    }

    private void forget(Ssid ssid) throws WifiException {
        int profiles = wifi.forget(ssid);
        if (profiles == 0) {
            throw new WifiException(new Failure.NotKnown());
        }
        report.forgotten(ssid, profiles);
    }

    /// Each profile of that name keeps what it holds beside the changes.
    private void change(Ssid ssid, SettingsChange changes) throws WifiException {
        var profiles = wifi.saved().stream()
                .filter(network -> network.ssid().equals(ssid))
                .toList();
        if (profiles.isEmpty()) {
            throw new WifiException(new Failure.NotKnown());
        }
        for (var network : profiles) {
            wifi.change(network.profile(), changes.applyTo(network.settings()));
        }
        report.changed(ssid, profiles.size());
    }

    private void turnOn(Optional<Country> country) throws WifiException {
        if (country.isPresent()) {
            wifi.setCountry(country.get());
        } else {
            wifi.turnOn();
        }
        report.turnedOn(country);
    }

    private void showStatus(boolean watch) throws WifiException, InterruptedException {
        var statuses = new StatusWatch(wifi, timer);
        boolean read = report.status(statuses.next());
        while (watch && read) {
            read = report.status(statuses.next());
        }
    }
}
