package org.throughline.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, RECEIVED",
        "TRIAGE, RECEIVED",
        "AWAITING_INFO, WAITING_FOR_YOU",
        "READY, IN_WORK",
        "IN_PROGRESS, IN_WORK",
        "AWAITING_APPROVAL, IN_WORK",
        "SUBMITTED_TO_CARRIER, WITH_THE_CARRIER",
        "AWAITING_CARRIER, WITH_THE_CARRIER",
        "CONFIRMED, CONFIRMED",
        "DELIVERING, ON_ITS_WAY",
        "DONE, DONE",
        "DECLINED, NOT_POSSIBLE",
        "WITHDRAWN, WITHDRAWN",
        "DUPLICATE, KNOWN",
        "NOT_WORK, NOTHING_TO_DO"
    })
    void hasWordsForEveryStatus(String status, Stage stage) {
        assertThat(Stage.of(status)).isEqualTo(stage);
    }

    @Test
    void neverCallsCoverageWhatTheCarrierHasNotConfirmed() {
        assertThat(Stage.WITH_THE_CARRIER.headline()).contains("not yet confirmed");
        assertThat(Stage.WITH_THE_CARRIER.sentence()).contains("no coverage has been added");
    }
}
