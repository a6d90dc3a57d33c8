package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.triage.Phrases.Hit;
import org.throughline.triage.Phrases.Phrase;
import org.throughline.triage.suggest.Corpus;
import org.throughline.triage.suggest.Example;

class PhrasePatternTest {

    @Test
    void findsWholeWordsOnly() {
        assertThat(words("certs?", "Cert, certs and certainly concerts: cert"))
                .containsExactly("cert", "certs", "cert");
    }

    @Test
    void findsTheSameTwiceInARow() {
        assertThat(words("coi", "coi coi coi")).hasSize(3);
        assertThat(words("(a|an|coi)", "a coi an")).containsExactly("a", "coi", "an");
    }

    @Test
    void readsApostrophesAsIntakeDoes() {
        assertThat(words("landlord'?s letter", "My landlord’s letter")).containsExactly("landlords letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|aa)+b", "(\\w+\\s?)*b", "(.*a){12}b", "(a*)*b", "(x+x+)+y"})
    void isNotHeldUpByAPatternThatOthersNeverFinish(String pattern) {
        String text = "a".repeat(10_000) + " " + "x".repeat(10_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> words(pattern, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "(?=a)b", "(?<!a)b", "(a)\\1", "a**", "((a{30}){30}){30}", "(abcdefgh){200}", ".*", "a?"})
    void refusesWhatItCannotUse(String pattern) {
        assertThatThrownBy(() -> Phrases.check(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> Phrases.check("a".repeat(201))).hasMessageContaining("200 characters");
    }

    @Test
    void looksForAddedPhrasesAndNotForThoseSwitchedOff() {
        Phrases phrases = TestPhrases.ofTheBuild();
        Example coi = new Example("CERT_LIABILITY", "EMAIL", "CLIENT", "", "please send the coi");
        Example slang = new Example("CERT_LIABILITY", "EMAIL", "CLIENT", "", "please send the gate paper");
        assertThat(phrases.opinion(coi)).containsKey("CERT_LIABILITY");
        assertThat(phrases.opinion(slang)).doesNotContainKey("CERT_LIABILITY");

        Set<Phrase> off = Set.copyOf(phrases.ofTheBuild());
        phrases.use(List.of(new Phrase("CERTIFICATE", "gate paper", 3, "what drivers call it")), off);

        assertThat(phrases.opinion(coi)).isEmpty();
        assertThat(phrases.opinion(slang)).containsKey("CERT_LIABILITY");
    }

    @Test
    void ofTheBuildFindsWhatItsExpressionFindsAnywhere() {
        Lexicon lexicon = new Lexicon();
        List<String> texts = Corpus.frozen().stream()
                .map(example -> Lexicon.flat(example.subject() + "\n" + example.body()))
                .toList();

        lexicon.ofTheBuild().forEach(phrase -> {
            Pattern everywhere =
                    Pattern.compile("(?<![a-z0-9])(?:" + phrase.phrase().replaceAll("'\\??", "") + ")(?![a-z0-9])");
            assertThat(texts.stream().map(text -> places(phrase.pattern().in(text))))
                    .as(phrase.phrase())
                    .containsExactlyElementsOf(texts.stream()
                            .map(text -> everywhere
                                    .matcher(text)
                                    .results()
                                    .map(found -> found.start() + "-" + found.end())
                                    .toList())
                            .toList());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"# ?\\d+", "\\bcoi", " ?coi", "(?<=a )coi", "[^a-z]coi", "\u00e9coi"})
    void ofTheBuildMayBeginWithAnything(String phrase) {
        String text = "#12 a coi, #7 coi b\u00e9coi \u00e9coi";
        Pattern everywhere = Pattern.compile("(?<![a-z0-9])(?:" + phrase + ")(?![a-z0-9])");

        assertThat(places(PhrasePattern.ofTheBuild(phrase).in(text)))
                .isNotEmpty()
                .containsExactlyElementsOf(everywhere
                        .matcher(text)
                        .results()
                        .map(found -> found.start() + "-" + found.end())
                        .toList());
    }

    private static List<String> places(PhrasePattern.Places places) {
        List<String> found = new ArrayList<>();
        while (places.next()) {
            found.add(places.start() + "-" + places.end());
        }
        return found;
    }

    private static List<String> words(String pattern, String text) {
        return Phrases.hits(pattern, text).stream().map(Hit::words).toList();
    }
}
