package wifisetup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wifisetup.words.Language;

/// Finds out whether this machine can draw text. JavaFX itself fails with a `NullPointerException` when a library or
/// every font is missing, so ask before it starts. Needs no JavaFX; any thread.
public final class FontCheck {
    /// What JavaFX loads in order to draw text on Linux, and the Debian package that has it.
    private enum Library {
        FONTCONFIG("libfontconfig.so.1", "libfontconfig1"),
        FREETYPE("libfreetype.so.6", "libfreetype6"),
        PANGO("libpango-1.0.so.0", "libpango-1.0-0"),
        PANGO_FREETYPE("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");

        private final String file;
        private final String debianPackage;

        Library(String file, String debianPackage) {
            this.file = file;
            this.debianPackage = debianPackage;
        }
    }

    /// Letters that not every font has.
    ///
    /// @param debianPackage the Debian package of a font that has them
    /// @param ranges the bits of OpenType's `ulUnicodeRange` that stand for them
    private record Letters(String debianPackage, BitSet ranges) {
        private static final String NOTO = "fonts-noto-core";
        private static final String NOTO_CJK = "fonts-noto-cjk";

        /// Those of a language that is not written in Latin letters.
        static Optional<Letters> of(Language language) {
            return switch (language) {
                case HEBREW -> Optional.of(inRanges(NOTO, 11));
                case ARABIC -> Optional.of(inRanges(NOTO, 13));
                // Hiragana, Katakana and the ideographs.
                case JAPANESE -> Optional.of(inRanges(NOTO_CJK, 49, 50, 59));
                case CATALAN, DANISH, GERMAN, ENGLISH, SPANISH, FRENCH, ITALIAN, DUTCH, POLISH, PORTUGUESE ->
                    Optional.empty();
            };
        }

        private static Letters inRanges(String debianPackage, int... bits) {
            var ranges = new BitSet();
            IntStream.of(bits).forEach(ranges::set);
            return new Letters(debianPackage, ranges);
        }

        boolean areIn(Path file) {
            try {
                var there = new FontFile(file).unicodeRanges();
                there.and(ranges);
                return there.equals(ranges);
            } catch (IOException unreadable) {
                // JavaFX has no letters from it either.
                return false;
            }
        }
    }

    private static final String FONT_PACKAGE = "fonts-dejavu-core";
    private static final List<String> FONT_ENDINGS = List.of(".ttf", ".otf", ".ttc", ".pfb");

    private final List<Path> libraryFolders;
    private final List<Path> fontFolders;

    /// A check that looks for libraries and fonts in these folders; for fonts also below them.
    FontCheck(List<Path> libraryFolders, List<Path> fontFolders) {
        this.libraryFolders = List.copyOf(libraryFolders);
        this.fontFolders = List.copyOf(fontFolders);
    }

    /// The check of the machine this runs on.
    public static FontCheck ofThisMachine() {
        var libraries = new ArrayList<Path>();
        Optional.ofNullable(System.getenv("LD_LIBRARY_PATH")).stream()
                .flatMap(path -> Arrays.stream(path.split(":", -1)))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .forEach(libraries::add);
        for (String root : List.of("/lib", "/usr/lib", "/usr/local/lib", "/lib64", "/usr/lib64")) {
            libraries.add(Path.of(root));
            libraries.addAll(multiarch(Path.of(root)));
        }
        var fonts = new ArrayList<>(List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts")));
        Optional.ofNullable(System.getenv("HOME"))
                .ifPresent(home -> fonts.addAll(List.of(Path.of(home, ".fonts"), Path.of(home, ".local/share/fonts"))));
        return new FontCheck(libraries, fonts);
    }

    /// What is missing, as one sentence that says what to install; empty if text can be drawn.
    public Optional<String> missing() {
        var packages = new ArrayList<String>();
        for (var library : Library.values()) {
            if (libraryFolders.stream().noneMatch(folder -> Files.exists(folder.resolve(library.file)))) {
                packages.add(library.debianPackage);
            }
        }
        if (fontFolders.stream().noneMatch(folder -> hasFont(folder, _ -> true))) {
            packages.add(FONT_PACKAGE);
        }
        return packages.isEmpty()
                ? Optional.empty()
                : Optional.of(packages.stream()
                        .collect(Collectors.joining(
                                " ", "The screen cannot show text: install ", " (Debian packages).")));
    }

    /// Why a language cannot be read on the screen, as one sentence that says what to install; empty if it can be.
    public Optional<String> missing(Language language) {
        return Letters.of(language)
                .filter(letters -> fontFolders.stream().noneMatch(folder -> hasFont(folder, letters::areIn)))
                .map(letters -> "No font has the letters of the language \"" + language.code() + "\": install "
                        + letters.debianPackage + " (Debian package).");
    }

    private static boolean hasFont(Path folder, Predicate<? super Path> suitable) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(FontCheck::isFont).anyMatch(suitable);
        } catch (IOException | UncheckedIOException unreadable) {
            // A folder that cannot be read gives JavaFX no font either.
            return false;
        }
    }

    private static boolean isFont(Path file) {
        return FONT_ENDINGS.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith);
    }

    /// The folders of each architecture's libraries, as Debian has them.
    private static List<Path> multiarch(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().contains("-linux-"))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
