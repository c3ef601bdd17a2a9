package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files that a phone loads.
class PortalFilesTest {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "wifisetup", "hotspot", "portal");

    /// A phone far from the device is patient for so many bytes.
    private static final int MOST_BYTES = 60 * 1024;

    @Test
    void nothingIsFilledInWithoutBeingEscaped() throws Exception {
        for (var file : templates()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("{{{", "{{&", "{{=");
        }
    }

    @Test
    void noScriptStyleOrHandlerIsInAPageItself() throws Exception {
        for (var file : templates()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("style=", "<style", "javascript:")
                    .doesNotContainPattern("<script(?! src=\"/script.js\")")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void noSentenceStandsInAPageItself() throws Exception {
        var text = Pattern.compile(">([^<]*\\p{L}{2,}[^<]*)<");
        for (var file : templates()) {
            assertThat(text.matcher(Files.readString(file).replaceAll("\\{\\{[^}]*}}", ""))
                            .results()
                            .map(found -> found.group(1)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void allColoursAreTheKiosks() throws Exception {
        assertThat(Files.readString(Path.of("css", "portal.css")))
                .doesNotContainPattern("#[0-9A-Fa-f]{3}|rgb|hsl|: *(white|black|red|green|blue|gray|grey)\\b");
        String style = StyleSheet.load().text();
        assertThat(style).contains("--background:#F6F7F9", "--background:#0F1318", "prefers-color-scheme:dark");
        var used = Pattern.compile("var\\(--([a-z-]+)\\)");
        assertThat(used.matcher(style).results().map(found -> "--" + found.group(1) + ":"))
                .allMatch(style::contains);
    }

    @Test
    void aPhoneLoadsLittle() throws Exception {
        try (var trial = new PortalTrial(new FakeDesk())) {
            int largest = 0;
            for (String page : List.of(
                    "/",
                    "/?other=yes",
                    NetworkForm.address(new wifisetup.hotspot.HotspotRequest.Target(FakeDesk.WORK, false)))) {
                largest = Math.max(largest, bytes(trial, page));
            }
            int all = largest + bytes(trial, "/style.css") + bytes(trial, "/script.js") + bytes(trial, "/favicon.svg");
            System.out.println("a phone loads " + all + " bytes at most, " + largest + " of them a page");
            assertThat(all).isLessThan(MOST_BYTES);
        }
    }

    private static int bytes(PortalTrial trial, String path) throws IOException {
        return Integer.parseInt(trial.phone().get(path).header("Content-Length").orElseThrow());
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.list(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
