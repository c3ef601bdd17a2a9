package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypeScaleTest {
    @ParameterizedTest
    @EnumSource
    void textIsAtLeastThreeAndAHalfMillimetresHigh(Panel panel) {
        var density = new PanelSettings.Density.Diagonal(panel.inches);
        assertThat(TypeScale.of(panel.width, panel.height, density).root())
                .isGreaterThanOrEqualTo(panel.pixels(TypeScale.LEAST_TEXT_MM));
    }
}
