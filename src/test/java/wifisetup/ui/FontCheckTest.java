package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontCheckTest {
    @TempDir
    Path folder;

    @Test
    void thisMachineCanShowText() {
        assertThat(FontCheck.ofThisMachine().missing()).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamedByItsPackageInOneSentence() {
        assertThat(new FontCheck(List.of(folder), List.of(folder, folder.resolve("none"))).missing())
                .contains("The screen cannot show text: install libfontconfig1 libfreetype6 libpango-1.0-0"
                        + " libpangoft2-1.0-0 fonts-dejavu-core (Debian packages).");
    }

    @Test
    void whatIsThereIsNotNamed() throws Exception {
        for (String file : List.of("libfontconfig.so.1", "libfreetype.so.6", "libpangoft2-1.0.so.0", "Some.TTF")) {
            Files.createFile(folder.resolve(file));
        }
        assertThat(new FontCheck(List.of(folder), List.of(folder)).missing())
                .hasValueSatisfying(text -> assertThat(text).contains("install libpango-1.0-0 (Debian"));
    }
}
