package wifisetup.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// Reads the constants of an enum by their names as people type them: `WPA2_WPA3` is `wpa2-wpa3`.
record EnumWords<T extends Enum<T>>(Class<T> type) implements CommandLine.ITypeConverter<T> {
    @Override
    public T convert(String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("expected one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(EnumWords::word)
                                .collect(Collectors.joining(", "))
                        + ", found " + word));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
