package org.throughline.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReviewSampleTest {

    private static final List<String> NUMBERS = IntStream.range(0, 10_000)
            .mapToObj(n -> String.format("SR-2026-%06d", n))
            .toList();

    private final ReviewSample sample = new ReviewSample(new PartnerProperties("one key"));

    @Test
    void drawsTheShareThatTheTableSays() {
        assertThat(drawn(sample, 0)).isEmpty();
        assertThat(drawn(sample, 100)).hasSize(NUMBERS.size());
        assertThat((double) drawn(sample, 10).size()).isCloseTo(1000, Offset.offset(120.0));
    }

    @Test
    void drawsTheSameAgainAndNobodyWithoutTheKeyKnowsWhich() {
        assertThat(drawn(new ReviewSample(new PartnerProperties("one key")), 10))
                .isEqualTo(drawn(sample, 10));
        assertThat(drawn(sample, 10)).isNotEqualTo(drawn(new ReviewSample(new PartnerProperties("another")), 10));
        assertThat(drawn(sample, 25)).containsAll(drawn(sample, 10));
    }

    private static List<String> drawn(ReviewSample sample, int percent) {
        return NUMBERS.stream()
                .filter(number -> sample.isDrawn(number, percent))
                .toList();
    }
}
