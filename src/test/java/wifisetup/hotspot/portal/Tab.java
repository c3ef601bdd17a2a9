package wifisetup.hotspot.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A tab of [Chromium].
final class Tab implements AutoCloseable {
    private static final Set<String> NAMED =
            Set.of("button", "link", "textbox", "radio", "heading", "image", "DisclosureTriangle");

    private final Chromium browser;
    private final String session;
    private final String person;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    Tab(Chromium browser, String session, String person) throws Exception {
        this.browser = browser;
        this.session = session;
        this.person = person;
        browser.listen(this::hear);
        for (String domain : List.of("Page", "Runtime", "Log", "Accessibility", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    private void hear(JsonNode event) {
        if (!event.path("sessionId").asString("").equals(session)) {
            return;
        }
        var details = event.path("params");
        switch (event.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown" -> complaints.add(details.toString());
            case "Log.entryAdded" -> {
                // A device that is away for a moment is no mistake of the page's; nor is a form that is refused.
                var entry = details.path("entry");
                if (!entry.path("source").asString("").equals("network")) {
                    complaints.add(entry.toString());
                }
            }
            default -> {}
        }
    }

    JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        return browser.call(session, method, parameters);
    }

    void size(int width, int height, boolean dark) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void script(boolean works) throws Exception {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !works));
    }

    void language(String tag) throws Exception {
        call("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", tag)));
    }

    void go(String address) throws Exception {
        leaving(() -> call("Page.navigate", Map.of("url", address)));
    }

    /// What leads to another page.
    interface Step {
        void take() throws Exception;
    }

    /// Does something after which another page loads.
    void leaving(Step step) throws Exception {
        loaded = new CompletableFuture<>();
        step.take();
        loaded.get(60, TimeUnit.SECONDS);
    }

    JsonNode evaluate(String expression) throws Exception {
        var answer = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /// Waits until something holds of the page as it is.
    void until(String condition) throws Exception {
        evaluate("new Promise(done => { const look = () => { if (" + condition + ") done(true); };"
                + " new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});"
                + " look(); })");
    }

    void press(String key, int code, String text) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            type.equals("keyDown") ? text : ""));
        }
    }

    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text));
    }

    /// What is wrong with the page, for anybody's eyes, fingers or screen reader.
    List<String> faults() throws Exception {
        var faults = new CopyOnWriteArrayList<>(complaints);
        if (evaluate("document.documentElement.scrollWidth > innerWidth").asBoolean()) {
            faults.add("scrolls sideways");
        }
        evaluate("[...document.querySelectorAll('a, button, summary, input:not([type=hidden]):not([type=radio]),"
                        + " input[type=radio] + label')].map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
                        + ".filter(([, r]) => r.width > 0 && (r.height < 44 || r.width < 44))"
                        + ".map(([html, r]) => `${html} is ${r.width}×${r.height}`)")
                .forEach(small -> faults.add("too small: " + small.asString()));
        call("Accessibility.getFullAXTree", Map.of()).path("nodes").forEach(node -> {
            String role = node.path("role").path("value").asString("");
            if (!node.path("ignored").asBoolean()
                    && NAMED.contains(role)
                    && node.path("name").path("value").asString("").isBlank()) {
                faults.add("no name: " + node);
            }
        });
        if (evaluate("document.querySelectorAll('h1').length").asInt() != 1) {
            faults.add("not one main heading");
        }
        return faults;
    }

    void picture(Path file) throws Exception {
        String data = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .path("data")
                .asString();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    Stream<String> complaints() {
        return complaints.stream();
    }

    @Override
    public void close() {
        browser.ask("", "Target.disposeBrowserContext", Map.of("browserContextId", person))
                .join();
    }
}
