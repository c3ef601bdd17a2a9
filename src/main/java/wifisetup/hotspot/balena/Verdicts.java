package wifisetup.hotspot.balena;

import wifisetup.network.Adapter;
import wifisetup.network.Failure;

/// What the program's exit codes mean (`errors.rs` of wifi-connect 4.11).
final class Verdicts {
    /// A Rust program that panicked.
    private static final int PANIC = 101;

    /// What a shell says for a program that cannot be run, or is not there (POSIX, 2.8.2).
    private static final int NOT_RUNNABLE = 126;

    private static final int NOT_FOUND = 127;

    /// A process that was ended by a signal: 128 and its number, as Java and shells say.
    private static final int SIGNAL = 128;

    /// systemd could not hand over the settings (`EXIT_CREDENTIALS` of systemd.exec).
    private static final int NO_CREDENTIALS = 243;

    private Verdicts() {}

    /// Why a session failed whose program ended with `code`, which is not 0.
    ///
    /// @param complaint the program's own words, or nothing
    /// @param adapter how the radio stands: a radio that is off, or gone, explains more than the program knows
    static Failure of(int code, String complaint, Adapter adapter) {
        return switch (code) {
            case 10, 12, 13, 14, 24 ->
                switch (adapter) {
                    case Adapter.Missing _ -> new Failure.NoAdapter();
                    case Adapter.Blocked blocked -> new Failure.RfKill(blocked.by());
                    case Adapter.Unavailable unavailable -> new Failure.BackendUnavailable(unavailable.detail());
                    case Adapter.Starting _, Adapter.Ready _ ->
                        code == 10 || code == 12 ? new Failure.NoAdapter() : other(code, complaint);
                };
            case 18, 19, NOT_RUNNABLE, NOT_FOUND -> new Failure.BackendUnavailable(detail(code, complaint));
            case 23 -> new Failure.Denied("root");
            default -> other(code, complaint);
        };
    }

    private static Failure other(int code, String complaint) {
        return new Failure.Other(detail(code, complaint));
    }

    private static String detail(int code, String complaint) {
        String end = "wifi-connect: " + meaning(code) + " (exit code " + code + ")";
        return complaint.isEmpty() ? end : end + ": " + complaint;
    }

    private static String meaning(int code) {
        return switch (code) {
            case 1 -> "it failed";
            case 2 -> "it was started wrongly";
            case 3 -> "dnsmasq could not be started";
            case 4, 5, 6, 7, 8, 9 -> "its parts lost touch with each other";
            case 11 -> "the interface is not one of Wi-Fi";
            case 13 -> "the list of networks could not be read";
            case 14 -> "the access point could not be opened";
            case 15 -> "the access point could not be closed";
            case 16 -> "the access point's profile could not be deleted";
            case 17 -> "the page could not be served";
            case 18, 19 -> "NetworkManager could not be started";
            case 21, 22 -> "signals could not be set up";
            case 24 -> "NetworkManager does not manage the interface";
            case PANIC -> "it crashed";
            case NOT_RUNNABLE -> "it cannot be run";
            case NOT_FOUND -> "it is not there";
            case NO_CREDENTIALS -> "systemd could not read its settings";
            default -> code > SIGNAL && code < SIGNAL + 65 ? "signal " + (code - SIGNAL) + " ended it" : "it failed";
        };
    }
}
