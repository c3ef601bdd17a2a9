package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.network.Country;
import wifisetup.network.HeldRules;
import wifisetup.network.RadioRules.Domain;

class RememberedCountryTest {
    private static final Country NL = new Country("NL");
    private static final Country JP = new Country("JP");

    @TempDir
    private Path state;

    @Test
    void whatWasSaidOnceIsSaidAgainWhenTheKernelHasForgottenIt() throws Exception {
        new RememberedCountry(new HeldRules(new Domain.World()), state).set(NL);
        var afterTheNextStart = new HeldRules(new Domain.World());

        new RememberedCountry(afterTheNextStart, state).restore(Optional.of(JP));

        assertThat(afterTheNextStart.domain()).isEqualTo(new Domain.Of(NL));
    }

    @Test
    void theMakersCountryHoldsUntilSomebodySaysAnother() throws Exception {
        var kernel = new HeldRules(new Domain.World());

        new RememberedCountry(kernel, state).restore(Optional.of(JP));

        assertThat(kernel.domain()).isEqualTo(new Domain.Of(JP));
    }

    @Test
    void aKernelThatKnowsItsCountryIsLeftAlone() throws Exception {
        var kernel = new HeldRules(new Domain.Of(JP));

        new RememberedCountry(kernel, state).restore(Optional.of(NL));

        assertThat(kernel.domain()).isEqualTo(new Domain.Of(JP));
    }

    @Test
    void aDamagedMemoryIsAsGoodAsNone() throws Exception {
        Files.writeString(state.resolve("country"), "somewhere");
        var kernel = new HeldRules(new Domain.World());

        new RememberedCountry(kernel, state).restore(Optional.empty());

        assertThat(kernel.domain()).isEqualTo(new Domain.World());
    }
}
