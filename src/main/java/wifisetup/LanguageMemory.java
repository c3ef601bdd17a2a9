package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wifisetup.setup.file.DurableFile;
import wifisetup.words.Language;
import wifisetup.words.Languages;
import wifisetup.words.Texts;

/// The language of the program: the maker's until a person chooses one, which is remembered in a file of its own in the
/// state directory. Any thread.
final class LanguageMemory {
    private static final System.Logger LOG = System.getLogger(LanguageMemory.class.getName());

    private final Path file;
    private volatile Language language;

    /// The memory in that state directory.
    ///
    /// @param maker what holds until somebody chooses
    LanguageMemory(Path directory, Language maker) {
        this.file = directory.resolve("language");
        this.language = load().orElse(maker);
    }

    /// The language now.
    Language language() {
        return language;
    }

    /// The catalogue of the language now.
    Texts texts() {
        return new Texts(language);
    }

    /// It is `chosen` from now on; [#save] makes that last.
    void choose(Language chosen) {
        language = chosen;
    }

    /// Remembers the language. What cannot be written is forgotten at the program's end, and holds until then.
    synchronized void save() {
        try {
            DurableFile.replace(file, language.code() + "\n");
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "the language cannot be remembered", unwritable);
        }
    }

    /// A file that cannot be read is as good as none: the device must start.
    private Optional<Language> load() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            var chosen = Languages.withCode(Files.readString(file).strip());
            if (chosen.isEmpty()) {
                LOG.log(Level.WARNING, "which language was chosen cannot be read: {0} names none", file);
            }
            return chosen;
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "which language was chosen cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
