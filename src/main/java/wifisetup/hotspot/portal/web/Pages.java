package wifisetup.hotspot.portal.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.portal.web.PortalView.Course;
import wifisetup.network.JoinStage;
import wifisetup.network.NetworkId;
import wifisetup.network.Ssid;
import wifisetup.words.Texts;
import wifisetup.words.Wording;

/// The pages that a phone can get: which one, and what stands in it. Any thread.
final class Pages {
    /// After so many seconds a browser without script looks again: a join takes about as long, and a look while the
    /// access point is away would leave it with an error page.
    private static final int REFRESH_SECONDS = 20;

    private final PortalPlace place;
    private final InstantSource clock;
    private final Templates templates = new Templates();

    Pages(PortalPlace place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
    }

    /// The page for what the session is at.
    Answer page(Visitor visitor, PortalView view, Form query) {
        return switch (view.course()) {
            case Course.Choosing(var last) -> choosing(visitor, view, query, last);
            case Course.Joining(var ssid, var stage) -> connecting(visitor, view, ssid, stage, false);
            case Course.Searching _ -> searching(visitor, view);
            case Course.Over(var end) -> over(visitor, view, end);
        };
    }

    private Answer choosing(Visitor visitor, PortalView view, Form query, Optional<FailedJoin> last) {
        var asked = WishReader.target(query).or(() -> named(query));
        if (asked.isPresent()) {
            return network(visitor, view, asked.get(), Optional.empty(), Answer.OK);
        }
        if (query.has("other")) {
            return other(visitor, view, query);
        }
        if (query.has("list")) {
            return networks(visitor, view, Optional.empty());
        }
        // What this phone asked for comes first, then what the panel was at.
        return visitor.session()
                .last()
                .filter(target -> last.filter(
                                failed -> failed.ssid().equals(target.id().ssid()))
                        .isPresent())
                .or(() -> view.request().target())
                .map(target -> network(visitor, view, target, Optional.empty(), Answer.OK))
                .orElseGet(() -> networks(visitor, view, Optional.empty()));
    }

    private static Optional<Target> named(Form query) {
        String name = query.text("name");
        return Ssid.fits(name)
                ? OtherKind.of(query.text("security"))
                        .map(kind -> new Target(new NetworkId(Ssid.of(name), kind.security()), true))
                : Optional.empty();
    }

    /// The list, and above it what is wrong.
    Answer networks(Visitor visitor, PortalView view, Optional<String> complaint) {
        var gaps = gaps(visitor, view, "/?list=", visitor.texts().get("select.panel"));
        gaps.putAll(new NetworkRows(visitor.texts(), view, clock.instant()).gaps());
        gaps.put("complaint", complaint.orElse(""));
        gaps.put("failure", failure(visitor.texts(), view, _ -> true));
        return page(Templates.Name.NETWORKS, Answer.OK, visitor.texts(), gaps);
    }

    /// The form of a network, with what is wrong with it.
    Answer flawed(Visitor visitor, PortalView view, Wish.Flawed flawed) {
        return network(visitor, view, flawed.target(), Optional.of(flawed), Answer.UNPROCESSABLE);
    }

    private Answer network(Visitor visitor, PortalView view, Target target, Optional<Wish.Flawed> flawed, int status) {
        var texts = visitor.texts();
        String name = target.id().ssid().display();
        var gaps = gaps(visitor, view, NetworkForm.address(target), texts.get("password.title", name));
        gaps.putAll(new NetworkForm(visitor, view, target, flawed).gaps());
        gaps.put(
                "failure",
                failure(texts, view, failed -> failed.ssid().equals(target.id().ssid())));
        gaps.put("refresh", "");
        return page(Templates.Name.NETWORK, status, texts, gaps);
    }

    private Answer other(Visitor visitor, PortalView view, Form query) {
        var texts = visitor.texts();
        var gaps = gaps(visitor, view, "/?other=", texts.get("other.title"));
        gaps.put("complaint", query.has("name") ? texts.get("portal.other.flaw") : "");
        gaps.put("name", query.text("name"));
        gaps.put("kinds", OtherKind.gaps(texts, query.text("security")));
        return page(Templates.Name.OTHER, Answer.OK, texts, gaps);
    }

    /// What is told while the device joins, as this phone asked; the machine may not have begun yet.
    Answer connecting(Visitor visitor, PortalView view, Ssid ssid) {
        return connecting(visitor, view, ssid, JoinStage.PREPARING, false);
    }

    private Answer connecting(Visitor visitor, PortalView view, Ssid ssid, JoinStage stage, boolean slower) {
        var texts = visitor.texts();
        String name = ssid.display();
        var gaps = gaps(visitor, view, "/", texts.get("connecting.title"));
        gaps.put("name", texts.get("result.network", name));
        gaps.put("stage", new Wording(texts).stage(stage));
        gaps.put("slower", slower ? texts.get("portal.slower", name) : "");
        gaps.put("away", texts.get("portal.away", hotspot(view)));
        gaps.put("gone", texts.get("portal.gone", name, view.device()));
        gaps.put("back", texts.get("portal.back", hotspot(view), place.page().toString()));
        gaps.put("busy", true);
        gaps.put("refresh", REFRESH_SECONDS);
        return page(Templates.Name.CONNECTING, Answer.OK, texts, gaps);
    }

    /// What is told while the device searches anew.
    Answer searching(Visitor visitor, PortalView view) {
        var texts = visitor.texts();
        var gaps = gaps(visitor, view, "/", texts.get("networks.searching"));
        gaps.put("away", texts.get("portal.searching", hotspot(view)));
        gaps.put("back", texts.get("portal.back", hotspot(view), place.page().toString()));
        gaps.put("busy", true);
        gaps.put("refresh", REFRESH_SECONDS);
        return page(Templates.Name.SEARCHING, Answer.OK, texts, gaps);
    }

    /// What is told when something else came first.
    Answer slower(Visitor visitor, PortalView view) {
        var answer = switch (view.course()) {
            case Course.Joining(var ssid, var stage) ->
                connecting(
                        visitor,
                        view,
                        ssid,
                        stage,
                        visitor.session()
                                .last()
                                .filter(target -> target.id().ssid().equals(ssid))
                                .isEmpty());
            case Course.Choosing _ ->
                networks(visitor, view, Optional.of(visitor.texts().get("portal.busy")));
            case Course.Searching _, Course.Over _ -> page(visitor, view, Form.EMPTY);
        };
        return answer.as(Answer.CONFLICT);
    }

    private Answer over(Visitor visitor, PortalView view, HotspotEnd end) {
        var texts = visitor.texts();
        var words = LastWords.of(texts, view.device(), end);
        var gaps = gaps(visitor, view, "/", words.title());
        gaps.putAll(words.gaps());
        return page(Templates.Name.OVER, Answer.OK, texts, gaps);
    }

    /// A sentence, and the way back to the page.
    Answer notice(Texts texts, int status, String key) {
        var gaps = new PageFrame(texts).gaps("/", texts.get("portal.notice"));
        gaps.put("sentence", texts.get(key));
        return page(Templates.Name.NOTICE, status, texts, gaps);
    }

    private Map<String, Object> gaps(Visitor visitor, PortalView view, String here, String title) {
        var gaps = new PageFrame(visitor.texts()).gaps(here, title);
        gaps.put("state", PageState.of(view).mark());
        gaps.put("device", view.device());
        gaps.put("token", visitor.token());
        gaps.put(
                "asksCode",
                view.request().access().code().isPresent() && !visitor.session().proved());
        gaps.put("hotspot", hotspot(view));
        return gaps;
    }

    private Answer page(Templates.Name name, int status, Texts texts, Map<String, Object> gaps) {
        return Answer.page(
                status, templates.fill(name, texts, gaps), texts.language().code());
    }

    private static Object failure(Texts texts, PortalView view, Predicate<FailedJoin> shown) {
        if (!(view.course() instanceof Course.Choosing(var last))
                || last.filter(shown).isEmpty()) {
            return false;
        }
        var wording = new Wording(texts);
        var failure = last.get().failure();
        return Map.of(
                "network", texts.get("result.network", last.get().ssid().display()),
                "sentence", wording.sentence(failure),
                "advice", wording.advice(failure),
                "smallPrint", wording.smallPrint(failure));
    }

    private static String hotspot(PortalView view) {
        return view.request().access().ssid().display();
    }
}
