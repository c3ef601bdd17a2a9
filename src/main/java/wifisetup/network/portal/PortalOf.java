package wifisetup.network.portal;

import java.lang.System.Logger.Level;
import java.util.Optional;
import wifisetup.network.SignInPage;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// The sign-in page of the network that a [Wifi] is on, by the page with which its service checks for the internet.
///
/// @param wifi asked each time: what runs the radio may change
public record PortalOf(Wifi wifi) implements SignInPage {
    private static final System.Logger LOG = System.getLogger(PortalOf.class.getName());

    @Override
    public Optional<String> find() throws InterruptedException {
        return ConnectivityCheck.of(page()).find();
    }

    private String page() {
        try {
            return wifi.connectivityPage().orElse("");
        } catch (WifiException failure) {
            LOG.log(Level.DEBUG, "the service does not tell its page: {0}", failure.getMessage());
            return "";
        }
    }
}
