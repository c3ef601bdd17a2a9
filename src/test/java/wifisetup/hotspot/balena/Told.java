package wifisetup.hotspot.balena;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import wifisetup.hotspot.HotspotState;

/// The states that a session has told. Any thread.
final class Told implements Consumer<HotspotState> {
    private final List<HotspotState> states = new ArrayList<>();
    private final List<Runnable> looks = new ArrayList<>();

    @Override
    public synchronized void accept(HotspotState state) {
        states.add(state);
        looks.forEach(Runnable::run);
    }

    synchronized List<HotspotState> states() {
        return List.copyOf(states);
    }

    /// Waits until such a state was told.
    <T extends HotspotState> T await(Class<T> kind, Predicate<? super T> wanted) throws Exception {
        var found = new CompletableFuture<T>();
        Runnable look = () -> states.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst()
                .ifPresent(found::complete);
        synchronized (this) {
            looks.add(look);
            look.run();
        }
        return found.get(20, TimeUnit.SECONDS);
    }
}
