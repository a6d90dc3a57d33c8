package org.throughline.carrier.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.IssuedComparison;
import org.throughline.carrier.IssuedDifference;
import org.throughline.carrier.download.Transaction.Coverage;

class IssuedPartsTest {

    private static final Change HONDA =
            new Change(Action.ADD, Subject.VEHICLE, "1HGCV1F34MA012345", Map.of("year", "2021", "model", "Accord"));
    private static final Change FORD = new Change(Action.ADD, Subject.VEHICLE, "1FTEW1EP9NH010211", Map.of());

    private static Transaction image(Change... parts) {
        return new Transaction(
                "al3/1",
                TransactionCode.PCH,
                "SUMMIT RIDGE MUTUAL",
                "99146",
                "SRMPA5519027",
                "PERSONAL_AUTO",
                "WATTS JEROME",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null,
                null,
                null,
                List.of(new Coverage("BI", "100000", "300000", "", null)),
                List.of(parts),
                "",
                true);
    }

    @Test
    void showsWhatWasAddedInTheCarriersValues() {
        Change asked = new Change(Action.ADD, Subject.VEHICLE, "1hgcv1f34ma012345", Map.of("model", "Civic"));

        List<Change> issued = IssuedParts.of(List.of(asked), image(FORD, HONDA));

        assertThat(issued).containsExactly(HONDA);
        assertThat(IssuedComparison.differences(List.of(asked), List.copyOf(issued)))
                .extracting(IssuedDifference::field)
                .containsExactly("model");
    }

    @Test
    void provesARemovalByAbsenceAmongOthers() {
        Change asked = new Change(Action.REMOVE, Subject.VEHICLE, "1HGCV1F34MA012345", Map.of());

        assertThat(IssuedParts.of(List.of(asked), image(FORD))).containsExactly(asked);
        assertThat(IssuedParts.of(List.of(asked), image(FORD, HONDA))).isEmpty();
    }

    @Test
    void saysNothingWhereTheDownloadSaysNothingOfTheKind() {
        Change driver = new Change(Action.ADD, Subject.DRIVER, "Alicia Watts", Map.of());

        assertThat(IssuedParts.of(List.of(driver), image(FORD))).isNull();
        assertThat(IssuedParts.of(List.of(HONDA, driver), image(HONDA))).isNull();
        assertThat(IssuedParts.of(List.of(), image(HONDA))).isNull();
    }

    @Test
    void comparesCoveragesAndTheNamedInsured() {
        Change limit = new Change(Action.CHANGE, Subject.COVERAGE, "BI", Map.of("limit", "100/300"));
        Change name = new Change(Action.CHANGE, Subject.NAMED_INSURED, "Jerome Watts", Map.of());

        List<Change> issued = IssuedParts.of(List.of(limit), image());
        assertThat(issued).isNotNull();
        assertThat(IssuedComparison.differences(List.of(limit), List.copyOf(issued)))
                .isEmpty();
        assertThat(IssuedParts.of(List.of(name), image())).isEmpty();
    }
}
