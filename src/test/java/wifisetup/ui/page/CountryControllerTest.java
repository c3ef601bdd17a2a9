package wifisetup.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import wifisetup.network.Country;

class CountryControllerTest {
    @Test
    void theCountryOfTheLanguageStandsFirstAndTheOthersByName() {
        var countries = CountryController.countries(Locale.GERMANY);
        assertThat(countries).startsWith(new Country("DE"), new Country("AF"), new Country("EG"));
        assertThat(countries).doesNotHaveDuplicates().hasSize(Locale.getISOCountries().length);
    }

    @Test
    void aLanguageWithoutACountryPutsNoneFirst() {
        assertThat(CountryController.countries(Locale.ENGLISH)).first().isEqualTo(new Country("AF"));
    }
}
