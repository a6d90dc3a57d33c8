package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The entities of the labeled samples. */
class EntityScoreTest {

    @Test
    void findsNineInTenOfWhatTheLabelsName() {
        EntityScore score = EntityScore.ofSamples();

        EntityScore.Count all = score.all();
        assertThat(all.recall()).as(score.report()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.wrong()).as(score.report()).isLessThanOrEqualTo(3);
        assertThat(score.of("insuredName").recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.of("policyNumber").recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.of("effectiveDate").recall()).isGreaterThanOrEqualTo(0.9);
    }
}
