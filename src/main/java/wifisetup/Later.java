package wifisetup;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A consumer that is handed out before the one that it stands for exists: two loops that speak to each other cannot
/// both be made first.
final class Later<T> implements Consumer<T> {
    private volatile @Nullable Consumer<? super T> target;

    /// From now on everything goes to `consumer`.
    void goTo(Consumer<? super T> consumer) {
        target = consumer;
    }

    /// Hands `value` on.
    ///
    /// @throws NullPointerException before [#goTo]
    @Override
    public void accept(T value) {
        Objects.requireNonNull(target, "nobody to hand on to yet").accept(value);
    }
}
