package wifisetup.hotspot.balena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.FakeService;

/// The systemd of a bus, as far as the launcher sees it, with the unit of wifi-connect; what its program does is
/// up to the test.
final class FakeSystemd extends FakeService {
    private static final String PATH = SystemdUnit.ROOT + "/unit/wifi_2dsetup_2dhotspot_2eservice";

    private final Path settings;
    private final List<String> calls = new ArrayList<>();
    private String refusal = "";
    private String result = SystemdUnit.DONE;
    private String handed = "";
    private String mode = "";
    private boolean busy;
    private int next = 1;

    /// @param settings the file that the unit's credential is made of
    FakeSystemd(String address, Path settings) throws IOException, DBusException {
        super(address, SystemdUnit.SERVICE);
        this.settings = settings;
        set(SystemdUnit.ROOT, SystemdUnit.MANAGER, Map.of());
        state("inactive", 0, 0);
        begin();
    }

    /// Refuses to start anything, with that error.
    void refuse(String error) throws Exception {
        now(() -> refusal = error);
    }

    /// Lets each start come to that; empty: to nothing for now.
    void starts(String outcome) throws Exception {
        now(() -> result = outcome);
    }

    /// The unit's program ends: how (`CLD_EXITED`, `CLD_KILLED`), and with what.
    void ends(int how, int status) throws Exception {
        now(() -> state(how == 1 && status == 0 ? "inactive" : "failed", how, status));
    }

    /// Tells of jobs of other units from now on, before each answer.
    void isBusy() throws Exception {
        now(() -> busy = true);
    }

    /// The unit runs, whoever has started it.
    void runs() throws Exception {
        now(() -> state("active", 0, 0));
    }

    List<String> calls() throws Exception {
        return ask(() -> List.copyOf(calls));
    }

    /// What it was handed at the last start, and the rights of that file.
    String handed() throws Exception {
        return ask(() -> mode + "\n" + handed);
    }

    @Override
    protected Answer answer(String path, String iface, String member, List<Object> arguments) throws Refusal {
        return switch (member) {
            case "Subscribe" -> {
                hearsOfOthers();
                yield Answer.NOTHING;
            }
            case "LoadUnit" -> {
                hearsOfOthers();
                yield Answer.of("o", new DBusPath(PATH));
            }
            case "StartUnit" -> start(arguments.getFirst().toString());
            case "StopUnit" -> {
                calls.add("stop " + arguments.getFirst());
                state("deactivating", 0, 0);
                later(1, () -> state("inactive", 1, 0));
                yield Answer.of("o", job());
            }
            default -> throw new Refusal("org.freedesktop.DBus.Error.UnknownMethod", iface + "." + member);
        };
    }

    /// A machine has other units, and they come and go at any time.
    private void hearsOfOthers() {
        if (busy) {
            var job = new DBusPath(SystemdUnit.ROOT + "/job/7");
            signal(
                    SystemdUnit.ROOT,
                    SystemdUnit.MANAGER,
                    "JobRemoved",
                    "uoss",
                    new UInt32(7),
                    job,
                    "cron.service",
                    SystemdUnit.DONE);
        }
    }

    private Answer start(String unit) throws Refusal {
        calls.add("start " + unit);
        if (!refusal.isEmpty()) {
            throw new Refusal(refusal, "no");
        }
        try {
            handed = Files.readString(settings);
            mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(settings));
        } catch (IOException missing) {
            throw new Refusal("org.freedesktop.DBus.Error.Failed", missing.toString());
        }
        var job = job();
        if (result.isEmpty()) {
            return Answer.of("o", job);
        }
        // As with the real one: the answer comes before anything has happened.
        later(1, () -> {
            if (result.equals(SystemdUnit.DONE)) {
                state("active", 0, 0);
            } else {
                state("failed", 1, 243);
            }
            signal(SystemdUnit.ROOT, SystemdUnit.MANAGER, "JobRemoved", "uoss", new UInt32(next), job, unit, result);
        });
        return Answer.of("o", job);
    }

    private DBusPath job() {
        return new DBusPath(SystemdUnit.ROOT + "/job/" + next++);
    }

    private void state(String active, int how, int status) {
        set(
                PATH,
                SystemdUnit.UNIT_OF_A_SERVICE,
                Map.of("ExecMainCode", new Variant<>(how), "ExecMainStatus", new Variant<>(status)));
        set(PATH, SystemdUnit.UNIT, Map.of("ActiveState", new Variant<>(active)));
    }
}
