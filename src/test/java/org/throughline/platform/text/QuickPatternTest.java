package org.throughline.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A quick pattern finds what its expression finds")
class QuickPatternTest {

    private static final int EVERY = 12;

    @Test
    void whereTheTextHasALiteralInOtherLetters() {
        QuickPattern waiver = QuickPattern.compile("\\bwaivers? of subrogation\\b", Pattern.CASE_INSENSITIVE);

        assertThat(waiver.matcher("with a WAIVER OF Subrogation please").find()).isTrue();
        assertThat(waiver.matcher("nothing of the kind").find()).isFalse();
        assertThat(waiver.matcher("nothing of the kind").replaceAll("-")).isEqualTo("nothing of the kind");
    }

    @Test
    void inEveryMessageOfTheCorpus() throws Exception {
        List<QuickPattern> patterns = patternsOfTheHouse();
        List<String> texts = texts();
        List<String> lost = new ArrayList<>();

        for (String text : texts) {
            for (QuickPattern quick : patterns) {
                if (!quick.matcher(text).find() && quick.pattern().matcher(text).find()) {
                    lost.add(quick.pattern() + " in " + text);
                }
            }
        }

        assertThat(patterns).hasSizeGreaterThan(400);
        assertThat(patterns.stream().filter(one -> !one.literals().isEmpty()).count())
                .isGreaterThan(patterns.size() * 3L / 4);
        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(lost).isEmpty();
    }

    private static List<QuickPattern> patternsOfTheHouse() throws IllegalAccessException, IOException {
        List<QuickPattern> patterns = new ArrayList<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.throughline")) {
            for (JavaField field : one.getFields()) {
                if (field.getRawType().isEquivalentTo(QuickPattern.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    Field constant = field.reflect();
                    constant.setAccessible(true);
                    patterns.add((QuickPattern) constant.get(null));
                }
            }
        }
        try (Stream<String> phrases = Files.lines(Path.of("src/main/resources/triage/lexicon.tsv"))) {
            phrases.skip(1)
                    .map(row -> row.split("\t", -1)[1])
                    .map(phrase -> QuickPattern.compile("(?<![a-z0-9])(?:" + phrase + ")(?![a-z0-9])"))
                    .forEach(patterns::add);
        }
        return patterns;
    }

    /** As written, and in small letters as the lexicon's phrases see them. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/triage"))) {
            files.filter(file -> file.toString().endsWith(".tsv"))
                    .filter(file -> file.toString().contains("corpus")
                            || file.toString().contains("several"))
                    .forEach(file -> texts.addAll(everySome(file)));
        }
        List<String> small =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        texts.addAll(small);
        return texts;
    }

    private static List<String> everySome(Path file) {
        try {
            List<String> rows = Files.readAllLines(file);
            List<String> some = new ArrayList<>();
            for (int row = 1; row < rows.size(); row += EVERY) {
                some.add(rows.get(row));
            }
            return some;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
