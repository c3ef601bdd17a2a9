package wifisetup.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What a program tells its platform, each call waiting for the answer. [PlatformClient] waits for the time that
/// its configuration says, 10 s unless it says otherwise; [PlatformClient#within] gives calls that wait for
/// another.
///
/// Data and metadata are whatever Jackson writes as JSON: texts, numbers, maps, lists, records that are open to
/// it, or a [JsonNode]. An interrupt ends the wait, and what was asked for may happen all the same. A call beyond
/// 10,000 without an answer is answered with 429 at once, by nobody but the client, and one that cannot be put
/// into words for the platform with 400.
@FunctionalInterface
public interface PlatformCalls {
    /// The same calls, without the wait.
    AsyncCalls async();

    /// Adds a device: to the device manager in any case, and to the platform if it is connected.
    ///
    /// @return whether the platform confirmed
    default boolean add(Device device) throws InterruptedException {
        return await(async().add(device));
    }

    /// Makes known what a device has become: to the device manager in any case, and to the platform if it is
    /// connected.
    ///
    /// @return whether the platform confirmed
    /// @throws IllegalArgumentException if the device manager does not know it
    default boolean update(Device device) throws InterruptedException {
        return await(async().update(device));
    }

    /// Takes a device from the device manager, and disconnects it from the platform, which remembers it.
    ///
    /// @return whether the platform confirmed
    /// @throws IllegalArgumentException if no device can have that id
    default boolean disconnect(String device) throws InterruptedException {
        return await(async().disconnect(device));
    }

    /// [#disconnect(String)] of that device.
    default boolean disconnect(Device device) throws InterruptedException {
        return disconnect(device.id());
    }

    /// Takes a device from the device manager, and deletes it from the platform. If the platform is not connected,
    /// the device is disconnected there after the next connection, and has to be deleted there by hand.
    ///
    /// @return whether the platform confirmed
    /// @throws IllegalArgumentException if no device can have that id
    default boolean delete(String device) throws InterruptedException {
        return await(async().delete(device));
    }

    /// [#delete(String)] of that device.
    default boolean delete(Device device) throws InterruptedException {
        return delete(device.id());
    }

    /// Pushes an event of a device's service, with metadata if there are any.
    ///
    /// @return the platform's answer; [Message#isEmpty()] if there is no connection, [Message#isTimedOut()] if
    ///     no answer came in time
    default Message event(String device, String service, @Nullable Object data, @Nullable Object metadata)
            throws InterruptedException {
        return await(async().event(device, service, data, metadata));
    }

    /// Pushes an event without metadata.
    default Message event(String device, String service, @Nullable Object data) throws InterruptedException {
        return event(device, service, data, null);
    }

    /// Pushes an event of that device, with metadata if there are any.
    default Message event(Device device, String service, @Nullable Object data, @Nullable Object metadata)
            throws InterruptedException {
        return event(device.id(), service, data, metadata);
    }

    /// Pushes an event of that device, without metadata.
    default Message event(Device device, String service, @Nullable Object data) throws InterruptedException {
        return event(device.id(), service, data, null);
    }

    /// Says what came of a command that [PlatformClient#receive()] gave, with metadata if there are any.
    ///
    /// @return the platform's answer, as of [#event]
    default Message respond(Message command, @Nullable Object data, @Nullable Object metadata)
            throws InterruptedException {
        return await(async().respond(command, data, metadata));
    }

    /// Says what came of a command, without metadata.
    default Message respond(Message command, @Nullable Object data) throws InterruptedException {
        return respond(command, data, null);
    }

    /// Says how a command went, as [#respond] does where it was done.
    ///
    /// @param status as HTTP's (RFC 9110, 15), such as 409 where it was refused
    /// @return the platform's answer, as of [#event]
    default Message answer(Message command, int status, @Nullable Object data) throws InterruptedException {
        return await(async().answer(command, status, data));
    }

    /// The results of these calls are never exceptions.
    private static <T> T await(CompletableFuture<T> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a call without a result", broken.getCause());
        }
    }
}
