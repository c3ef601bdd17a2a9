package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// With a phone a person brings the device online, or hears why not. What it prints are the figures that this person
/// feels.
class HotspotLabIT extends HotspotLab {
    @Test
    void aPhoneBringsTheDeviceOnline() throws Exception {
        joinHotspot();

        assertThat(phone.get("http://connectivitycheck.gstatic.com/generate_204"))
                .as("any name leads to the page")
                .contains("HTTP/1.1 302", "Location: " + PAGE);
        String page = phone.get(PAGE);
        assertThat(page).contains("HomeNet", "Fortress").doesNotContain("class=\"name\">Kiosk");
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"choosing\"");

        var posted = Instant.now();
        assertThat(choose(form("HomeNet"), "HomeNet", "correct-horse")).contains("kiosk.local");

        assertThat(program.heard(STATE + "\"state\":\"connected\"")).contains("HomeNet");
        measured("post to connected", posted);
        program.heard("ovos.wifi.setup.completed");
        program.heard("ovos.phal.wifi.plugin.deactivate.");
        assertThat(lab.profiles())
                .singleElement()
                .satisfies(profile -> assertThat(profile.toString()).contains("HomeNet"));
        assertThat(program.everything()).noneMatch(frame -> frame.contains("correct-horse"));
    }

    @Test
    void aWrongPasswordBringsTheHotspotBackWithTheReason() throws Exception {
        String passphrase = joinHotspot();
        var _ = phone.get(PAGE);

        var posted = Instant.now();
        var _ = choose(form("HomeNet"), "HomeNet", "wrong-wrong-1");
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"connecting\"");
        // The phone may be back on it by then.
        String back = program.heardOf("\"failed\":{\"connection_name\":\"HomeNet\"");
        measured("post to the hotspot back", posted);
        assertThat(back)
                .contains("\"reason\":\"wrong_password\"")
                .containsPattern("\"state\":\"(waiting|phone_joined)\"");
        System.out.println("measured: failure to ACTIVATED: " + failureToActivated() + " ms");

        phone.leave();
        assertThat(phone.join("Kiosk: \"5\"", passphrase)).isPositive();
        String page = phone.get(PAGE);
        assertThat(page).contains("The password is wrong").doesNotContain("wrong-wrong-1");
        assertThat(lab.profiles().toString())
                .as("nothing is left of a failed join")
                .doesNotContain("HomeNet");

        var _ = choose(form("HomeNet"), "HomeNet", "correct-horse");
        assertThat(program.heard(STATE + "\"state\":\"connected\"")).contains("HomeNet");
    }

    @Test
    void aCableThatIsPluggedInEndsIt() throws Exception {
        joinHotspot();

        lab.wire(true);

        program.heard(STATE + "\"state\":\"stopped\"");
        program.heard("ovos.phal.wifi.plugin.deactivate.");
        assertThat(lab.profiles()).isEmpty();
    }
}
