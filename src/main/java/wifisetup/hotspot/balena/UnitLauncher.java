package wifisetup.hotspot.balena;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.freedesktop.dbus.connections.BusAddress;
import wifisetup.dbus.BusException;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;

/// Starts the program as root through a unit of systemd, which one polkit rule lets the kiosk's user start and
/// stop.
///
/// What the program is to be told goes through a file of that user's, mode 0600. That gives the user no more than
/// the unit's few values: systemd hands the file to the unit as a credential, and the unit's own script, root's,
/// takes those values alone out of it, as data. (With `EnvironmentFile=` the user could set `LD_PRELOAD` for
/// root.)
///
/// What the program prints comes through a pipe that the unit makes in a directory of root's: nothing is lost
/// before somebody reads, nothing grows when nobody does, and no right to read the journal is needed. (A file of
/// the user's own would make root write wherever the user lets a link point.)
final class UnitLauncher implements Launcher {
    static final String UNIT = "wifi-setup-hotspot.service";

    /// The settings' name in the runtime directory: the unit's `LoadCredential=`.
    static final String SETTINGS = "hotspot";

    /// The unit's pipe.
    static final Path OUTPUT = Path.of("/run/wifi-setup-hotspot/output");

    private static final System.Logger LOG = System.getLogger(UnitLauncher.class.getName());

    /// The unit's `TimeoutStopSec=` and some more.
    private static final Duration STOP = Duration.ofSeconds(35);

    private final BusAddress address;
    private final Path runtime;
    private final Path output;
    private final Timer timer;

    /// A launcher by the systemd of the bus at `address`.
    ///
    /// @param runtime the directory for the settings
    /// @param output the pipe that the unit makes
    UnitLauncher(BusAddress address, Path runtime, Path output, Timer timer) {
        this.address = address;
        this.runtime = runtime;
        this.output = output;
        this.timer = timer;
    }

    @Override
    public Optional<Ssid> endOrphan() throws InterruptedException {
        try (var unit = new SystemdUnit(address, UNIT)) {
            if (!unit.read().isOver()) {
                LOG.log(Level.INFO, "stopping the wifi-connect of a kiosk that died");
                unit.stop();
                var _ = unit.awaitEnd(STOP);
            }
        } catch (BusException failure) {
            // The start, which follows, says so to the person.
            LOG.log(Level.WARNING, "the unit of wifi-connect cannot be looked at: {0}", failure.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public Run launch(PortalValues values, Ssid ssid, Ear ear) throws LaunchException, InterruptedException {
        var file = runtime.resolve(SETTINGS);
        try {
            write(values, file);
            return start(ear);
        } catch (IOException failure) {
            throw new LaunchException(
                    new Failure.Other("the settings of wifi-connect cannot be written to " + file), failure);
        } catch (BusException failure) {
            throw new LaunchException(failure(failure), failure);
        } finally {
            delete(file);
        }
    }

    private Run start(Ear ear) throws BusException, LaunchException, IOException, InterruptedException {
        var unit = new SystemdUnit(address, UNIT);
        try {
            String result = unit.start();
            var standing = unit.read();
            if (!result.equals(SystemdUnit.DONE)) {
                unit.stop();
                throw new LaunchException(
                        standing.ran() && standing.code() != 0
                                ? Verdicts.of(standing.code(), "", new Adapter.Starting())
                                : new Failure.Other("systemd did not start " + UNIT + ": " + result));
            }
            return new UnitRun(unit, output, ear, timer);
        } catch (IOException | InterruptedException failure) {
            // It runs, or soon will.
            try (unit) {
                unit.stop();
            }
            throw failure;
        } catch (BusException | LaunchException failure) {
            unit.close();
            throw failure;
        }
    }

    /// A line for each value; none of them has a line break.
    private static void write(PortalValues values, Path file) throws IOException {
        var lines = new StringBuilder();
        values.values()
                .forEach((name, value) ->
                        lines.append(name).append('=').append(value.reveal()).append('\n'));
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, lines, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the settings of wifi-connect cannot be deleted", failure);
        }
    }

    private static Failure failure(BusException error) {
        if (error.isAboutPermission() || error.error().endsWith(".InteractiveAuthorizationRequired")) {
            return new Failure.Denied(SystemdUnit.MAY_MANAGE);
        }
        if (error.error().endsWith(".NoSuchUnit") || error.error().endsWith(".LoadFailed")) {
            return new Failure.BackendUnavailable("systemd has no usable unit " + UNIT);
        }
        return error.isAboutAMissingService()
                ? new Failure.BackendUnavailable("systemd does not answer on the system bus")
                : new Failure.Other(String.valueOf(error.getMessage()));
    }
}
