package wifisetup.ui.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.device.ConsentQuestion;
import wifisetup.device.DeviceName;
import wifisetup.device.NetworkTrial;
import wifisetup.device.TrustedKey;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.join.AccountEntry;
import wifisetup.join.AddressEntry;
import wifisetup.join.Cause;
import wifisetup.join.JoinState;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinStage;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;
import wifisetup.setup.Client;
import wifisetup.setup.Consent;
import wifisetup.setup.Phase;

/// What is on the screen. Each kind is one FXML file and one controller.
public sealed interface Page {
    /// Who shall set up the network?
    ///
    /// @param trouble why the client before gave up, if that is why this page is back
    record Select(List<Client> clients, NetworkStatus network, Optional<Phase.Trouble> trouble, List<Notice> notices)
            implements Page {}

    /// The networks in the air.
    ///
    /// @param status how the device is connected meanwhile
    /// @param phone whether a phone can take over
    record Networks(List<Network> networks, Listing listing, NetworkStatus status, boolean phone) implements Page {}

    /// The name of a network that is not in the list.
    record Other() implements Page {}

    /// The password of a network.
    ///
    /// @param draft what was typed for this network before
    /// @param phone whether a phone can take over
    record Password(NetworkId id, boolean hidden, Cause cause, Secret draft, boolean phone) implements Page {}

    /// The account for a network.
    ///
    /// @param draft what was typed for this network before
    /// @param phone whether a phone can take over
    record Account(NetworkId id, boolean hidden, Cause cause, AccountEntry draft, boolean phone) implements Page {}

    /// The saved networks, in the order in which they are tried.
    ///
    /// @param trouble why what was asked for was not done, if it was not
    record Saved(List<SavedRow> rows, Optional<Failure> trouble) implements Page {}

    /// One saved network.
    ///
    /// @param first whether it is tried before all others, whichever was used last
    record Profile(SavedRow row, boolean first, Optional<Failure> trouble) implements Page {}

    /// A saved network, as it stands now.
    ///
    /// @param inReach whether it is in the air
    /// @param connected whether the device is on it
    record SavedRow(SavedNetwork network, boolean inReach, boolean connected) {}

    /// The device's address on a network.
    ///
    /// @param entry what was typed before, else what is set
    /// @param joining whether it is for a join, not for a saved network
    record Address(NetworkId id, AddressEntry entry, boolean joining) implements Page {}

    /// A join under way.
    ///
    /// @param since when it began, if that is known
    /// @param origin where it was asked for
    record Connecting(Ssid network, JoinStage stage, Optional<Instant> since, boolean cancelling, Origin origin)
            implements Page {}

    /// How a join ended.
    ///
    /// @param origin where it was asked for
    record Result(Ssid network, JoinOutcome outcome, Origin origin) implements Page {}

    /// Where a join is asked for.
    enum Origin {
        /// On this panel.
        PANEL,
        /// On a phone.
        PHONE
    }

    /// The way into the open hotspot, and on from there.
    record Hotspot(HotspotRequest request, HotspotState.Open open) implements Page {}

    /// There is a moment to wait for the hotspot.
    ///
    /// @param target the network to join by phone, if that is known already
    record HotspotPending(Optional<Ssid> target, Pending pending) implements Page {}

    /// What keeps the list away.
    ///
    /// @param trouble why what was asked for was not done, if it was not
    record Problem(Obstruction obstruction, Optional<Failure> trouble) implements Page {}

    /// In which country is the device? The radio waits for that.
    record Country(Optional<Failure> trouble) implements Page {}

    /// The sign-in page between a network and the internet.
    ///
    /// @param network the network, if it is by radio
    /// @param address the page's address, if it is known
    /// @param hardwareAddress how the network knows this device, if it is by radio
    record SignIn(Optional<Ssid> network, Optional<String> address, Optional<String> hardwareAddress, boolean checking)
            implements Page {}

    /// Another client is at work.
    record Elsewhere(Client client) implements Page {}

    /// No set-up.
    ///
    /// @param waiting whether saved networks have their time to connect
    record Home(NetworkStatus network, boolean waiting, Consent consent, List<Notice> notices) implements Page {}

    /// Why there is no list of networks.
    sealed interface Obstruction {
        /// The radio is coming up.
        record Starting() implements Obstruction {}

        /// There is no radio.
        record NoAdapter() implements Obstruction {}

        /// The radio is off.
        record RadioOff(Block by) implements Obstruction {}

        /// NetworkManager is missing or does not answer.
        record ServiceMissing(String detail) implements Obstruction {}

        /// NetworkManager refuses.
        ///
        /// @param action the permission that is missing
        record Refused(String action) implements Obstruction {}
    }

    /// What the hotspot is at while no phone can use it.
    sealed interface Pending {
        /// It is about to open.
        record Preparing() implements Pending {}

        /// Saved networks are tried meanwhile.
        record TryingKnown() implements Pending {}

        /// It failed, and opens again in a moment.
        record Pausing(HotspotEnd end) implements Pending {}

        /// It is about to close.
        record Stopping() implements Pending {}
    }

    /// The device itself.
    record Device(DeviceView device, NetworkStatus network) implements Page {}

    /// A name for the device.
    record DeviceNaming(DeviceName name) implements Page {}

    /// A password for its management.
    record DevicePassword() implements Page {}

    /// The keys that it trusts.
    record DeviceKeys(List<TrustedKey> keys) implements Page {
        /// Keeps its own copy.
        public DeviceKeys {
            keys = List.copyOf(keys);
        }
    }

    /// May somebody on the network manage the device?
    record DeviceConsent(ConsentQuestion question) implements Page {}

    /// A change of the network that somebody on the network has asked for, under way or taken back.
    record DeviceTrial(NetworkTrial trial) implements Page {}

    /// The device shows which one it is.
    record Identify(DeviceName name) implements Page {}

    /// The page of a view. What began last is shown: what others ask of the device, its own pages, a phone at
    /// work, then a person at the panel, then results that nobody has seen yet.
    static Page of(View view) {
        return DevicePages.urgent(view)
                .or(() -> DevicePages.opened(view))
                .or(() -> HandoffPages.atWork(view))
                .orElseGet(() -> besidePhone(view));
    }

    private static Page besidePhone(View view) {
        var join = view.join();
        return switch (join.place()) {
            case Place.SigningIn now -> signIn(now, view.setup().network());
            case Place place when view.isPanelAtWork() -> onPanel(place, view);
            case Place place -> HandoffPages.result(view).orElseGet(() -> besidePanel(place, view));
        };
    }

    private static Page onPanel(Place place, View view) {
        var join = view.join();
        var network = view.setup().network();
        return switch (place) {
            case Place.Closed _, Place.Choosing _ -> choosing(view);
            case Place.Naming _ -> new Other();
            case Place.Asking(var id, var hidden, var cause) ->
                withoutRadio(join, network.adapter()).orElseGet(() -> asking(view, id, hidden, cause));
            case Place.Joining(var request, var stage, var since, var cancelling) ->
                new Connecting(request.ssid(), stage, since, cancelling, Origin.PANEL);
            case Place.Done(var request, var joined) -> new Result(request.ssid(), joined, Origin.PANEL);
            case Place.Failed(var request, var failure) -> new Result(request.ssid(), failure, Origin.PANEL);
            case Place.SigningIn now -> signIn(now, network);
            case Place.Saved _ -> withoutService(join, network.adapter()).orElseGet(() -> saved(join, network));
            case Place.Profile(var profile) ->
                withoutService(join, network.adapter())
                        .orElseGet(() -> join.profile(profile)
                                .map(kept -> profile(join, kept, network))
                                .orElseGet(() -> saved(join, network)));
            case Place.Addressing addressing ->
                withoutService(join, network.adapter()).orElseGet(() -> address(join, addressing));
        };
    }

    private static Page asking(View view, NetworkId id, boolean hidden, Cause cause) {
        var drafts = view.join().drafts();
        boolean phone = view.isHotspotOffered();
        return id.security().needsAccount()
                ? new Account(id, hidden, cause, drafts.account(id), phone)
                : new Password(id, hidden, cause, drafts.password(id), phone);
    }

    private static Page address(JoinState join, Place.Addressing addressing) {
        var set = AddressEntry.of(join.settings(addressing));
        return switch (addressing) {
            case Place.Addressing.OfProfile(var network) ->
                new Address(network.id(), join.drafts().address(network.id()).orElse(set), false);
            case Place.Addressing.OfJoin(var failed) -> {
                var id = failed.request().id();
                // The network's own address has just failed.
                yield new Address(id, join.drafts().address(id).orElseGet(set::byHand), true);
            }
        };
    }

    private static Page saved(JoinState join, NetworkStatus network) {
        return new Saved(
                join.saved().stream().map(kept -> row(join, kept, network)).toList(), join.trouble());
    }

    private static Page profile(JoinState join, SavedNetwork kept, NetworkStatus network) {
        boolean first = join.saved().stream()
                .filter(other -> !other.profile().equals(kept.profile()))
                .allMatch(other -> other.settings().priority() < kept.settings().priority());
        return new Profile(row(join, kept, network), first, join.trouble());
    }

    private static SavedRow row(JoinState join, SavedNetwork kept, NetworkStatus network) {
        boolean connected = network.link() instanceof Link.Up up && up.ssid().equals(kept.ssid());
        return new SavedRow(kept, connected || join.inReach(kept).isPresent(), connected);
    }

    private static Page signIn(Place.SigningIn now, NetworkStatus network) {
        return new SignIn(
                now.network(),
                now.address(),
                now.network().isPresent() && network.adapter() instanceof Adapter.Ready ready
                        ? Optional.of(ready.hardwareAddress())
                        : Optional.empty(),
                now.checking());
    }

    private static Page choosing(View view) {
        var join = view.join();
        var network = view.setup().network();
        return withoutRadio(join, network.adapter())
                .orElseGet(() -> join.listing() instanceof Listing.Failed(Failure.Denied(var action))
                        ? new Problem(new Obstruction.Refused(action), join.trouble())
                        : new Networks(join.networks(), join.listing(), network, view.isHotspotOffered()));
    }

    /// What is up in place of a page that needs the radio.
    private static Optional<Page> withoutRadio(JoinState join, Adapter adapter) {
        return switch (adapter) {
            case Adapter.Missing _ -> Optional.of(new Problem(new Obstruction.NoAdapter(), join.trouble()));
            case Adapter.Blocked(var by) ->
                Optional.of(
                        by == Block.COUNTRY
                                ? new Country(join.trouble())
                                : new Problem(new Obstruction.RadioOff(by), join.trouble()));
            case Adapter.Starting _, Adapter.Unavailable _, Adapter.Ready _ -> withoutService(join, adapter);
        };
    }

    /// What is up in place of a page that needs NetworkManager, but no radio.
    private static Optional<Page> withoutService(JoinState join, Adapter adapter) {
        return switch (adapter) {
            case Adapter.Starting _ -> Optional.of(new Problem(new Obstruction.Starting(), join.trouble()));
            case Adapter.Unavailable(var detail) ->
                Optional.of(new Problem(new Obstruction.ServiceMissing(detail), join.trouble()));
            case Adapter.Ready _, Adapter.Missing _, Adapter.Blocked _ -> Optional.empty();
        };
    }

    private static Page besidePanel(Place place, View view) {
        return switch (place) {
            case Place.Done(var request, var joined) -> new Result(request.ssid(), joined, Origin.PANEL);
            case Place.Failed(var request, var failure) -> new Result(request.ssid(), failure, Origin.PANEL);
            case Place _ -> ofSetup(view);
        };
    }

    private static Page ofSetup(View view) {
        var setup = view.setup();
        return switch (setup.phase()) {
            case Phase.Idle _ -> home(view, false);
            case Phase.Grace _ -> home(view, true);
            case Phase.Selecting(var trouble) -> new Select(setup.clients(), setup.network(), trouble, view.notices());
            case Phase.Working(var active) ->
                setup.client(active)
                        .map(Page::elsewhere)
                        .orElseGet(
                                () -> new Select(setup.clients(), setup.network(), Optional.empty(), view.notices()));
        };
    }

    /// The page of a client that is not on the panel.
    private static Page elsewhere(Client client) {
        // Its hand-off begins, or ends, with the next state.
        return View.isHotspot(client)
                ? new HotspotPending(Optional.empty(), new Pending.Preparing())
                : new Elsewhere(client);
    }

    private static Page home(View view, boolean waiting) {
        var setup = view.setup();
        return new Home(setup.network(), waiting, setup.memory().consent(), view.notices());
    }
}
