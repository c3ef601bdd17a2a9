package wifisetup.network.nmcli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import wifisetup.network.Block;
import wifisetup.network.Failure;

/// Tells what went wrong from nmcli's exit code (nmcli(1), "EXIT STATUS") and, where one code stands for many things,
/// from the English text on its standard error: the program has no other way to say why.
final class Verdicts {
    static final int TIMEOUT = 3;
    static final int ACTIVATION_FAILED = 4;
    static final int NOT_RUNNING = 8;
    static final int NOT_FOUND = 10;

    // By convention of the shells, which `sudo` and its like follow (POSIX.1-2017, XCU 2.8.2).
    private static final int NOT_EXECUTABLE = 126;
    private static final int NO_SUCH_COMMAND = 127;

    private static final int LONGEST_DETAIL = 200;

    /// The texts, of nmcli 1.42 (`nmc_device_reason_to_string`, `nm_active_connection_state_reason_to_string` and the
    /// messages of its commands); the first that fits counts.
    private static final List<Text> TEXTS = List.of(
            new Text("secrets were required", Failure.PasswordRequired::new),
            new Text("no valid secrets", Failure.PasswordRequired::new),
            new Text("invalid secrets", Failure.WrongPassword::new),
            new Text("wi-fi network could not be found", Failure.OutOfRange::new),
            new Text("ip configuration could not be reserved", Failure.NoAddress::new),
            new Text("ip configuration is no longer valid", Failure.NoAddress::new),
            new Text("dhcp client", Failure.NoAddress::new),
            new Text("duplicate ip address", Failure.NoAddress::new),
            new Text("too long to authenticate", Failure.TimedOut::new),
            new Text("connection attempt timed out", Failure.TimedOut::new),
            new Text("device was removed", Failure.NoAdapter::new),
            new Text("device disappeared", Failure.NoAdapter::new),
            new Text("now unmanaged", Failure.NoAdapter::new),
            new Text("no wi-fi device found", Failure.NoAdapter::new),
            new Text("no suitable device", Failure.NoAdapter::new),
            new Text("device is not available", () -> new Failure.RfKill(Block.SOFTWARE)),
            new Text("disconnected by user", Failure.Cancelled::new),
            new Text("connection was removed", Failure.Cancelled::new),
            // What a client of 1.42 makes of a profile that is deleted under it.
            new Text("base network connection was interrupted", Failure.Cancelled::new),
            new Text("new connection activation was enqueued", Failure.Cancelled::new),
            new Text("active connection disappeared", Failure.Cancelled::new),
            new Text(
                    "networkmanager went to sleep",
                    () -> new Failure.BackendUnavailable("NetworkManager went to sleep")));

    private Verdicts() {}

    /// The failure that `answer` shows, which is not a good one.
    ///
    /// A refused password and a missing one look the same here, as do a refused WPA3 password and an absent
    /// network: those are told as [Failure.PasswordRequired] and [Failure.OutOfRange], for whoever knows
    /// more.
    ///
    /// @param right what the command needs, to be named when it was denied
    static Failure of(Answer answer, Right right) {
        String text = answer.errors().toLowerCase(Locale.ROOT);
        if (isDenied(text)) {
            return new Failure.Denied(right.action());
        }
        return switch (answer.status()) {
            case NOT_RUNNING -> new Failure.BackendUnavailable("NetworkManager is not running");
            case NOT_EXECUTABLE, NO_SUCH_COMMAND -> new Failure.BackendUnavailable(detail(answer));
            case TIMEOUT -> new Failure.TimedOut();
            case NOT_FOUND -> text.contains("device '") ? new Failure.NoAdapter() : new Failure.NotKnown();
            default -> byText(answer, text);
        };
    }

    /// What nmcli complained of, as one short line: for a log and the small print.
    static String detail(Answer answer) {
        var lines = new ArrayList<String>();
        for (String line : answer.errors().split("\\R", -1)) {
            String plain = line.replaceFirst("^Error: ", "")
                    .replaceAll("\\p{Cntrl}", "\uFFFD")
                    .strip();
            if (!plain.isEmpty() && !plain.startsWith("Hint: ") && !plain.contains("-CRITICAL **")) {
                lines.add(plain);
            }
        }
        String all = lines.isEmpty() ? "nmcli ended with code " + answer.status() : String.join("; ", lines);
        return all.length() <= LONGEST_DETAIL ? all : all.substring(0, LONGEST_DETAIL) + "…";
    }

    private static boolean isDenied(String text) {
        return text.contains("not authorized") || text.contains("insufficient privileges");
    }

    private static Failure byText(Answer answer, String text) {
        if (text.startsWith("sudo:") || text.startsWith("doas:") || text.startsWith("pkexec:")) {
            return new Failure.BackendUnavailable(detail(answer));
        }
        if (text.contains("device '") && text.contains("not found")) {
            return new Failure.NoAdapter();
        }
        return TEXTS.stream()
                .filter(known -> text.contains(known.part))
                .findFirst()
                .map(known -> known.failure.get())
                .orElseGet(() -> new Failure.Other(detail(answer)));
    }

    /// @param part what the text contains, in small letters
    private record Text(String part, Supplier<Failure> failure) {}
}
