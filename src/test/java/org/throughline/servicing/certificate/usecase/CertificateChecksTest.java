package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.TODAY;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.asked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.file;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.generalLiability;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.nothingAsked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.policy;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.shown;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.umbrella;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.workersCompensation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.model.Check.Result;
import org.throughline.servicing.certificate.usecase.Decided.Support;

class CertificateChecksTest {

    private static final Map<String, Long> NO_LIMITS = Map.of();

    @Test
    void everyCheckPassesForAHolderOnlyRequestOfAnAuthorizedContact() {
        List<Check> checks =
                checks(asked(shown(), NO_LIMITS), nothingAsked(), generalLiability(), workersCompensation());

        assertThat(checks).allMatch(check -> check.result() == Result.PASS);
        assertThat(checks)
                .extracting(Check::name)
                .contains(
                        "Client",
                        "Requester",
                        "Commercial general liability policy BMC-GL-0448213",
                        "Named insured",
                        "Limits",
                        "Form",
                        "Description",
                        "Certificate holder",
                        "Delivery");
    }

    @Test
    void aStrangerIsReviewed() {
        Asked base = asked(shown(), NO_LIMITS);
        Asked stranger = with(base, new Asked.Requester("THIRD_PARTY", "EMAIL", "no-reply@certtrackpro.example"));

        assertThat(result(stranger, nothingAsked(), "Requester").reason()).contains("Ask the insured");
        assertThat(result(stranger, nothingAsked(), "Requester").result()).isEqualTo(Result.REVIEW);
    }

    @Test
    void aContactWhoLostTheAuthorityIsReviewed() {
        Asked former = with(
                asked(shown(), NO_LIMITS),
                new Asked.Requester("AUTHORIZED_CONTACT", "EMAIL", "books@okaforplumbing.example"));

        assertThat(result(former, nothingAsked(), "Requester").result()).isEqualTo(Result.REVIEW);
    }

    @Test
    void aLineWithoutAPolicyInForceStops() {
        Policy expired = policy("BMC-WC-1", "WC", PolicyStatus.EXPIRED, Map.of("eachAccident", "1"), List.of());

        Check check = check(
                checks(asked(shown(), NO_LIMITS), nothingAsked(), generalLiability(), expired),
                "Workers compensation and employers liability");

        assertThat(check.result()).isEqualTo(Result.STOP);
        assertThat(check.reason()).contains("BMC-WC-1 is expired", "06/23/2027");
    }

    @Test
    void aPolicyPendingCancellationIsReviewed() {
        Policy pending =
                policy("BMC-GL-2", "GL", PolicyStatus.PENDING_CANCEL, Map.of("eachOccurrence", "1000000"), List.of());

        Check check = check(
                checks(asked(shown(), NO_LIMITS), nothingAsked(), pending, workersCompensation()),
                "Commercial general liability policy BMC-GL-2");

        assertThat(check.result()).isEqualTo(Result.REVIEW);
        assertThat(check.reason()).contains("pending cancellation");
    }

    @Test
    void aPolicyWithoutLimitsStops() {
        Policy blank = policy("BMC-GL-3", "GL", PolicyStatus.ACTIVE, Map.of(), List.of());

        assertThat(check(
                                checks(asked(shown(), NO_LIMITS), nothingAsked(), blank, workersCompensation()),
                                "Commercial general liability policy BMC-GL-3")
                        .result())
                .isEqualTo(Result.STOP);
    }

    @Test
    void aPolicyThatEndsBeforeTheDayItIsNeededIsReviewed() {
        Asked base = asked(shown(), NO_LIMITS);
        Asked later = new Asked(
                base.requestNumber(),
                base.workType(),
                base.clientId(),
                base.requester(),
                base.insuredName(),
                base.flags(),
                base.shown(),
                base.limits(),
                Instant.parse("2027-08-01T12:00:00Z"),
                false,
                false,
                false);

        assertThat(check(
                                checks(later, nothingAsked(), generalLiability(), workersCompensation()),
                                "Commercial general liability policy BMC-GL-0448213")
                        .reason())
                .contains("ends before 08/01/2027");
    }

    @Test
    void aGapShowsRequiredAndActual() {
        Asked.Shown all = new Asked.Shown(
                "Trellis General Contractors, Inc.",
                "9600 Great Hills Trail, Suite 150W, Austin, TX 78759",
                "contracts@trellisgc.example",
                List.of(),
                List.of(),
                "",
                "",
                Asked.Property.NONE);
        Decided gap = new Decided("ACORD_25", List.of("UMBRELLA.eachOccurrence"), Map.of(), Map.of());

        Check check = check(
                checks(asked(all, Map.of("UMBRELLA.eachOccurrence", 5_000_000L)), gap, generalLiability(), umbrella()),
                "Limits");

        assertThat(check.result()).isEqualTo(Result.REVIEW);
        assertThat(check.reason())
                .contains("Umbrella liability, each occurrence", "$5,000,000 required", "the policy has $2,000,000");
    }

    @ParameterizedTest
    @CsvSource({"SUPPORTED,PASS", "SUPPORTED_IF_CONTRACT,REVIEW", "NEEDS_ENDORSEMENT,STOP", "NOT_AVAILABLE,STOP"})
    void wordingIsJudgedByItsSupport(String support, Result expected) {
        Decided decided = new Decided(
                "ACORD_25", List.of(), Map.of("ADDITIONAL_INSURED:GL", new Support(support, "because")), Map.of());

        assertThat(result(
                                asked(shown("ADDITIONAL_INSURED"), NO_LIMITS),
                                decided,
                                "Wording: additional insured, commercial general liability")
                        .result())
                .isEqualTo(expected);
    }

    @Test
    void anAlteredFormStopsUntilAPersonSaysThatTheUnchangedOneGoesOut() {
        Asked altered = asked(shown(), NO_LIMITS, "ALTERED_FORM_REQUESTED");

        assertThat(result(altered, nothingAsked(), "Form").result()).isEqualTo(Result.STOP);
    }

    @Test
    void aFormThatIsNotPrintedHereStops() {
        assertThat(result(asked(shown(), NO_LIMITS), new Decided("STATE_FORM", List.of(), Map.of(), Map.of()), "Form")
                        .reason())
                .contains("prepared by hand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bayline|4410 Harwin Dr, Houston|ap@bayline.example|Certificate holder",
                "''|4410 Harwin Dr, Houston, TX 77036|ap@bayline.example|Certificate holder",
                "Bayline|4410 Harwin Dr, Houston, TX 77036|''|Delivery",
                "Bayline|4410 Harwin Dr, Houston, TX 77036|https://certtrackpro.example/u/1|Delivery"
            })
    void whatIsMissingForTheHolderStops(String name, String address, String deliverTo, String check) {
        Asked.Shown incomplete =
                new Asked.Shown(name, address, deliverTo, List.of("GL"), List.of(), "", "", Asked.Property.NONE);

        assertThat(result(asked(incomplete, NO_LIMITS), nothingAsked(), check).result())
                .isEqualTo(Result.STOP);
    }

    @Test
    void freeTextIsReviewed() {
        Asked.Shown worded = new Asked.Shown(
                "Bayline",
                "4410 Harwin Dr, Houston, TX 77036",
                "ap@bayline.example",
                List.of("GL"),
                List.of(),
                "",
                "All operations",
                Asked.Property.NONE);

        assertThat(result(asked(worded, NO_LIMITS), nothingAsked(), "Description")
                        .result())
                .isEqualTo(Result.REVIEW);
    }

    private static Asked with(Asked base, Asked.Requester requester) {
        return new Asked(
                base.requestNumber(),
                base.workType(),
                base.clientId(),
                requester,
                base.insuredName(),
                base.flags(),
                base.shown(),
                base.limits(),
                null,
                false,
                false,
                false);
    }

    private static Check result(Asked asked, Decided decided, String name) {
        return check(checks(asked, decided, generalLiability(), workersCompensation()), name);
    }

    private static Check check(List<Check> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + checks));
    }

    private static List<Check> checks(Asked asked, Decided decided, Policy... policies) {
        return CertificateChecks.of(
                file(asked, policies), decided, new ClauseLibrary(), TODAY, ZoneId.of("America/Chicago"));
    }
}
