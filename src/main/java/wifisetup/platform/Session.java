package wifisetup.platform;

import java.util.concurrent.CompletableFuture;

/// A platform that has let us in and knows our devices. It ends by [#close], or by itself, of which
/// [SessionHost#lost] is told once.
public interface Session extends AutoCloseable {
    /// The gateway id under which the platform knows us.
    String gateway();

    /// Carries `request` to the platform and returns at once.
    ///
    /// The result is the platform's answer: status [Message#OK] confirms. It is a [TransportException] when
    /// the session ends before the answer, which leaves open whether the platform has heard the request.
    /// Whoever completes or cancels the result waits no longer: what comes later is dropped. Requests reach
    /// the platform in the order in which one thread makes them. Changes of devices are made one at a time.
    CompletableFuture<Message> request(Request request);

    /// Ends the session within a second: takes leave of the platform if it answers. Harmless when it has ended.
    @Override
    void close();
}
