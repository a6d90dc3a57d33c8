package org.throughline.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.platform.TestAgency;
import org.throughline.triage.ExampleCandidates.Decided;
import org.throughline.triage.ExampleCandidates.Outcome;
import org.throughline.triage.Phrases.Phrase;
import org.throughline.triage.SenderRole;
import org.throughline.triage.TestPhrases;
import org.throughline.triage.learning.ModelReport.Verdict;
import org.throughline.triage.learning.TrainingExample.Source;
import org.throughline.triage.learning.TrainingExample.State;
import org.throughline.triage.learning.TrainingExamples.Filter;
import org.throughline.triage.store.LearningTables;
import org.throughline.triage.suggest.Example;
import org.throughline.triage.suggest.Suggesters;
import org.throughline.triage.suggest.TestSuggesters;

/** From a decision in triage to another suggestion, on a corpus of a few lines and the real tables. */
class LearningTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC);
    private static final String SLANG = "the gatehouse wants the yellow slip for our crew";

    private static final class TinyCorpus implements LearningSource {

        @Override
        public List<Example> builtIn() {
            return List.of(
                    example("CERT_LIABILITY", "please send a certificate of insurance to our customer"),
                    example("CERT_LIABILITY", "we need a certificate naming the owner"),
                    example("PAYMENT", "i want to pay my bill at the gatehouse"),
                    example("PAYMENT", "the gatehouse asks me to pay the premium today"),
                    example("LOSS_RUNS", "please send five years of loss runs"),
                    example("LOSS_RUNS", "we need our loss history for the renewal"));
        }

        @Override
        public List<Example> calibration() {
            return List.of(
                    example("CERT_LIABILITY", "certificate for the owner please"),
                    example("PAYMENT", "how do i pay the bill"));
        }

        @Override
        public List<Example> frozen() {
            return List.of(
                    example("CERT_LIABILITY", "gatehouse needs the yellow slip again"),
                    example("PAYMENT", "pay my bill please"));
        }
    }

    private final LearningTables tables = new LearningTables();
    private final LearningSource source = new TinyCorpus();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Node node = new Node();

    /** One node of the agency on the common database. */
    private final class Node {
        private final Suggesters suggesters = TestSuggesters.learnedFrom(source.builtIn(), source.calibration());
        private final ExampleBook examples = new ExampleBook(tables.examples(), source, CLOCK);
        private final SuggestionModels stored = tables.models(CLOCK);
        private final ModelBook models = new ModelBook(stored, suggesters, examples, source, new ObjectMapper(), CLOCK);
        private final PhraseBook phrases =
                new PhraseBook(tables.phrases(), TestPhrases.ofTheBuild(), source, TestAgency.PROFILE, CLOCK);
        private final Retraining retraining = new Retraining(
                tables.runs(CLOCK),
                source,
                examples,
                models,
                stored,
                suggesters,
                TestPhrases.ofTheBuild(),
                CLOCK,
                background::add);

        String suggests(String text) {
            return suggesters.current().suggest(text, "EMAIL", Map.of()).first().workType();
        }

        String learn() {
            retraining.start("analyst");
            background.remove().run();
            LearningRun run = retraining.last().orElseThrow();
            assertThat(run.state()).as(run.message()).isEqualTo(LearningRun.State.DONE);
            return java.util.Objects.requireNonNull(run.version());
        }
    }

    @Test
    void suggestsOtherwiseOnceWhatAPersonDecidedIsAcceptedLearnedAndPromoted() {
        assertThat(node.suggests(SLANG)).isEqualTo("PAYMENT");
        Node other = new Node();
        String build = node.models.inUse();
        acceptSlang();

        String candidate = node.learn();

        assertThat(node.suggests(SLANG)).isEqualTo("PAYMENT");
        assertThat(states()).containsExactly(candidate + " CANDIDATE", build + " ACTIVE");
        ModelReport report = node.models.report(candidate);
        assertThat(report.comparedWith()).isEqualTo(build);
        assertThat(report.before().accuracy()).isEqualTo(0.5);
        assertThat(report.after().accuracy()).isEqualTo(1);
        assertThat(report.changed()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo("PAYMENT");
            assertThat(change.after()).isEqualTo("CERT_LIABILITY");
            assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
        });

        node.models.promote(candidate, "analyst");

        assertThat(node.suggests(SLANG)).isEqualTo("CERT_LIABILITY");
        assertThat(states()).containsExactlyInAnyOrder(candidate + " ACTIVE", build + " PREVIOUS");
        assertThat(other.suggests(SLANG)).isEqualTo("PAYMENT");
        other.models.refresh();
        assertThat(other.suggests(SLANG)).isEqualTo("CERT_LIABILITY");
        assertThat(other.models.inUse()).isEqualTo(candidate);
        assertThat(node.models.behind(node.suggesters.current().nearest(SLANG, 1)))
                .singleElement()
                .satisfies(near -> {
                    assertThat(near.text()).contains("yellow slip");
                    assertThat(near.likeness()).isGreaterThan(0.8);
                });

        assertThat(node.models.rollBack("analyst")).isEqualTo(build);

        assertThat(node.suggests(SLANG)).isEqualTo("PAYMENT");
        assertThat(states()).containsExactlyInAnyOrder(candidate + " PREVIOUS", build + " ACTIVE");
        other.models.refresh();
        assertThat(other.suggests(SLANG)).isEqualTo("PAYMENT");
    }

    @Test
    void keepsOnlyTheFiguresOfWhatIsDiscarded() {
        acceptSlang();
        String candidate = node.learn();

        node.models.discard(candidate, "analyst");

        assertThat(node.stored.content(candidate)).isEmpty();
        assertThat(node.models.report(candidate).after().accuracy()).isEqualTo(1);
        assertThatThrownBy(() -> node.models.promote(candidate, "analyst")).hasMessageContaining("DISCARDED");
        assertThatThrownBy(() -> node.models.rollBack("analyst")).hasMessageContaining("no previous model");
        assertThat(node.models.inUse()).isNotEqualTo(candidate);
    }

    @Test
    void learnsNothingWhereNothingChangedOrACandidateOfTheSameExamplesWaits() {
        assertThatThrownBy(() -> node.retraining.start("analyst")).hasMessageContaining("Nothing has changed");
        acceptSlang();
        node.learn();

        assertThatThrownBy(() -> node.retraining.start("analyst")).hasMessageContaining("is there already");
    }

    @Test
    void learnsOneModelAtATimeAndLeavesNothingOfACanceledOne() {
        acceptSlang();
        node.retraining.start("analyst");
        assertThatThrownBy(() -> node.retraining.start("analyst")).hasMessageContaining("already");

        node.retraining.cancel();
        background.remove().run();

        assertThat(node.retraining.last()).map(LearningRun::state).contains(LearningRun.State.CANCELED);
        assertThat(node.stored.all()).isEmpty();
        assertThatThrownBy(node.retraining::cancel).hasMessageContaining("No model is being learned");
        assertThat(node.learn()).isNotEmpty();
    }

    @Test
    void leavesOutExamplesOfTheBuildThatAreOff() {
        String id = "b-" + source.builtIn().get(3).digest();

        node.examples.set(id, State.OFF, null, "misleads", "analyst");

        assertThat(node.examples.training())
                .hasSize(5)
                .doesNotContain(source.builtIn().get(3));
        assertThat(node.examples
                        .list(new Filter(State.OFF, Source.BUILT_IN, null, ""), 0, 25)
                        .items())
                .singleElement()
                .satisfies(off -> assertThat(off.note()).isEqualTo("misleads"));
        node.examples.set(id, State.ON, null, "", "analyst");
        assertThat(node.examples.training()).hasSize(6);
    }

    @Test
    void keepsADecisionThatDiffersAsACandidateWithoutPersonalData() {
        assertThat(node.examples.record(decided("call me at 713-555-0100 about the slip", "PAYMENT", "PAYMENT")))
                .isEqualTo(Outcome.AGREED);

        assertThat(node.examples.record(decided("call me at 713-555-0100 about the slip", "PAYMENT", "LOSS_RUNS")))
                .isEqualTo(Outcome.RECORDED);

        assertThat(node.examples.list(all(), 0, 25).items()).singleElement().satisfies(candidate -> {
            assertThat(candidate.state()).isEqualTo(State.CANDIDATE);
            assertThat(candidate.source()).isEqualTo(Source.TRIAGE);
            assertThat(candidate.suggestedType()).isEqualTo("PAYMENT");
            assertThat(candidate.example())
                    .isEqualTo(new Example("LOSS_RUNS", "EMAIL", "CLIENT", "", "call me at [phone] about the slip"));
        });
        assertThat(node.examples.training()).hasSize(6);
    }

    @Test
    void takesATextOnceWhateverItsNumbersAndNeverOneThatMeasures() {
        node.examples.record(decided("Invoice 12 is wrong!", "PAYMENT", "LOSS_RUNS"));

        assertThat(node.examples.record(decided("invoice 34 is  wrong", "PAYMENT", "CERT_LIABILITY")))
                .isEqualTo(Outcome.KNOWN);
        assertThat(node.examples.record(decided("Pay my bill, please.", "LOSS_RUNS", "PAYMENT")))
                .isEqualTo(Outcome.KNOWN);
        assertThatThrownBy(() -> node.examples.add(example("PAYMENT", "pay my bill please"), "", "analyst"))
                .hasMessageContaining("there already");
    }

    @Test
    void takesNoMoreThanTwentyOpenCandidatesOfADomain() {
        String[] words = {"one", "two", "three", "four", "five"};
        List<Outcome> outcomes = new ArrayList<>();
        for (String first : words) {
            for (String second : words) {
                outcomes.add(node.examples.record(decided(first + " " + second + " x", "PAYMENT", "LOSS_RUNS")));
            }
        }

        assertThat(outcomes.subList(0, 20)).containsOnly(Outcome.RECORDED);
        assertThat(outcomes.subList(20, 25)).containsOnly(Outcome.TOO_MANY);
        String id = node.examples.list(all(), 0, 1).items().get(0).id();
        node.examples.set(id, State.OFF, null, "", "analyst");
        assertThat(node.examples.record(decided("now there is room", "PAYMENT", "LOSS_RUNS")))
                .isEqualTo(Outcome.RECORDED);
    }

    @Test
    void acceptsACandidateUnderAnotherWorkType() {
        node.examples.record(decided("about the slip", "PAYMENT", "LOSS_RUNS"));
        String id = node.examples.list(all(), 0, 1).items().get(0).id();

        node.examples.set(id, State.ON, "CERT_LIABILITY", "it is a certificate", "analyst");

        assertThat(node.examples.training())
                .anyMatch(one ->
                        one.workType().equals("CERT_LIABILITY") && one.body().equals("about the slip"));
        assertThatThrownBy(() -> node.examples.set(id, State.ON, "NO_SUCH", "", "analyst"))
                .hasMessageContaining("no work type NO_SUCH");
    }

    @Test
    void findsExamplesByAnyPartOfTheirText() {
        node.examples.add(example("PAYMENT", "100% of it_all"), "", "analyst");

        assertThat(node.examples
                        .list(new Filter(null, null, null, "0% OF IT_"), 0, 5)
                        .total())
                .isEqualTo(1);
        assertThat(node.examples
                        .list(new Filter(null, null, null, "it%all"), 0, 5)
                        .total())
                .isZero();
    }

    @Test
    void switchesPhrasesOnEveryNode() {
        Node other = new Node();
        PhraseRule added = node.phrases.add(new Phrase("CERTIFICATE", "yellow slip", 3, "slang"), "analyst");
        assertThatThrownBy(() -> node.phrases.add(new Phrase("CERTIFICATE", "yellow slip", 1, "x"), "analyst"))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> node.phrases.add(new Phrase("CERTIFICATE", "(?=x)", 1, "x"), "analyst"))
                .isInstanceOf(LearningRefused.class);
        assertThatThrownBy(() -> node.phrases.add(new Phrase("NONSENSE", "x", 1, "x"), "analyst"))
                .hasMessageContaining("no topic");
        PhraseRule coi = node.phrases
                .list("CERTIFICATE", null, true, "c\\.?o\\.?i", 0, 5)
                .items()
                .get(0);
        node.phrases.set(coi.id(), false, "analyst");
        node.phrases.set(added.id(), false, "analyst");

        assertThat(other.phrases.list("CERTIFICATE", false, null, "", 0, 25).items())
                .extracting(rule -> rule.phrase().pattern())
                .containsExactlyInAnyOrder("yellow slip", coi.phrase().pattern());
        assertThat(other.phrases.tryOut("certificates?", "A certificate").found())
                .isEqualTo(2);
    }

    private void acceptSlang() {
        assertThat(node.examples.record(decided(SLANG, "PAYMENT", "CERT_LIABILITY")))
                .isEqualTo(Outcome.RECORDED);
        String id = node.examples.list(all(), 0, 1).items().get(0).id();
        node.examples.set(id, State.ON, null, "", "analyst");
        node.examples.add(example("CERT_LIABILITY", "our crew needs the yellow slip for the gatehouse"), "", "analyst");
        node.examples.add(example("CERT_LIABILITY", "yellow slip for the gatehouse please"), "", "analyst");
    }

    private List<String> states() {
        return node.models.all().stream()
                .map(model -> model.version() + " " + model.state())
                .toList();
    }

    private static Filter all() {
        return new Filter(null, null, null, "");
    }

    private static Decided decided(String text, String suggested, String decided) {
        return new Decided("EMAIL", SenderRole.CONTACT, "ann@client.example", "", text, suggested, decided, "sam");
    }

    private static Example example(String workType, String text) {
        return new Example(workType, "EMAIL", "CLIENT", "", text);
    }
}
