package wifisetup.hotspot.portal.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.AccountEntry;
import wifisetup.join.Draft;
import wifisetup.network.Network;
import wifisetup.network.Security;
import wifisetup.words.EntryWording;
import wifisetup.words.Wording;

/// The form of one network: what it asks, and what happens when it is sent. What was typed before is in it, but for
/// secrets: of those it says that they are kept.
///
/// @param flawed what was wrong with the form when it came, if so
record NetworkForm(Visitor visitor, PortalView view, Target target, Optional<Wish.Flawed> flawed) {
    /// The address of a network's form.
    static String address(Target target) {
        return "/?network=" + target.id().ssid().hex() + "&security="
                + target.id().security().name() + (target.hidden() ? "&hidden=yes" : "");
    }

    /// The gaps of the page.
    Map<String, Object> gaps() {
        var texts = visitor.texts();
        var security = target.id().security();
        var draft = flawed.map(Wish.Flawed::draft)
                .filter(typed -> !typed.equals(Draft.NONE))
                .orElseGet(() -> visitor.session().draft(target.id()));
        boolean saved = network().filter(Network::saved).isPresent();
        boolean kept = isKept(visitor.session().draft(target.id()));
        var gaps = new HashMap<String, Object>();
        gaps.put("network", target.id().ssid().hex());
        gaps.put("name", target.id().ssid().display());
        gaps.put("security", security.name());
        gaps.put("hidden", target.hidden());
        gaps.put("about", about());
        gaps.put("complaint", flawed.map(Wish.Flawed::complaint).orElse(""));
        gaps.put("usable", network().flatMap(Network::obstacle).isEmpty());
        gaps.put("asksPassword", security.needsPassphrase());
        gaps.put("asksAccount", security.needsAccount());
        gaps.put("open", security.isOpen());
        gaps.put("required", !kept && !saved);
        gaps.put("kept", kept ? texts.get("portal.kept") : saved ? texts.get("portal.saved") : "");
        gaps.put("rule", rule(security));
        gaps.putAll(account(draft instanceof Draft.Account(var entry) ? entry : AccountEntry.EMPTY));
        String hotspot = view.request().access().ssid().display();
        gaps.put("before", texts.get("portal.before", hotspot));
        gaps.put(
                "beforeSuccess",
                texts.get(
                        "portal.before.success",
                        hotspot,
                        view.device(),
                        target.id().ssid().display()));
        gaps.put("beforeFailure", texts.get("portal.before.failure", hotspot));
        return gaps;
    }

    private String rule(Security security) {
        return security.needsPassphrase()
                ? new EntryWording(visitor.texts()).rule(security, Optional.empty(), true)
                : "";
    }

    private String about() {
        var wording = new Wording(visitor.texts());
        return network()
                .map(wording::about)
                .orElseGet(() -> wording.security(target.id().security()));
    }

    private Map<String, Object> account(AccountEntry entry) {
        var texts = visitor.texts();
        return Map.of(
                "identity",
                entry.identity(),
                "domain",
                entry.domain(),
                "methods",
                WishReader.METHODS.stream()
                        .<Map<String, Object>>map(method -> Map.of(
                                "value",
                                method.name(),
                                "label",
                                texts.get(
                                        switch (method) {
                                            case PEAP -> "account.method.peap";
                                            case TTLS_MSCHAPV2 -> "account.method.ttls";
                                            case TTLS_PAP -> "account.method.pap";
                                            case TLS -> "account.method.tls";
                                        }),
                                "chosen",
                                method == entry.method()))
                        .toList(),
                "unchecked",
                entry.check() == AccountEntry.Check.NONE);
    }

    private Optional<Network> network() {
        return view.networks().stream()
                .filter(network -> network.id().equals(target.id()))
                .findFirst();
    }

    private static boolean isKept(Draft draft) {
        return switch (draft) {
            case Draft.Password(var text) -> !text.isEmpty();
            case Draft.Account(var entry) -> !entry.password().isEmpty();
            case Draft.None _, Draft.Address _ -> false;
        };
    }
}
