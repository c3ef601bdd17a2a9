package wifisetup.hotspot.portal.web;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wifisetup.words.Texts;

/// The pages' HTML, with gaps (Mustache). Whatever fills a gap is escaped; `{{%some.key}}` is a text of the catalogue,
/// as in FXML. A gap that nothing fills is a defect and throws. Any thread.
final class Templates {
    private final Map<Name, Template> templates;

    /// A page.
    enum Name {
        /// The networks to choose from.
        NETWORKS,
        /// One network, and what it wants to know.
        NETWORK,
        /// The name of a network that is not in the list.
        OTHER,
        /// A join is under way.
        CONNECTING,
        /// A search is under way.
        SEARCHING,
        /// The session is over.
        OVER,
        /// Something else to be told.
        NOTICE;

        String file() {
            return name().toLowerCase(java.util.Locale.ROOT) + ".html";
        }
    }

    /// Reads and checks them all.
    Templates() {
        var compiler = Mustache.compiler()
                .withEscaper(Escapers.HTML)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(Resource.text(name + ".html")));
        templates = Arrays.stream(Name.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), name -> compiler.compile(Resource.text(name.file()))));
    }

    /// Fills a page.
    String fill(Name name, Texts texts, Map<String, Object> gaps) {
        var template = templates.get(name);
        if (template == null) {
            throw new IllegalStateException("no template " + name);
        }
        return template.execute(
                (Mustache.CustomContext) gap -> gap.startsWith("%") ? texts.get(gap.substring(1)) : gaps.get(gap));
    }
}
