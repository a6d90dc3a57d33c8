package org.throughline.triage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.triage.suggest.Corpus;
import org.throughline.triage.suggest.Example;
import org.throughline.triage.suggest.Suggesters;

/**
 * Measures what the models add to the memory of the process, alone: heap in use after a collection, and resident memory
 * of Linux, before the suggester and the sentence model are loaded and after they have read messages.
 */
public final class ModelMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ModelMemory.class);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final int READ = 300;

    private ModelMemory() {}

    private record Used(double heap, double resident) {
        static Used now() throws IOException {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return new Used(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE, residentMegabytes());
        }

        private static double residentMegabytes() throws IOException {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new IOException(STATUS + " has no line VmRSS"));
        }
    }

    /** Prints the figures; takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        List<Example> texts = Corpus.frozen();
        report("before", Used.now());
        Used before = Used.now();
        Suggesters suggesters = new Suggesters();
        Used loaded = Used.now();
        for (int i = 0; i < READ; i++) {
            Example example = texts.get(i % texts.size());
            suggesters.current().suggest(example.text(), example.channel(), Map.of());
        }
        Used read = Used.now();
        report("loaded", loaded);
        report(READ + " messages read", read);
        LOG.info(
                String.format(
                        Locale.ROOT,
                        "the models add %.0f MB of heap in use and %.0f MB of resident memory in all ({})",
                        read.heap() - before.heap(),
                        read.resident() - before.resident()),
                suggesters.current().modelVersion());
    }

    private static void report(String when, Used used) {
        LOG.info(String.format(
                Locale.ROOT, "%-20s heap in use %6.1f MB, resident %6.1f MB", when, used.heap(), used.resident()));
    }
}
