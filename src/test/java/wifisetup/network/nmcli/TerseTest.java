package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerseTest {
    private static final String HOSTILE = ":\\\\::  '\"\u001b[31m\u202e☕é\t\u0007%s$(x)`";

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "\\", "\\:", ":\\", "\\\\", "::", " a ", "Café: 5G ☕", "\u001b[31mred", "\u202eevil"})
    void aFieldSurvivesItsEscapesBetweenOthers(String field) {
        assertThat(Terse.fields("a:" + escaped(field) + ":z")).containsExactly("a", field, "z");
    }

    static Stream<List<String>> rows() {
        // The same rows each time: a failure can be looked into.
        var random = new Random(20261121);
        return Stream.generate(() -> Stream.generate(() -> hostile(random))
                        .limit(1 + random.nextInt(9))
                        .toList())
                .limit(500);
    }

    @Test
    void everyRowOfHostileFieldsSurvives() {
        assertThat(rows()).allSatisfy(row -> {
            var printed = row.stream().map(TerseTest::escaped).collect(Collectors.joining(":"));
            assertThat(Terse.fields(printed)).isEqualTo(row);
        });
    }

    @Test
    void aRowOfAnotherLengthIsNoRow() {
        assertThat(Terse.rows("a:b\nbroken\nc:d:e\nf:\n", 2)).containsExactly(List.of("a", "b"), List.of("f", ""));
    }

    @Test
    void propertiesAreNotEscaped() {
        assertThat(Terse.properties("GENERAL.HWADDR:02:00:00:00:00:01\nIP4.ADDRESS[1]:10.0.0.2/24\nIP6.GATEWAY:\n"))
                .isEqualTo(Map.of(
                        "GENERAL.HWADDR", "02:00:00:00:00:01", "IP4.ADDRESS[1]", "10.0.0.2/24", "IP6.GATEWAY", ""));
    }

    @ParameterizedTest
    @MethodSource("torn")
    void anEndInTheMiddleIsTakenAsItIs(String printed, List<String> fields) {
        assertThat(Terse.fields(printed)).isEqualTo(fields);
    }

    static Stream<Arguments> torn() {
        return Stream.of(Arguments.of("a:b\\", List.of("a", "b\\")), Arguments.of("", List.of("")));
    }

    private static String hostile(Random random) {
        var text = new StringBuilder();
        var characters = new ArrayList<>(HOSTILE.codePoints().boxed().toList());
        for (int length = random.nextInt(33); length > 0; length--) {
            text.appendCodePoint(characters.get(random.nextInt(characters.size())));
        }
        return text.toString();
    }

    /// As nmcli escapes (`nmc_print`, nmcli(1) on --escape).
    private static String escaped(String field) {
        return field.replace("\\", "\\\\").replace(":", "\\:");
    }
}
