package wifisetup.hotspot.portal.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import wifisetup.words.Texts;

/// Answers requests: finds out what is wanted, and whether it is allowed. Any thread.
final class Portal {
    /// The cookie that tells phones apart.
    static final String SESSION = "portal";

    /// The cookie of a language that somebody chose.
    static final String LANGUAGE = "language";

    /// What Apple's system calls itself when it looks for the sign-in page by itself.
    private static final String APPLES_ASSISTANT = "CaptiveNetworkSupport";

    private static final String FORM = "application/x-www-form-urlencoded";

    private final PortalPlace place;
    private final PortalDesk desk;
    private final PortalMemory memory;
    private final Pages pages;
    private final Submissions submissions;
    private final StyleSheet style = StyleSheet.load();
    private final PageLanguages languages = new PageLanguages();
    private final String script = Resource.text("portal.js");
    private final String icon = Resource.text("icon.svg").replace("ACCENT", style.accent());

    Portal(PortalPlace place, PortalDesk desk, PortalMemory memory, Pages pages) {
        this.place = place;
        this.desk = desk;
        this.memory = memory;
        this.pages = pages;
        this.submissions = new Submissions(desk, memory, pages);
    }

    /// The answer.
    Answer answer(Request request) throws IOException {
        var wait = memory.rates().read(request.from());
        if (wait.isPresent()) {
            return Answer.later(wait.get());
        }
        boolean own = request.header("Host").filter(place::isOwn).isPresent();
        if (!own || Probe.isProbe(request.path())) {
            return Answer.redirect(Answer.FOUND, place.page().toString());
        }
        return switch (request.path()) {
            case "/" -> read(request, this::page);
            case "/state" -> read(request, _ -> state());
            case "/style.css" -> read(request, _ -> Answer.of(Answer.OK, "text/css; charset=utf-8", style.text()));
            case "/script.js" -> read(request, _ -> Answer.of(Answer.OK, "text/javascript; charset=utf-8", script));
            case "/favicon.svg", "/favicon.ico" -> read(request, _ -> Answer.of(Answer.OK, "image/svg+xml", icon));
            case "/join" -> change(request, submissions::join);
            case "/search" -> change(request, submissions::search);
            default -> notice(request, Answer.NOT_FOUND, "portal.not-found");
        };
    }

    /// What answers a request that only reads.
    @FunctionalInterface
    private interface Reader {
        Answer answer(Request request);
    }

    /// What answers a form that came from our own page.
    @FunctionalInterface
    private interface Change {
        Answer answer(Visitor visitor, Form form);
    }

    private Answer read(Request request, Reader reader) {
        return request.isRead()
                ? reader.answer(request)
                : notice(request, Answer.METHOD_NOT_ALLOWED, "portal.not-found").with("Allow", "GET, HEAD");
    }

    private Answer change(Request request, Change change) throws IOException {
        if (request.isRead()) {
            // Somebody came back to the address of a form.
            return Answer.redirect(Answer.SEE_OTHER, place.page().toString());
        }
        if (!request.method().equals("POST")) {
            return notice(request, Answer.METHOD_NOT_ALLOWED, "portal.not-found")
                    .with("Allow", "GET, HEAD, POST");
        }
        var wait = memory.rates().change(request.from());
        if (wait.isPresent()) {
            return notice(request, Answer.TOO_MANY_REQUESTS, "portal.too-often").with(wait.get());
        }
        if (!comesFromOurPage(request)) {
            return notice(request, Answer.FORBIDDEN, "portal.outdated");
        }
        if (request.header("Content-Type").filter(Portal::isForm).isEmpty()) {
            return notice(request, Answer.UNSUPPORTED_MEDIA_TYPE, "portal.malformed");
        }
        return switch (Form.read(request.body())) {
            case Form.Reading.TooLarge _ ->
                notice(request, Answer.CONTENT_TOO_LARGE, "portal.malformed").with("Connection", "close");
            case Form.Reading.Malformed _ -> notice(request, Answer.BAD_REQUEST, "portal.malformed");
            case Form.Reading.Whole(var form) ->
                cookie(request)
                        .filter(cookie -> memory.isToken(cookie, form.text("token")))
                        .map(cookie -> change.answer(visitor(request, cookie, Form.EMPTY), form))
                        .orElseGet(() -> notice(request, Answer.FORBIDDEN, "portal.outdated"));
        };
    }

    /// The script of a page that is open asks again and again.
    private Answer state() {
        desk.visited();
        return Answer.of(
                Answer.OK, "application/json", PageState.of(desk.view()).json());
    }

    private Answer page(Request request) {
        var query = Form.parse(request.query()).orElse(Form.EMPTY);
        var known = cookie(request);
        var visitor = visitor(request, known.orElseGet(memory::newCookie), query);
        if (request.method().equals("GET")
                && request.header("User-Agent").filter(Portal::isAssistant).isEmpty()) {
            desk.visited();
        }
        var answer = pages.page(visitor, desk.view(), query);
        if (known.isEmpty()) {
            // Lax, not Strict: the way from a system's check to this page begins at a foreign name, and a Strict cookie
            // would be missing whenever the sign-in window opens again. Forms are safe by their token.
            answer = answer.with("Set-Cookie", SESSION + "=" + visitor.cookie() + "; Path=/; HttpOnly; SameSite=Lax");
        }
        return visitor.chose(query)
                ? answer.with("Set-Cookie", LANGUAGE + "=" + query.text("lang") + "; Path=/; HttpOnly; SameSite=Lax")
                : answer;
    }

    private Answer notice(Request request, int status, String key) {
        return pages.notice(texts(request, Form.EMPTY), status, key);
    }

    private Visitor visitor(Request request, String cookie, Form query) {
        return new Visitor(cookie, memory.token(cookie), memory.session(cookie), texts(request, query));
    }

    private Texts texts(Request request, Form query) {
        return languages
                .chosen(query.text("lang"))
                .or(() -> request.cookie(LANGUAGE).flatMap(languages::chosen))
                .orElseGet(() -> languages.accepted(request.header("Accept-Language")));
    }

    private static Optional<String> cookie(Request request) {
        return request.cookie(SESSION).filter(PortalMemory::isCookie);
    }

    /// Every browser that sends forms names the page that they come from, by the one header or the other; one that does
    /// not is judged by its token alone.
    private boolean comesFromOurPage(Request request) {
        boolean origin = !request.has("Origin")
                || request.header("Origin").filter(place.origin()::equals).isPresent();
        boolean referer = !request.has("Referer")
                || request.header("Referer")
                        .filter(address -> (address + "/").startsWith(place.origin() + "/"))
                        .isPresent();
        return origin && referer;
    }

    private static boolean isForm(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    private static boolean isAssistant(String userAgent) {
        return userAgent.contains(APPLES_ASSISTANT);
    }
}
