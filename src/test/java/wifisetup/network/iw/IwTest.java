package wifisetup.network.iw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules.Domain;
import wifisetup.network.WifiException;

class IwTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "global\ncountry DE: DFS-ETSI\n\t(2400 - 2483 @ 40), (N/A, 20)\n\nphy#0\ncountry US: DFS-FCC\n" | DE
            "country CN: DFS-FCC\n" | CN
            """)
    void theFirstDomainIsTheOneThatHolds(String printed, String code) {
        assertThat(Iw.domain(printed.replace("\\n", "\n").replace("\\t", "\t")))
                .isEqualTo(new Domain.Of(new Country(code)));
    }

    @Test
    void theWorldsRulesHoldWhereNobodySaidACountry() {
        assertThat(Iw.domain("global\ncountry 00: DFS-UNSET\n")).isEqualTo(new Domain.World());
        assertThat(Iw.domain("global\ncountry 99: DFS-UNSET\n")).isEqualTo(new Domain.Unknown());
        assertThat(Iw.domain("nonsense")).isEqualTo(new Domain.Unknown());
    }

    @Test
    void withoutTheProgramNothingIsKnown() throws Exception {
        var missing = new Iw(List.of(directory.resolve("iw").toString()));

        assertThat(missing.domain()).isEqualTo(new Domain.Unknown());
        assertThatThrownBy(() -> missing.set(new Country("DE"))).isInstanceOf(WifiException.class);
    }

    @Test
    void theCountryIsSaid() throws Exception {
        var iw = new Iw(List.of(script("echo \"$@\" >" + directory.resolve("said"))));

        iw.set(new Country("NL"));

        assertThat(directory.resolve("said")).hasContent("reg set NL");
    }

    @Test
    void aMissingRightIsNamed() throws Exception {
        var iw = new Iw(List.of(script("echo 'command failed: Operation not permitted (-1)' >&2; exit 255")));

        assertThatThrownBy(() -> iw.set(new Country("NL")))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(new Failure.Denied("CAP_NET_ADMIN")));
        assertThat(iw.domain()).isEqualTo(new Domain.Unknown());
    }

    private String script(String line) throws IOException {
        var file = directory.resolve("iw.sh");
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
