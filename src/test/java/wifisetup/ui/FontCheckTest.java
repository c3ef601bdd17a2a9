package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wifisetup.words.Language;

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

    @ParameterizedTest
    @EnumSource
    void thisMachineCanShowEveryLanguage(Language language) {
        assertThat(FontCheck.ofThisMachine().missing(language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HEBREW, fonts-noto-core", "ARABIC, fonts-noto-core", "JAPANESE, fonts-noto-cjk"})
    void aLanguageWhoseLettersNoFontHasIsNamedWithTheirPackage(Language language, String debianPackage)
            throws Exception {
        // All that Latin, Greek and Cyrillic take.
        writeFont(0x0000_02FF, 0);
        Files.writeString(folder.resolve("broken.otf"), "no font");

        assertThat(new FontCheck(List.of(), List.of(folder)).missing(language))
                .contains("No font has the letters of the language \"" + language.code() + "\": install "
                        + debianPackage + " (Debian package).");
    }

    @ParameterizedTest
    @CsvSource({"HEBREW, 0x00000800, 0", "ARABIC, 0x00002000, 0", "JAPANESE, 0, 0x08060000"})
    void aFontThatSaysItHasTheLettersIsEnough(Language language, String low, String high) throws Exception {
        writeFont(Integer.decode(low), Integer.decode(high));

        assertThat(new FontCheck(List.of(), List.of(folder)).missing(language)).isEmpty();
    }

    @Test
    void latinLettersNeedNoFontOfTheirOwn() {
        assertThat(new FontCheck(List.of(), List.of(folder)).missing(Language.GERMAN))
                .isEmpty();
    }

    /// A font file with nothing but the table "OS/2", and that up to its ranges.
    private void writeFont(int low, int high) throws IOException {
        int table = 12 + 16;
        var font = ByteBuffer.allocate(table + 42 + 16);
        font.putInt(0x0001_0000).putShort((short) 1).position(12);
        font.put("OS/2".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(table);
        font.putInt(table + 42, low).putInt(table + 46, high);
        Files.write(folder.resolve("Some.ttf"), font.array());
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
