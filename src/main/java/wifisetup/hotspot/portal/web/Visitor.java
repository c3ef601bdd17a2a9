package wifisetup.hotspot.portal.web;

import wifisetup.words.Texts;

/// A phone that has the page open.
///
/// @param cookie its name here
/// @param token what its forms must carry
/// @param session what is known of it
/// @param texts its language
record Visitor(String cookie, String token, PhoneSession session, Texts texts) {
    /// The same, now that more is known.
    Visitor in(PhoneSession now) {
        return new Visitor(cookie, token, now, texts);
    }

    /// Whether its language is the one that `query` chooses.
    boolean chose(Form query) {
        return texts.language().code().equals(query.text("lang"));
    }

    @Override
    public String toString() {
        return "Visitor[" + texts.language() + "]";
    }
}
