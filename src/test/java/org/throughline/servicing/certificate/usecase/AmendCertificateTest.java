package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.asked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.generalLiability;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.nothingAsked;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.shown;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.workersCompensation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseNeed;

class AmendCertificateTest {

    private static final String NUMBER = "SR-2026-000001";

    private final CertificateWorld world = new CertificateWorld();
    private final AmendCertificate amending = world.amending();

    @BeforeEach
    void aCertificateHasGoneOut() {
        world.policies.addAll(List.of(generalLiability(), workersCompensation()));
        issue();
        world.ledger.writes.clear();
    }

    private void issue() {
        world.reading().read(asked(shown(), Map.of()));
        world.checking().check(NUMBER, nothingAsked(), true, Optional.empty());
        world.issuing().issue(NUMBER, new MailThread("COI", null));
    }

    @Test
    void aVersionIsIssuedOnce() {
        assertThat(world.issuing().issue(NUMBER, new MailThread("COI", null))).isEqualTo("doc-1");
        assertThat(world.ledger.writes).isEmpty();
    }

    @Test
    void sendsItAgainToAnotherAddress() {
        amending.resend(NUMBER, 1, "new@bayline.example", "maria");

        assertThat(world.ledger.lastMail().to()).containsExactly("new@bayline.example");
        assertThat(world.ledger.lastMail().documentIds()).containsExactly("doc-1");
        assertThat(world.ledger.kinds()).containsExactly(WriteKind.EMAIL, WriteKind.AMS_NOTE);
        assertThat(world.started).containsExactly("deliver");
    }

    @Test
    void aNewVersionSupersedesTheOneBefore() {
        amending.revise(NUMBER, 1, Map.of("holderName", "Bayline Holdings LLC"), "maria");
        issue();

        assertThat(world.started).containsExactly("revise {holderName=Bayline Holdings LLC}");
        assertThat(world.automation.found()).containsExactly("REOPENED false");
        assertThat(world.certificates.ofRequest(NUMBER))
                .extracting(CertificateFile::status)
                .containsExactly(Status.SUPERSEDED, Status.ISSUED);
        assertThat(world.documents.statuses)
                .containsEntry("doc-1", "CERTIFICATE SUPERSEDED")
                .containsEntry("doc-2", "CERTIFICATE CURRENT");
    }

    @Test
    void aVoidCertificateIsToldToHolderAndInsuredAndCannotBeSentAgain() {
        amending.voidVersion(NUMBER, 1, "Issued for the wrong holder", "maria");

        assertThat(world.ledger.lastMail().text()).contains("is void", "Issued for the wrong holder");
        assertThat(world.ledger.lastMail().cc()).containsExactly("denise@okaforplumbing.example");
        assertThat(world.documents.statuses).containsEntry("doc-1", "CERTIFICATE VOID");
        assertThatThrownBy(() -> amending.resend(NUMBER, 1, null, "maria"))
                .isInstanceOf(CertificateRefused.class)
                .hasMessageContaining("is void");
    }

    @Test
    void wantsALicenseWhereTheActNeedsOne() {
        world.licenseNeed = Optional.of(LicenseNeed.license("TX", Set.of("CASUALTY")));
        world.licensed = false;

        assertThatThrownBy(() -> amending.resend(NUMBER, 1, null, "devon"))
                .isInstanceOf(LicenseMissing.class)
                .hasMessageContaining("CASUALTY license in TX");
        assertThat(world.ledger.writes).isEmpty();
        assertThat(world.licenseChecks.all())
                .extracting(LicenseCheck::person, LicenseCheck::taskName, LicenseCheck::outcome)
                .containsExactly(tuple("devon", "Send certificate again version 1", Outcome.REFUSED));
    }

    @Test
    void keepsTheLicenseThatItWasDoneWith() {
        world.licenseNeed = Optional.of(LicenseNeed.license("TX", Set.of("CASUALTY")));

        amending.voidVersion(NUMBER, 1, "Issued for the wrong holder", "maria");

        assertThat(world.licenseChecks.all())
                .extracting(LicenseCheck::person, LicenseCheck::licenses, LicenseCheck::state, LicenseCheck::lines)
                .containsExactly(tuple("maria", "TX-1", "TX", "CASUALTY"));
    }

    @Test
    void aBounceIsWorkForAPerson() {
        assertThat(amending.bounced(NUMBER, "550 no such mailbox")).isTrue();
        assertThat(amending.bounced("SR-2026-000009", "550")).isFalse();
        assertThat(world.started).containsExactly("bounced 550 no such mailbox");
    }
}
