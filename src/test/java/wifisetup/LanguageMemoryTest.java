package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wifisetup.words.Language;

class LanguageMemoryTest {
    @TempDir
    private Path state;

    @Test
    void theMakersLanguageHoldsUntilAPersonChooses() {
        var memory = new LanguageMemory(state, Language.DUTCH);

        assertThat(memory.language()).isEqualTo(Language.DUTCH);
        assertThat(memory.texts().get("password.connect")).isEqualTo("Verbinden");
    }

    @ParameterizedTest
    @EnumSource
    void theChosenLanguageHoldsAtOnceAndAfterTheNextStart(Language chosen) {
        var memory = new LanguageMemory(state, Language.DUTCH);
        memory.choose(chosen);
        memory.save();

        assertThat(memory.language()).isEqualTo(chosen);
        assertThat(new LanguageMemory(state, Language.DUTCH).language()).isEqualTo(chosen);
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws Exception {
        Files.writeString(state.resolve("language"), "tlh\n");

        assertThat(new LanguageMemory(state, Language.DUTCH).language()).isEqualTo(Language.DUTCH);
    }

    @Test
    void whatCannotBeRememberedHoldsUntilTheEnd() throws Exception {
        var memory = new LanguageMemory(Files.createFile(state.resolve("file")), Language.DUTCH);
        memory.choose(Language.ITALIAN);
        memory.save();

        assertThat(memory.language()).isEqualTo(Language.ITALIAN);
    }
}
