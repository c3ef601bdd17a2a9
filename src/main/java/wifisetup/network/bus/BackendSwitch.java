package wifisetup.network.bus;

import java.util.List;

/// The port to whoever can exchange the backend, that is, whoever runs the radio, while the program runs.
@FunctionalInterface
public interface BackendSwitch {
    /// Lets the backend of that name run the radio from now on, and remembers that. It blocks until that is so; when it
    /// cannot be, the backend in use stays.
    Outcome to(String backend) throws InterruptedException;

    /// How an exchange ended.
    sealed interface Outcome {}

    /// That backend is in use.
    record InUse(String backend) implements Outcome {}

    /// The backend in use stays.
    ///
    /// @param why what was found
    /// @param supported the backends that could be chosen at that moment
    record Refused(String why, List<String> supported) implements Outcome {
        /// Keeps its own copy of the names.
        public Refused {
            supported = List.copyOf(supported);
        }
    }
}
