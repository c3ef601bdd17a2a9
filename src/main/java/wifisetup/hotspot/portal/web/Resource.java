package wifisetup.hotspot.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The files that come with the program.
final class Resource {
    private Resource() {}

    /// A text file, by its path in the module, or by its name beside this class.
    ///
    /// @throws IllegalStateException if the program is not whole
    static String text(String name) {
        try (@Nullable InputStream file = Resource.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program has no file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
