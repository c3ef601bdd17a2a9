package wifisetup.hotspot.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wifisetup.words.Texts;

/// What each page has: its language and the choice of another, a title, and nothing yet of what only some have.
record PageFrame(Texts texts, PageLanguages languages) {
    /// The gaps of a page.
    ///
    /// @param here its own address, for the same page in another language
    Map<String, Object> gaps(String here, String title) {
        var gaps = new HashMap<String, Object>();
        String tag = texts.locale().toLanguageTag();
        gaps.put("lang", tag);
        gaps.put("dir", PageLanguages.isRightToLeft(texts.locale()) ? "rtl" : "ltr");
        gaps.put("title", title);
        gaps.put("languages", others(here, tag));
        gaps.put("language", languages.name(texts.locale()));
        gaps.put("state", "");
        gaps.put("busy", false);
        gaps.put("refresh", "");
        return gaps;
    }

    private List<Map<String, Object>> others(String here, String tag) {
        return languages.all().stream()
                .filter(language -> !language.tag().equals(tag))
                .<Map<String, Object>>map(language -> Map.of(
                        "tag", language.tag(),
                        "name", language.name(),
                        "address", here + (here.contains("?") ? "&" : "?") + "lang=" + language.tag()))
                .toList();
    }
}
