package wifisetup.device.flux;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import wifisetup.flux.Answer;
import wifisetup.flux.Direction;
import wifisetup.flux.MessageReader;
import wifisetup.flux.MessageWriter;

/// The messages of a session, inside its TLS. One thread; whoever watches for its end runs on another.
final class Messages {
    private final WatchedInput input;
    private final MessageReader reader;
    private final MessageWriter writer;

    Messages(SSLSocket socket) throws IOException {
        input = new WatchedInput(socket.getInputStream());
        reader = new MessageReader(input, Direction.TO_DEVICE);
        writer = new MessageWriter(socket.getOutputStream(), Direction.TO_CLIENT);
    }

    /// The next message; none: the manager has ended the session.
    Optional<String> next() throws IOException {
        return reader.read();
    }

    /// Runs `gone` if the manager leaves before it says anything more.
    void watch(Runnable gone) {
        input.watch(gone);
    }

    void say(Answer answer) throws IOException {
        writer.write(answer.write());
    }

    void say(List<Answer> answers) throws IOException {
        for (var answer : answers) {
            say(answer);
        }
    }
}
