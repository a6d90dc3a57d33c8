package org.throughline.triage.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private static final List<Part> PARTS = List.of(
            part("please send the card", "ID_CARD"),
            part("please take the van off", "ENDT_VEHICLE"),
            part("could you send another card", "ID_CARD"),
            part("thanks for the van card last week"),
            part("we moved the van last year, all done"),
            part("thanks for last week"));

    private static final List<Example> EXAMPLES = List.of(
            new Example("PAYMENT", "EMAIL", "CLIENT", "", "I want to pay the bill"),
            new Example("PAYMENT", "EMAIL", "CLIENT", "", "how can I pay the bill by card"),
            new Example("ID_CARD", "EMAIL", "CLIENT", "", "an ID card for the van"));

    private final Counting encoder = new Counting();
    private final WorkTypeSuggester suggester = TestSuggesters.suggester(encoder, PARTS, EXAMPLES, EXAMPLES);

    @Test
    void tellsWhatAsksFromWhatIsDone() {
        double asking = glance("please send it").asks();
        double telling = glance("thanks for last week").asks();

        assertThat(asking).isPositive();
        assertThat(telling).isNegative();
    }

    @Test
    void learnsTheWorkTypesOfParts() {
        assertThat(glance("please take the van off").ranked().get(0).workType()).isEqualTo("ENDT_VEHICLE");
    }

    @Test
    void readsTheMeaningOnlyWhenAsked() {
        encoder.read = 0;
        WorkTypeSuggester.Glance glance = glance("please send the card");
        glance.asks();
        glance.ranked();

        assertThat(encoder.read).isZero();
        assertThat(glance.meant()).hasValueSatisfying(meant -> {
            assertThat(meant.ranked().get(0).workType()).isEqualTo("ID_CARD");
            assertThat(meant.asks()).isPositive();
        });
        assertThat(encoder.read).isOne();
    }

    private WorkTypeSuggester.Glance glance(String text) {
        return suggester.glance(text, "EMAIL", Map.of());
    }

    private static Part part(String text, String... workTypes) {
        return new Part(List.of(workTypes), "EMAIL", "CLIENT", text);
    }

    private static final class Counting implements SentenceEncoder {

        private final SentenceEncoder counts = new TestSuggesters.WordCounts();
        private int read;

        @Override
        public int dimensions() {
            return counts.dimensions();
        }

        @Override
        public float[] encode(String text) {
            read++;
            return counts.encode(text);
        }
    }
}
