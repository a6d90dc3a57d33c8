package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.TODAY;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.asked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.file;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.generalLiability;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.nothingAsked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.policy;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.shown;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.model.Check.Result;

/** Limits that a person reads from the policy where the agency management system gives none. */
class ConfirmedLimitsTest {

    private static final Policy UNREAD = policy("EPIC-GL-1", "GL", PolicyStatus.ACTIVE, Map.of(), null);

    @Test
    void fillsInWhatTheSystemDidNotGive() {
        ConfirmedLimits confirmed = ConfirmedLimits.parse(
                "GL.eachOccurrence: $1,000,000\n GL.generalAggregate = 2000000; WC.eachAccident:500000");

        assertThat(confirmed.on(List.of(UNREAD)).get(0).limits())
                .isEqualTo(Map.of("GL", Map.of("eachOccurrence", "1000000", "generalAggregate", "2000000")));
        assertThat(confirmed.unreadable()).isEmpty();
    }

    @Test
    void neverReplacesWhatTheSystemGave() {
        Policy read = generalLiability();

        assertThat(ConfirmedLimits.parse("GL.eachOccurrence: 9,000,000").on(List.of(read)))
                .containsExactly(read);
    }

    @Test
    void aPolicyWithoutLimitsStopsAndSaysWhatToEnter() {
        Check check = check("", UNREAD, "Commercial general liability policy EPIC-GL-1");

        assertThat(check.result()).isEqualTo(Result.STOP);
        assertThat(check.reason()).contains("Limits from the policy itself", "GL.eachOccurrence");
    }

    @Test
    void confirmedLimitsAreForAPersonToJudge() {
        String text = "GL.eachOccurrence: 1,000,000";
        Policy filled = ConfirmedLimits.parse(text).on(List.of(UNREAD)).get(0);

        assertThat(check(text, filled, "Commercial general liability policy EPIC-GL-1")
                        .result())
                .isEqualTo(Result.REVIEW);
    }

    @Test
    void whatIsNoLimitStops() {
        Check check = check("GL.everything: lots", UNREAD, "Limits");

        assertThat(check.result()).isEqualTo(Result.STOP);
        assertThat(check.reason()).contains("GL.everything: lots");
    }

    private static Check check(String confirmed, Policy policy, String name) {
        Asked.Shown base = shown();
        Asked.Shown shown = new Asked.Shown(
                base.holderName(),
                base.holderAddress(),
                base.deliverTo(),
                List.of("GL"),
                base.wording(),
                base.clause(),
                base.freeText(),
                base.property(),
                confirmed);
        return CertificateChecks.of(
                        file(asked(shown, Map.of()), policy),
                        nothingAsked(),
                        new ClauseLibrary(),
                        TODAY,
                        ZoneId.of("America/Chicago"))
                .stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
