package wifisetup.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Takes requests to the platform of the moment, and gives each an answer in time.
interface Exchange {
    /// Asks, and never fails: the answer is [Message#EMPTY] without a connection and [Message#TIMED_OUT] after
    /// `timeout`.
    CompletableFuture<Message> ask(Request request, Duration timeout);
}
