package wifisetup.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerTest {
    @Test
    void all95PrintableAsciiCharactersHaveAKey() {
        var typed = Arrays.stream(Layer.values())
                .flatMap(LayerTest::keys)
                .flatMap(key -> switch (key) {
                    case Key.Char(var text) -> Stream.of(text);
                    case Key.Space _ -> Stream.of(" ");
                    case Key.Backspace _, Key.Enter _, Key.Shift _, Key.To _, Key.Hide _ -> Stream.empty();
                })
                .collect(Collectors.toSet());
        List<String> printable =
                IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).toList();
        assertThat(printable).hasSize(95);
        assertThat(typed).containsAll(printable);
    }

    @ParameterizedTest
    @EnumSource
    void everyLayerLeadsBackAndHasTheKeysThatEditAndFinish(Layer layer) {
        assertThat(keys(layer)).hasAtLeastOneElementOfType(Key.Backspace.class);
        assertThat(keys(layer)).hasAtLeastOneElementOfType(Key.Enter.class);
        assertThat(keys(layer)).hasAtLeastOneElementOfType(Key.To.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyRowFillsTheWidthOrIsCentredByOneKey(Layer layer) {
        for (var row : layer.rows()) {
            double width = row.stream().mapToDouble(Key::width).sum();
            assertThat(width).isCloseTo(Layer.ROW_WIDTH, within(1.0));
            assertThat(width).isLessThanOrEqualTo(Layer.ROW_WIDTH);
        }
    }

    private static Stream<Key> keys(Layer layer) {
        return layer.rows().stream().flatMap(List::stream);
    }
}
