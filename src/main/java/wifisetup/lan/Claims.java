package wifisetup.lan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What is remembered of devices wherever they are: who signs its words, and which two have been reported. The
/// discovering thread alone.
final class Claims {
    private final Set<Claimant> signers;
    private final Set<Set<Claimant>> reported;

    /// Remembers the last `most` of each.
    Claims(int most) {
        signers = lastOf(most);
        reported = lastOf(most);
    }

    private static <T> Set<T> lastOf(int most) {
        return Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                return size() > most;
            }
        });
    }

    /// Whether `claimant` has signed its words before: then it always does.
    boolean signs(Claimant claimant) {
        return signers.contains(claimant);
    }

    /// It has signed its words.
    ///
    /// @return whether that was the first time
    boolean signed(Claimant claimant) {
        return signers.add(claimant);
    }

    /// Two claim one UUID; or one in two places, if they are equal.
    ///
    /// @return whether that is to be reported
    boolean dispute(Claimant first, Claimant second) {
        return reported.add(first.equals(second) ? Set.of(first) : Set.of(first, second));
    }
}
