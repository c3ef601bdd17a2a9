package wifisetup.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void itPrintsAsStarsWhateverItHolds() {
        assertThat(new Secret("hunter22")).hasToString("***");
        assertThat(Secret.EMPTY).hasToString("***");
        assertThat(String.format("%s", new Secret("hunter22"))).doesNotContain("hunter22");
    }

    @Test
    void itIsEqualByItsTextAlone() {
        assertThat(new Secret("größe")).isEqualTo(new Secret("größe")).hasSameHashCodeAs(new Secret("größe"));
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).isNotEqualTo("a");
        assertThat(new Secret("a")).hasSameHashCodeAs(new Secret("b"));
    }

    @Test
    void theEmptyTextIsNoSecret() {
        assertThat(new Secret("").isEmpty()).isTrue();
        assertThat(new Secret(" ").isEmpty()).isFalse();
        assertThat(new Secret(" x").reveal()).isEqualTo(" x");
    }
}
