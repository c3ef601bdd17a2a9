package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wifisetup.network.Country;
import wifisetup.network.RadioRules;
import wifisetup.network.WifiException;
import wifisetup.setup.file.DurableFile;

/// The rules of the radio, with a memory: the kernel forgets at each start of the machine which country was said.
final class RememberedCountry implements RadioRules {
    private static final System.Logger LOG = System.getLogger(RememberedCountry.class.getName());

    private final RadioRules kernel;
    private final Path file;

    /// A memory of what the kernel is told, in that state directory.
    RememberedCountry(RadioRules kernel, Path directory) {
        this.kernel = kernel;
        this.file = directory.resolve("country");
    }

    /// Tells the kernel again what somebody said once, if it knows of no country.
    ///
    /// @param maker the country that the device was made for: what holds until somebody says another
    void restore(Optional<Country> maker) throws InterruptedException {
        var said = load().or(() -> maker);
        if (said.isEmpty() || !(kernel.domain() instanceof Domain.World)) {
            return;
        }
        try {
            kernel.set(said.get());
        } catch (WifiException refused) {
            LOG.log(
                    Level.WARNING,
                    "the radio cannot be told that it is in {0}: {1}",
                    said.get().code(),
                    refused.getMessage());
        }
    }

    @Override
    public Domain domain() throws InterruptedException {
        return kernel.domain();
    }

    @Override
    public void set(Country country) throws WifiException, InterruptedException {
        kernel.set(country);
        try {
            DurableFile.replace(file, country.code() + "\n");
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "the country cannot be remembered", unwritable);
        }
    }

    private Optional<Country> load() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Country(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.WARNING, "which country was said cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
