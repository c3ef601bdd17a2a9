package wifisetup.hotspot.portal.web;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.AccountEntry;
import wifisetup.join.AccountEntry.Check;
import wifisetup.join.AccountEntry.Method;
import wifisetup.join.Draft;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;
import wifisetup.words.EntryWording;
import wifisetup.words.Texts;
import wifisetup.words.Wording;

/// Reads what a person on a phone wants from the fields of a form. Pure.
///
/// @param networks the list that the phone saw
/// @param session what that phone typed before
/// @param texts the language of complaints
record WishReader(List<Network> networks, PhoneSession session, Texts texts) {
    /// The methods that need no file on the device; a phone can only type.
    static final List<Method> METHODS = List.of(Method.PEAP, Method.TTLS_MSCHAPV2, Method.TTLS_PAP);

    /// The checks that need no file.
    static final List<Check> CHECKS = List.of(Check.SYSTEM, Check.NONE);

    private static final int LONGEST_TEXT = 253;

    /// The network that the fields `network` (its name's bytes in hex), `security` and `hidden` stand for.
    static Optional<Target> target(Form form) {
        try {
            var ssid = Ssid.of(HexFormat.of().parseHex(form.text("network")));
            return choice(form.text("security"), Security.values())
                    .map(security -> new Target(new NetworkId(ssid, security), form.has("hidden")));
        } catch (IllegalArgumentException noNetwork) {
            return Optional.empty();
        }
    }

    /// What the form asks for.
    Wish read(Form form) {
        return target(form).<Wish>map(target -> read(target, form)).orElseGet(Wish.Unreadable::new);
    }

    private Wish read(Target target, Form form) {
        var obstacle = network(target.id()).flatMap(Network::obstacle);
        if (obstacle.isPresent()) {
            return new Wish.Flawed(target, new Wording(texts).obstacle(obstacle.get()), Draft.NONE);
        }
        var security = target.id().security();
        if (security.isOpen()) {
            return join(target, new Credentials.None(), Draft.NONE);
        }
        return security.needsAccount() ? account(target, form) : password(target, form);
    }

    private Wish password(Target target, Form form) {
        var id = target.id();
        var typed = new Secret(form.text("password"));
        var before = session.draft(id) instanceof Draft.Password(var text) ? text : Secret.EMPTY;
        if (typed.isEmpty() && before.isEmpty() && isSaved(id)) {
            return join(target, new Credentials.Saved(), Draft.NONE);
        }
        var password = typed.isEmpty() ? before : typed;
        var flaw = PassphraseFlaw.of(id.security(), password);
        return flaw.isPresent()
                ? new Wish.Flawed(
                        target, new EntryWording(texts).rule(id.security(), flaw, password.isEmpty()), Draft.NONE)
                : join(target, new Credentials.Passphrase(password), new Draft.Password(password));
    }

    private Wish account(Target target, Form form) {
        var id = target.id();
        var before = session.draft(id) instanceof Draft.Account(var entry) ? entry : AccountEntry.EMPTY;
        var typed = new Secret(form.text("password"));
        if (form.text("identity").isBlank()
                && typed.isEmpty()
                && before.password().isEmpty()
                && isSaved(id)) {
            return join(target, new Credentials.Saved(), Draft.NONE);
        }
        var entry = new AccountEntry(
                cut(form.text("identity")),
                cut(form.text("anonymous")),
                choice(form.text("method"), METHODS).orElse(Method.PEAP),
                typed.isEmpty() ? before.password() : typed,
                "",
                "",
                choice(form.text("check"), CHECKS).orElse(Check.SYSTEM),
                "",
                cut(form.text("domain")));
        return entry.lack().isPresent()
                ? new Wish.Flawed(target, new EntryWording(texts).lack(entry.lack()), new Draft.Account(entry))
                : join(target, entry.account(), new Draft.Account(entry));
    }

    private static Wish join(Target target, Credentials credentials, Draft draft) {
        return new Wish.Join(new JoinRequest(target.id(), credentials, target.hidden()), draft);
    }

    private Optional<Network> network(NetworkId id) {
        return networks.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    private boolean isSaved(NetworkId id) {
        return network(id).filter(Network::saved).isPresent();
    }

    private static <T extends Enum<T>> Optional<T> choice(String name, T[] values) {
        return choice(name, Arrays.asList(values));
    }

    private static <T extends Enum<T>> Optional<T> choice(String name, List<T> values) {
        return values.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    /// No more than a name has anywhere (RFC 1035, 2.3.4; RFC 7542, 2.2).
    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
