package wifisetup.lan;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/// A [DeviceSession] for those who do not want to block: one thing after another, on a thread of its own. Each
/// future fails with the [DeviceException] that the blocking method throws. Any thread.
public final class AsyncDeviceSession implements AutoCloseable {
    private final DeviceSession session;
    private final ExecutorService thread;

    AsyncDeviceSession(DeviceSession session, ExecutorService thread) {
        this.session = session;
        this.thread = thread;
    }

    private interface Call<T> {
        T call() throws DeviceException;
    }

    private interface Act {
        void act() throws DeviceException;
    }

    /// See [DeviceSession#authorizeWithPassword].
    public CompletableFuture<Void> authorizeWithPassword(Password password) {
        return act(() -> session.authorizeWithPassword(password));
    }

    /// See [DeviceSession#addTrust].
    public CompletableFuture<String> addTrust(String label, RSAPublicKey key) {
        return call(() -> session.addTrust(label, key));
    }

    /// See [DeviceSession#listTrust].
    public CompletableFuture<List<TrustedKey>> listTrust() {
        return call(session::listTrust);
    }

    /// See [DeviceSession#removeTrust].
    public CompletableFuture<Void> removeTrust(String accessId) {
        return act(() -> session.removeTrust(accessId));
    }

    /// See [DeviceSession#rename].
    public CompletableFuture<Void> rename(String name) {
        return act(() -> session.rename(name));
    }

    /// See [DeviceSession#modifyPassword].
    public CompletableFuture<Void> modifyPassword(Password old, Password changed, boolean resetAcl) {
        return act(() -> session.modifyPassword(old, changed, resetAcl));
    }

    /// See [DeviceSession#resetPassword].
    public CompletableFuture<Void> resetPassword(Password changed) {
        return act(() -> session.resetPassword(changed));
    }

    /// See [DeviceSession#modifyNetwork].
    public CompletableFuture<NetworkReply> modifyNetwork(NetworkChange change) {
        return call(() -> session.modifyNetwork(change));
    }

    /// See [DeviceSession#confirmNetwork].
    public CompletableFuture<Void> confirmNetwork() {
        return act(session::confirmNetwork);
    }

    /// See [DeviceSession#wifiList].
    public CompletableFuture<List<WifiNetwork>> wifiList() {
        return call(session::wifiList);
    }

    private CompletableFuture<Void> act(Act act) {
        return call(() -> {
                    act.act();
                    return true;
                })
                .thenAccept(_ -> {});
    }

    private <T> CompletableFuture<T> call(Call<T> call) {
        var result = new CompletableFuture<T>();
        try {
            thread.execute(() -> {
                try {
                    result.complete(call.call());
                } catch (DeviceException | RuntimeException failed) {
                    result.completeExceptionally(failed);
                }
            });
        } catch (RejectedExecutionException _) {
            result.completeExceptionally(new DeviceException.ConnectionBroken("this session has ended"));
        }
        return result;
    }

    /// Ends the session; what is under way fails.
    @Override
    public void close() {
        session.close();
        thread.close();
    }
}
