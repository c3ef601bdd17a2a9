package wifisetup.hotspot.portal.web;

import java.util.Optional;
import java.util.function.Function;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.join.Draft;
import wifisetup.secret.Secret;

/// Does what the page's forms ask for: hands it to the desk, if it is right and the phone may. Any thread.
final class Submissions {
    private final PortalDesk desk;
    private final PortalMemory memory;
    private final Pages pages;

    Submissions(PortalDesk desk, PortalMemory memory, Pages pages) {
        this.desk = desk;
        this.memory = memory;
        this.pages = pages;
    }

    /// The form of a network.
    Answer join(Visitor visitor, Form form) {
        var view = desk.view();
        var wish = new WishReader(view.networks(), visitor.session(), visitor.texts()).read(form);
        return switch (wish) {
            case Wish.Unreadable _ -> pages.notice(visitor.texts(), Answer.BAD_REQUEST, "portal.malformed");
            case Wish.Flawed flawed -> pages.flawed(visitor, view, flawed);
            case Wish.Join join -> {
                var target = new Target(join.request().id(), join.request().hidden());
                yield proof(visitor, view, form, sentence -> refused(visitor, view, target, join.draft(), sentence))
                        .orElseGet(() -> join(visitor.in(memory.session(visitor.cookie())), target, join));
            }
        };
    }

    private Answer join(Visitor visitor, Target target, Wish.Join join) {
        var kept = keep(visitor, target, join.draft());
        boolean done = desk.join(join.request());
        if (done) {
            kept = kept.in(memory.change(visitor.cookie(), session -> session.asking(target)));
        }
        return done ? pages.connecting(kept, desk.view(), target.id().ssid()) : pages.slower(kept, desk.view());
    }

    private Visitor keep(Visitor visitor, Target target, Draft draft) {
        return draft.equals(Draft.NONE)
                ? visitor
                : visitor.in(memory.change(visitor.cookie(), session -> session.keeping(target.id(), draft)));
    }

    private Answer refused(Visitor visitor, PortalView view, Target target, Draft draft, String sentence) {
        var kept = keep(visitor, target, draft);
        return pages.flawed(
                kept, view, new Wish.Flawed(target, sentence, kept.session().draft(target.id())));
    }

    /// The button that searches again.
    Answer search(Visitor visitor, Form form) {
        var view = desk.view();
        return proof(visitor, view, form, sentence -> pages.networks(visitor, view, Optional.of(sentence)))
                .orElseGet(
                        () -> desk.searchAgain() ? pages.searching(visitor, view) : pages.slower(visitor, desk.view()));
    }

    /// The answer that asks for the code, if one is wanted and what was typed is not it.
    private Optional<Answer> proof(Visitor visitor, PortalView view, Form form, Function<String, Answer> again) {
        var code = view.request().access().code();
        if (code.isEmpty() || visitor.session().proved()) {
            return Optional.empty();
        }
        return switch (memory.codes()
                .check(code.get(), new Secret(form.text("code").strip()))) {
            case CodeGuard.Verdict.Right _ -> {
                memory.change(visitor.cookie(), PhoneSession::proven);
                yield Optional.empty();
            }
            case CodeGuard.Verdict.Wrong _ ->
                Optional.of(again.apply(visitor.texts().get("portal.code.wrong")));
            case CodeGuard.Verdict.Paused(var rest) ->
                Optional.of(again.apply(visitor.texts().get("portal.code.paused", rest.toSeconds() + 1))
                        .as(Answer.TOO_MANY_REQUESTS)
                        .with(rest));
        };
    }
}
