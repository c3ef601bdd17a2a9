package wifisetup.hotspot.portal.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wifisetup.words.Language;
import wifisetup.words.Texts;

/// What each page has: its language and the choice of another, a title, and nothing yet of what only some have.
record PageFrame(Texts texts) {
    /// The gaps of a page.
    ///
    /// @param here its own address, for the same page in another language
    Map<String, Object> gaps(String here, String title) {
        var gaps = new HashMap<String, Object>();
        var language = texts.language();
        gaps.put("lang", language.code());
        gaps.put("dir", language.isRightToLeft() ? "rtl" : "ltr");
        gaps.put("title", title);
        gaps.put("languages", others(here));
        gaps.put("language", language.ownName());
        gaps.put("state", "");
        gaps.put("busy", false);
        gaps.put("refresh", "");
        return gaps;
    }

    private List<Map<String, Object>> others(String here) {
        return Arrays.stream(Language.values())
                .filter(language -> language != texts.language())
                .<Map<String, Object>>map(language -> Map.of(
                        "tag", language.code(),
                        "name", language.ownName(),
                        "address", here + (here.contains("?") ? "&" : "?") + "lang=" + language.code()))
                .toList();
    }
}
