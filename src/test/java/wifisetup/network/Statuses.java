package wifisetup.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// An observer that keeps all it is shown, and answers when something is shown. Any thread.
public final class Statuses implements Consumer<NetworkStatus> {
    private final List<NetworkStatus> shown = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    @Override
    public void accept(NetworkStatus status) {
        synchronized (shown) {
            shown.add(status);
            wishes.removeIf(wish -> wish.isGrantedBy(status));
        }
    }

    /// Done when a status that fits is the newest: at once, or when it comes.
    public CompletableFuture<NetworkStatus> when(Predicate<NetworkStatus> fits) {
        synchronized (shown) {
            if (!shown.isEmpty() && fits.test(shown.getLast())) {
                return CompletableFuture.completedFuture(shown.getLast());
            }
            var wish = new Wish(fits, new CompletableFuture<>());
            wishes.add(wish);
            return wish.answer;
        }
    }

    /// What was shown so far, oldest first.
    public List<NetworkStatus> shown() {
        synchronized (shown) {
            return List.copyOf(shown);
        }
    }

    /// The links that were shown so far, each once as long as it lasted.
    public List<Link> links() {
        var links = new ArrayList<Link>();
        for (NetworkStatus status : shown()) {
            if (links.isEmpty() || !links.getLast().equals(status.link())) {
                links.add(status.link());
            }
        }
        return links;
    }

    private record Wish(Predicate<NetworkStatus> fits, CompletableFuture<NetworkStatus> answer) {
        boolean isGrantedBy(NetworkStatus status) {
            return fits.test(status) && answer.complete(status);
        }
    }
}
