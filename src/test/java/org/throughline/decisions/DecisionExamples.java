package org.throughline.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lines of examples for one decision, from {@code src/test/resources/decisions/<decision id>.csv}. The header names the
 * inputs, then the outputs with {@code =} before them, then {@code why}. Quoted cells may hold commas.
 */
record DecisionExamples(String decision, List<Example> examples) {

    private static final Path FOLDER = Path.of("src/test/resources/decisions");

    static List<DecisionExamples> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .map(DecisionExamples::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DecisionExamples read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> header = cells(lines.get(0));
            List<Example> examples = new ArrayList<>();
            for (int number = 1; number < lines.size(); number++) {
                if (!lines.get(number).isBlank()) {
                    examples.add(example(file, number + 1, header, cells(lines.get(number))));
                }
            }
            String name = file.getFileName().toString();
            return new DecisionExamples(name.substring(0, name.length() - ".csv".length()), examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(Path file, int line, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    file + " line " + line + " has " + cells.size() + " cells, the header " + header.size());
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> outputs = new LinkedHashMap<>();
        String why = "";
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            if (name.equals("why")) {
                why = cells.get(column);
            } else if (name.startsWith("=")) {
                outputs.put(name.substring(1), cells.get(column));
            } else {
                inputs.put(name, cells.get(column));
            }
        }
        return new Example(line, inputs, outputs, why);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** One line: what goes in, what must come out, and why. */
    record Example(int line, Map<String, String> inputs, Map<String, String> outputs, String why) {}
}
