package wifisetup.network.bus;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wifisetup.network.SignInPage;
import wifisetup.network.Ssid;

/// Looks for the sign-in page that is in the way, once each time that one is, on a virtual thread. All else is for one
/// thread at a time.
final class SignInSearch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SignInSearch.class.getName());

    private final SignInPage page;
    private final Runnable found;
    private volatile @Nullable Search present;

    /// @param found called when an address was found, on the search's thread
    SignInSearch(SignInPage page, Runnable found) {
        this.page = page;
        this.found = found;
    }

    /// Begins a search if `state` is a new reason for one, and ends the one that there is no reason for any more.
    void follow(NetworkState state) {
        var search = present;
        if (state.word() != NetworkState.Word.PORTAL) {
            close();
        } else if (search == null || !search.on.equals(state.ssid())) {
            close();
            present = new Search(state.ssid()).begin();
        }
    }

    /// The address of the page that is in the way, once it was found. Any thread.
    Optional<String> address() {
        var search = present;
        return search == null ? Optional.empty() : search.address;
    }

    @Override
    public void close() {
        var search = present;
        present = null;
        if (search != null) {
            search.thread.interrupt();
        }
    }

    private final class Search {
        private final Optional<Ssid> on;
        private final Thread thread = Thread.ofVirtual().name("sign-in-page").unstarted(this::run);
        private volatile Optional<String> address = Optional.empty();

        Search(Optional<Ssid> on) {
            this.on = on;
        }

        Search begin() {
            thread.start();
            return this;
        }

        private void run() {
            try {
                address = page.find();
                if (address.isPresent()) {
                    found.run();
                }
            } catch (InterruptedException over) {
                LOG.log(Level.TRACE, "the sign-in page is not wanted any more");
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "the sign-in page cannot be looked for", failure);
            }
        }
    }
}
