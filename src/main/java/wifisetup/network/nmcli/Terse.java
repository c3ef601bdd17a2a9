package wifisetup.network.nmcli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What nmcli prints for programs (`--terse`): rows of fields with `:` between them, where a field's own `:` and `\`
/// follow a `\`; and properties, one a line, `name:value`, with nothing escaped.
///
/// A line break in a field is printed as it is. So fields that others choose are not asked for in rows but where their
/// ends can be told otherwise; of a row that one has crept into, the remainder fits no row and is dropped.
final class Terse {
    private static final char SEPARATOR = ':';
    private static final char ESCAPE = '\\';

    private Terse() {}

    /// The rows that have that many fields.
    static List<List<String>> rows(String output, int fields) {
        return output.lines()
                .map(Terse::fields)
                .filter(row -> row.size() == fields)
                .toList();
    }

    /// The fields of one row.
    static List<String> fields(String row) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == ESCAPE && i + 1 < row.length()) {
                i++;
                field.append(row.charAt(i));
            } else if (c == SEPARATOR) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return List.copyOf(fields);
    }

    /// The properties by their names. Of a list, `NAME[1]` and so on, each entry has its own name.
    static Map<String, String> properties(String output) {
        var properties = new HashMap<String, String>();
        output.lines().forEach(line -> {
            int separator = line.indexOf(SEPARATOR);
            if (separator > 0) {
                properties.put(line.substring(0, separator), line.substring(separator + 1));
            }
        });
        return Map.copyOf(properties);
    }
}
