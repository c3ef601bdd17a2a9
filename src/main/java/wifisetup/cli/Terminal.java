package wifisetup.cli;

import java.io.IOException;
import java.util.Optional;
import wifisetup.secret.Secret;

/// Where a command reads and writes. Lines may come from any thread.
public interface Terminal {
    /// Prints a line of the answer: to standard output.
    ///
    /// @return whether somebody still reads them
    boolean answer(String line);

    /// Prints a line about what happens: to standard error.
    void tell(String line);

    /// Asks the person at the keyboard for a secret, which does not show.
    ///
    /// @return what was typed; nothing if nobody is there, or does not want to say
    Optional<Secret> ask(String question);

    /// The next line of standard input.
    ///
    /// @return the line without its end, nothing if it is empty
    /// @throws IOException if it is no UTF-8, too long for a password, or cannot be read
    Optional<Secret> readSecret() throws IOException;
}
