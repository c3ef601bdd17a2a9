package wifisetup.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.join.JoinState;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
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
    record Networks(List<Network> networks, Listing listing) implements Page {}

    /// The name of a network that is not in the list.
    record Other() implements Page {}

    /// The password of a network.
    ///
    /// @param refused why it is asked again, if it is
    /// @param draft what was typed for this network before
    record Password(NetworkId id, boolean hidden, Optional<Failure> refused, Secret draft) implements Page {}

    /// A join under way.
    record Connecting(JoinRequest request, JoinStage stage, Optional<Instant> since, boolean cancelling)
            implements Page {}

    /// How a join ended.
    record Result(JoinRequest request, JoinOutcome outcome) implements Page {}

    /// What keeps the list away.
    record Problem(Obstruction obstruction) implements Page {}

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

        /// The radio is off; `hard`: by a switch that software cannot move.
        record RadioOff(Block by) implements Obstruction {}

        /// NetworkManager is missing or does not answer.
        record ServiceMissing(String detail) implements Obstruction {}

        /// NetworkManager refuses.
        ///
        /// @param action the permission that is missing
        record Refused(String action) implements Obstruction {}
    }

    /// The page of a view.
    static Page of(View view) {
        var join = view.join();
        return switch (join.place()) {
            case Place.Done(var request, var joined) -> new Result(request, joined);
            case Place.Failed(var request, var failure) -> new Result(request, failure);
            case Place place
            when view.isPanelAtWork() -> onPanel(place, join, view.setup().network());
            case Place _ -> besidePanel(view);
        };
    }

    private static Page onPanel(Place place, JoinState join, NetworkStatus network) {
        return switch (place) {
            case Place.Closed _, Place.Choosing _ -> choosing(join, network.adapter());
            case Place.Naming _ -> new Other();
            case Place.Asking(var id, var hidden, var refused) -> new Password(id, hidden, refused, join.draft(id));
            case Place.Joining(var request, var stage, var since, var cancelling) ->
                new Connecting(request, stage, since, cancelling);
            case Place.Done(var request, var joined) -> new Result(request, joined);
            case Place.Failed(var request, var failure) -> new Result(request, failure);
        };
    }

    private static Page choosing(JoinState join, Adapter adapter) {
        return switch (adapter) {
            case Adapter.Starting _ -> new Problem(new Obstruction.Starting());
            case Adapter.Missing _ -> new Problem(new Obstruction.NoAdapter());
            case Adapter.Blocked(var by) -> new Problem(new Obstruction.RadioOff(by));
            case Adapter.Unavailable(var detail) -> new Problem(new Obstruction.ServiceMissing(detail));
            case Adapter.Ready _
            when join.listing() instanceof Listing.Failed(Failure.Denied(var action)) ->
                new Problem(new Obstruction.Refused(action));
            case Adapter.Ready _ -> new Networks(join.networks(), join.listing());
        };
    }

    private static Page besidePanel(View view) {
        var setup = view.setup();
        return switch (setup.phase()) {
            case Phase.Idle _ -> home(view, false);
            case Phase.Grace _ -> home(view, true);
            case Phase.Selecting(var trouble) -> new Select(setup.clients(), setup.network(), trouble, view.notices());
            case Phase.Working(var active) ->
                setup.client(active)
                        .<Page>map(Elsewhere::new)
                        .orElseGet(
                                () -> new Select(setup.clients(), setup.network(), Optional.empty(), view.notices()));
        };
    }

    private static Page home(View view, boolean waiting) {
        var setup = view.setup();
        return new Home(setup.network(), waiting, setup.memory().consent(), view.notices());
    }
}
