package wifisetup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows under headings, as lines. All columns are aligned but the last: it is for names, whose width on a terminal
/// nobody knows, and which may run from right to left.
record Table(List<List<String>> rows) {
    private static final String GAP = "  ";

    /// A table of these headings.
    static Table of(String... headings) {
        return new Table(new ArrayList<>(List.of(List.of(headings))));
    }

    /// Adds a row, of as many cells as there are headings.
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        int last = rows.getFirst().size() - 1;
        int[] widths = IntStream.range(0, last).map(this::width).toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, last)
                                .mapToObj(column -> padded(row.get(column), widths[column]))
                                .collect(Collectors.joining(GAP))
                        + GAP
                        + row.get(last))
                .toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
