package wifisetup.hotspot.balena;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/// The program and all that it has started: a session and process group of their own, whose number is the
/// program's.
///
/// @param leader the program
/// @param start when it began ([ProcessTable.Entry#start])
record ProcessGroup(ProcessTable table, long leader, long start) {
    private static final System.Logger LOG = System.getLogger(ProcessGroup.class.getName());

    /// A shell's own `kill` is always there; the program of that name is not.
    private static final long LIMIT_SECONDS = 5;

    /// Whether the program itself is there, and not a later process of its number.
    boolean isLed() {
        return table.find(leader)
                .filter(process -> process.start() == start && !process.dead())
                .isPresent();
    }

    /// Whether any process of it is there.
    boolean isAlive() {
        return !isReplaced() && !table.session(leader).isEmpty();
    }

    /// Asks the program to end, as a person does with Ctrl+C.
    void interrupt() {
        if (isLed()) {
            signal("INT", Long.toString(leader));
        }
    }

    /// Ends all of its processes.
    void kill() {
        if (isAlive()) {
            signal("KILL", "-" + leader);
        }
    }

    /// The kernel gives no number away that is still a group's: whoever leads under ours now came after us.
    private boolean isReplaced() {
        return table.find(leader).filter(process -> process.start() != start).isPresent();
    }

    private static void signal(String signal, String target) {
        try {
            var process = new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" -- \"$2\"", "sh", signal, target)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "no signal could be sent to wifi-connect", failure);
        } catch (InterruptedException interrupted) {
            // Sent in any case: the shell does nothing else.
            Thread.currentThread().interrupt();
        }
    }
}
