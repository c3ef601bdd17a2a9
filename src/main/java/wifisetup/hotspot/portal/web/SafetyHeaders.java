package wifisetup.hotspot.portal.web;

import java.util.Map;

/// What each answer tells the browser not to do.
final class SafetyHeaders {
    /// The headers by name.
    static final Map<String, String> ALL = Map.of(
            // Content Security Policy Level 3: nothing but our own files, and no script or style in the page itself.
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            // Fetch Standard, 3.6: a file is what its type says.
            "X-Content-Type-Options",
            "nosniff",
            // Referrer Policy, 3.4. Not "no-referrer": with it a form's own Origin would be "null" (Fetch Standard,
            // 3.1).
            "Referrer-Policy",
            "same-origin",
            // RFC 9111, 5.2.2.5: a phone must ask again what the device is at.
            "Cache-Control",
            "no-store");

    private SafetyHeaders() {}
}
