package wifisetup.hotspot.portal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;

/// The access point with its page behind it, and the names that lead there: all of it is open, or nothing. Blocks.
final class Door {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    private final AccessPoint accessPoint;
    private final AccessPointOffer offer;
    private final NameRedirect names;
    private final PhonePage.Session page;
    private final URI address;
    private AccessPoint.@Nullable Opened opened;

    /// @param address of the page, for those who announce it
    Door(AccessPoint accessPoint, AccessPointOffer offer, NameRedirect names, PhonePage.Session page, URI address) {
        this.accessPoint = accessPoint;
        this.offer = offer;
        this.names = names;
        this.page = page;
        this.address = address;
    }

    /// Opens it, and tries it as a phone would.
    ///
    /// @throws WifiException if the access point cannot be opened
    /// @throws IOException if the page cannot be served, or does not answer
    synchronized void open(Consumer<? super PortalEvent> news) throws WifiException, IOException, InterruptedException {
        // An access point that was lost has left its page.
        close();
        boolean redirected = redirect();
        boolean done = false;
        try {
            opened = accessPoint.open(offer, told -> news.accept(event(told)));
            page.open();
            if (redirected && !names.works(offer.gateway())) {
                LOG.log(Level.WARNING, "names do not lead to the hotspot''s page; {0} does", address);
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /// Closes what is open.
    synchronized void close() {
        try {
            page.close();
        } finally {
            closeAccessPoint();
        }
    }

    private void closeAccessPoint() {
        // First what would outlast this program.
        endRedirection();
        try {
            if (opened != null) {
                opened.close();
            }
        } finally {
            opened = null;
        }
    }

    private void endRedirection() {
        try {
            names.end();
        } catch (IOException kept) {
            LOG.log(Level.ERROR, "names stay redirected for shared connections", kept);
        }
    }

    /// Without it a phone may not show the page by itself, but it can be opened by its address.
    private boolean redirect() {
        try {
            names.begin(offer.gateway(), address);
            return true;
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "names are not redirected to the hotspot''s page: {0}", refused.toString());
            return false;
        }
    }

    private static PortalEvent event(AccessPointNews news) {
        return switch (news) {
            case AccessPointNews.Stations(int count) -> new PortalEvent.Stations(count);
            case AccessPointNews.Lost(var failure) -> new PortalEvent.Lost(failure);
        };
    }
}
