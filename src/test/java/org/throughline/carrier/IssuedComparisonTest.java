package org.throughline.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.IssuedDifference.Kind;

class IssuedComparisonTest {

    private static Change added(Subject subject, String name, String... values) {
        return change(Action.ADD, subject, name, values);
    }

    private static Change change(Action action, Subject subject, String name, String... values) {
        Map<String, String> map = new HashMap<>();
        for (int at = 0; at < values.length; at += 2) {
            map.put(values[at], values[at + 1]);
        }
        return new Change(action, subject, name, map);
    }

    private static List<String> sentences(List<Change> requested, List<Change> issued) {
        return IssuedComparison.differences(requested, issued).stream()
                .map(IssuedDifference::sentence)
                .toList();
    }

    @Test
    void findsNothingWhereThePolicyIsAsAsked() {
        Change asked = added(
                Subject.ADDITIONAL_INSURED,
                "Bayline Properties, L.L.C.",
                "address",
                "4410 Harwin Drive, Suite 200",
                "city",
                "Houston",
                "state",
                "TX",
                "postalCode",
                "77036",
                "form",
                "CG 20 10",
                "edition",
                "04 13",
                "waiver",
                "yes");
        Change done = added(
                Subject.ADDITIONAL_INSURED,
                "BAYLINE PROPERTIES LLC",
                "address",
                "4410 HARWIN DR STE 200",
                "city",
                "HOUSTON",
                "state",
                "tx",
                "postalCode",
                "77036-1234",
                "form",
                "CG2010",
                "edition",
                "0413",
                "waiver",
                "Y");

        assertThat(sentences(List.of(asked), List.of(done))).isEmpty();
    }

    @Test
    void tellsAValueThatWasIssuedOtherwise() {
        List<IssuedDifference> differences = IssuedComparison.differences(
                List.of(added(Subject.LIENHOLDER, "Harbor Bank ISAOA", "loanNumber", "LN-0044710", "city", "Austin")),
                List.of(added(Subject.LIENHOLDER, "HARBOR BANK", "loanNumber", "LN44711", "city", "AUSTIN")));

        assertThat(differences).extracting(IssuedDifference::kind).containsExactly(Kind.DIFFERENT);
        assertThat(differences.get(0).isConflict()).isTrue();
        assertThat(differences.get(0).sentence())
                .isEqualTo("lienholder Harbor Bank ISAOA, loan number: asked for \"LN-0044710\", issued \"LN44711\".");
    }

    @Test
    void tellsWhatTheCarrierDoesNotSayFromWhatItDidOtherwise() {
        List<IssuedDifference> differences = IssuedComparison.differences(
                List.of(added(Subject.MORTGAGEE, "First Plains Bank", "loanNumber", "88-1", "clause", "ISAOA ATIMA")),
                List.of(added(Subject.MORTGAGEE, "FIRST PLAINS BANK", "clause", "ISAOA/ATIMA")));

        assertThat(differences).extracting(IssuedDifference::kind).containsExactly(Kind.NOT_SAID);
        assertThat(differences.get(0).isConflict()).isFalse();
        assertThat(differences.get(0).sentence())
                .isEqualTo(
                        "mortgagee First Plains Bank, loan number: asked for \"88-1\"; the carrier does not say it.");
    }

    @Test
    void tellsWhatWasNotIssuedAndWhatNobodyAskedFor() {
        List<Change> requested = List.of(
                added(Subject.VEHICLE, "1HGCV1F34MA012345", "year", "2021"),
                added(Subject.DRIVER, "Alicia Watts"),
                change(Action.REMOVE, Subject.VEHICLE, "1FTEW1EP9NH010211"));
        List<Change> issued = List.of(
                added(Subject.VEHICLE, "1HGCV1F34MA012345", "year", "21"),
                added(Subject.COVERAGE, "UMPD", "limit", "25000"));

        assertThat(sentences(requested, issued))
                .containsExactly(
                        "driver Alicia Watts: asked for (add), not issued.",
                        "vehicle 1FTEW1EP9NH010211: asked for (remove), not issued.",
                        "coverage UMPD: issued (add), not asked for.");
    }

    @Test
    void takesAMisspeltNameForTheSameThingWhereNothingElseCanBeMeant() {
        assertThat(sentences(
                        List.of(added(Subject.VEHICLE, "1HGCV1F34MA012345", "year", "2021", "make", "Honda")),
                        List.of(added(Subject.VEHICLE, "1HGCV1F34MA012354", "year", "2021", "make", "HONDA"))))
                .containsExactly("vehicle 1HGCV1F34MA012345, name: asked for \"1HGCV1F34MA012345\", issued"
                        + " \"1HGCV1F34MA012354\".");
    }

    @Test
    void doesNotPairWhatCouldBeOneOrTheOther() {
        List<IssuedDifference> differences = IssuedComparison.differences(
                List.of(added(Subject.DRIVER, "Ann Lee"), added(Subject.DRIVER, "Bob Lee")),
                List.of(added(Subject.DRIVER, "Carl Lee"), added(Subject.DRIVER, "Dora Lee")));

        assertThat(differences)
                .extracting(IssuedDifference::kind)
                .containsExactly(Kind.MISSING, Kind.MISSING, Kind.NOT_ASKED, Kind.NOT_ASKED);
    }

    @Test
    void keepsAdditionsAndRemovalsApart() {
        assertThat(sentences(
                        List.of(change(Action.REMOVE, Subject.DRIVER, "Ann Lee")),
                        List.of(added(Subject.DRIVER, "Ann Lee"))))
                .containsExactly(
                        "driver Ann Lee: asked for (remove), not issued.",
                        "driver Ann Lee: issued (add), not asked for.");
        assertThat(sentences(
                        List.of(change(Action.REMOVE, Subject.DRIVER, "Ann Lee", "licenseState", "CO")),
                        List.of(change(Action.REMOVE, Subject.DRIVER, "LEE, ANN"))))
                .isEmpty();
    }

    @Test
    void takesAChangeForAnAdditionOfTheSame() {
        assertThat(sentences(
                        List.of(change(Action.CHANGE, Subject.COVERAGE, "each occurrence", "limit", "$2M")),
                        List.of(added(Subject.COVERAGE, "EACH-OCCURRENCE", "limit", "2000000"))))
                .isEmpty();
    }

    @Test
    void comparesEachOfTwoWithItsOwn() {
        assertThat(sentences(
                        List.of(
                                added(Subject.VEHICLE, "1HGCV1F34MA012345", "model", "Accord"),
                                added(Subject.VEHICLE, "1FTEW1EP9NH010211", "model", "F-150")),
                        List.of(
                                added(Subject.VEHICLE, "1FTEW1EP9NH010211", "model", "F150"),
                                added(Subject.VEHICLE, "1HGCV1F34MA012345", "model", "CIVIC"))))
                .containsExactly("vehicle 1HGCV1F34MA012345, model: asked for \"Accord\", issued \"CIVIC\".");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, '$1,000,000.00', 1000000, true",
        "limit, 500K, 500000, true",
        "limit, 1M, 1000000, true",
        "limit, 100/300, 100000/300000, true",
        "limit, '100,000/300,000', 100/300, true",
        "limit, 100/300, 100000/500000, false",
        "limit, 100, 100000, false",
        "limit, Statutory, STATUTORY, true",
        "limit, Statutory, 1000000, false",
        "deductible, 500, 500.00, true",
        "deductible, 500, 5000, false",
        "address, 6120 Bissonnet Street Unit 4, '6120 BISSONNET ST, #4', true",
        "address, 6120 Bissonnet St Unit #4, 6120 BISSONNET ST APT 4, true",
        "address, 6120 Bissonnet St Unit 4, 6120 BISSONNET ST, false",
        "address, P.O. Box 12, PO BOX 12, true",
        "address, 12 North 5th Avenue, 12 N 5 AVE, true",
        "address, 12 North 5th Avenue, 12 S 5TH AVE, false",
        "city, St. Louis, SAINT LOUIS, true",
        "city, Peñasco, PENASCO, true",
        "postalCode, 77036, 77036-1234, true",
        "postalCode, 77036-1234, 77036-9999, false",
        "state, CO, co, true",
        "state, CO, TX, false",
        "birthDate, 1989-07-09, 07/09/1989, true",
        "birthDate, 1989-07-09, 19890709, true",
        "birthDate, 1989-07-09, 1989-09-07, false",
        "loanNumber, 0044-7100, 447100, true",
        "entityType, Limited Liability Company, LLC, true",
        "writtenContract, true, Yes, true",
        "primary, true, N, false",
        "occupancy, Owner-occupied, OWNER OCCUPIED, true",
        "year, 2021, 21, true"
    })
    void knowsTwoWaysOfWritingTheSame(String key, String asked, String issued, boolean same) {
        List<String> differences = sentences(
                List.of(added(Subject.LOCATION, "1 Main St", key, asked)),
                List.of(added(Subject.LOCATION, "1 MAIN STREET", key, issued)));

        assertThat(differences.isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "VEHICLE, 1HGCVIF34MAO12345, 1HGCV1F34MA012345, true",
        "VEHICLE, 1hgcv1f34ma012345, 1HGCV1F34MA012345, true",
        "VEHICLE, 1HGCV1F34MA012345, 1HGCV1F34MA012346, false",
        "DRIVER, Alicia Watts, 'WATTS, ALICIA M', true",
        "DRIVER, Alicia Marie Watts, WATTS ALICIA, true",
        "DRIVER, Alicia Watts, Jerome Watts, false",
        "MORTGAGEE, 'First Plains Bank, its successors and/or assigns', FIRST PLAINS BANK ISAOA/ATIMA, true",
        "ADDITIONAL_INSURED, Smith & Sons Co., SMITH AND SONS COMPANY, true",
        "ADDITIONAL_INSURED, Smith & Sons, SMITH AND DAUGHTERS, false",
        "NAMED_INSURED, 'Okafor Plumbing & Drain, LLC', OKAFOR PLUMBING AND DRAIN, true",
        "EXPOSURE, 98482 Plumbing, 98482PLUMBING, true",
        "MAILING_ADDRESS, old, new, true"
    })
    void knowsWhichOnesAreTheSameThing(Subject subject, String asked, String issued, boolean same) {
        assertThat(IssuedComparison.aboutTheSame(added(subject, asked), added(subject, issued)))
                .isEqualTo(same);
    }
}
