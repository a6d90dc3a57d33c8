package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.automation.SwitchScope;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.request.process.RequestStatusPlugin;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.process.CertificateWording;
import org.throughline.servicing.certificate.usecase.AmendCertificate;
import org.throughline.servicing.certificate.usecase.ApproveCertificate;
import org.throughline.servicing.certificate.usecase.CertificateFixtures;
import org.throughline.servicing.certificate.usecase.CertificateWorld;
import org.throughline.servicing.certificate.usecase.CheckCertificate;
import org.throughline.servicing.certificate.usecase.DeliverCertificate;
import org.throughline.servicing.certificate.usecase.DraftCertificate;
import org.throughline.servicing.certificate.usecase.IssueCertificate;
import org.throughline.servicing.certificate.usecase.ReadClientAndPolicies;
import org.throughline.servicing.certificate.usecase.WordingFacts;

class CertificateIssuanceProcessTest {

    private static final String NUMBER = "SR-2026-000001";
    private static final CertificateWorld world = new CertificateWorld();

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("certificate-issuance")
            .stubbing("missing-information", "draft-review")
            .configuring(configuration -> new RequestStatusPlugin(TestPauses.never()).preInit(configuration))
            .delegatesOf("org.throughline.servicing.certificate.process")
            .with(ReadClientAndPolicies.class, world.reading())
            .with(WordingFacts.class, world.wording())
            .with(CheckCertificate.class, world.checking())
            .with(ApproveCertificate.class, world.approving())
            .with(DraftCertificate.class, world.drafting())
            .with(IssueCertificate.class, world.issuing())
            .with(DeliverCertificate.class, world.delivering())
            .with(AmendCertificate.class, world.amending());

    @BeforeEach
    void twoPoliciesInForce() {
        world.clear();
        world.policies.add(CertificateFixtures.generalLiability());
        world.policies.add(CertificateFixtures.workersCompensation());
        engine.bean("certificateWording", new CertificateWording());
    }

    private static Map<String, Object> request() {
        Map<String, Object> request = new HashMap<>();
        request.put("requestNumber", NUMBER);
        request.put("workType", "CERT_LIABILITY");
        request.put("clientId", "10001");
        request.put("senderRole", "AUTHORIZED_CONTACT");
        request.put("channel", "EMAIL");
        request.put("senderAddress", "denise@okaforplumbing.example");
        request.put("subject", "COI for Bayline Properties");
        request.put("originalMessageId", "<S001@samples.harborline.example>");
        request.put("insuredName", "Okafor Plumbing & Drain, LLC");
        request.put("holderName", "Bayline Properties LLC");
        request.put("holderAddress", "4410 Harwin Dr, Suite 200, Houston, TX 77036");
        request.put("deliverTo", "ap@bayline.example");
        request.put("linesRequested", "GL,WC");
        request.put("straightThrough", true);
        request.put("queue", "account-managers");
        request.put("priority", "P3");
        request.put("slaDueAt", "2026-11-24T10:00:00");
        return request;
    }

    private static ProcessInstance started(Map<String, Object> more) {
        Map<String, Object> request = request();
        request.putAll(more);
        ProcessInstance instance = engine.start(NUMBER, request);
        engine.runJob("Task_ReadClientAndPolicies");
        return instance;
    }

    @Test
    void goesStraightThroughWhereEveryCheckPasses() {
        ProcessInstance certificate = started(Map.of());

        assertThat(certificate)
                .isWaitingAtExactly("Task_DeliverCertificate")
                .hasPassedInOrder(
                        "Task_ReadClientAndPolicies",
                        "Task_ChooseCertificateForm",
                        "Task_CompareLimits",
                        "Task_CheckCertificate",
                        "Task_IssueCertificate")
                .hasNotPassed("Task_CheckWordingSupport", "Task_DraftCertificate");
        Assertions.assertThat(world.ledger.kinds())
                .containsExactly(
                        WriteKind.EMAIL, WriteKind.AMS_DOCUMENT, WriteKind.AMS_CERTIFICATE, WriteKind.AMS_NOTE);
        Assertions.assertThat(world.ledger.lastMail()).satisfies(mail -> {
            Assertions.assertThat(mail.to()).containsExactly("ap@bayline.example");
            Assertions.assertThat(mail.cc()).containsExactly("denise@okaforplumbing.example");
            Assertions.assertThat(mail.subject()).isEqualTo("Re: COI for Bayline Properties [" + NUMBER + "]");
            Assertions.assertThat(mail.inReplyTo()).isEqualTo("<S001@samples.harborline.example>");
        });

        engine.runJob("Task_DeliverCertificate");

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateIssued");
        assertThat(certificate)
                .variables()
                .containsEntry("outcome", "ISSUED")
                .containsEntry("documentId", "doc-1")
                .containsEntry("completionEvidence", "Certificate version 1 e-mailed to ap@bayline.example.")
                .doesNotContainKeys("limitGaps", "wordingSupport", "checkSummary", "wordingItems", "glEachOccurrence");
    }

    @Test
    void turnsIntoAPersonsTaskWhenASwitchIsThrownBetweenIssueAndDelivery() {
        ProcessInstance certificate = started(Map.of());
        assertThat(certificate).isWaitingAtExactly("Task_DeliverCertificate").hasPassed("Task_IssueCertificate");
        world.automation.switches().set(SwitchScope.WORK_TYPE, "CERT_LIABILITY", true, "wrong limits", "nora");

        engine.runJob("Task_DeliverCertificate");

        assertThat(certificate)
                .isWaitingAtExactly("Task_ReviewCertificate")
                .hasPassed("Event_AutomationSwitchedOff")
                .variables()
                .containsEntry("stopReason", "Automation of CERT_LIABILITY was switched off by nora: wrong limits")
                .containsEntry("delivered", false)
                .hasEntrySatisfying(
                        "checkSummary",
                        checks -> Assertions.assertThat((String) checks).isNotBlank())
                .doesNotContainKey("completionEvidence");
        Assertions.assertThat(world.ledger.kinds())
                .as("nothing is left to go out")
                .isEmpty();
        Assertions.assertThat(world.ledger.takenBack).hasSize(1);
        Assertions.assertThat(world.documents.statuses)
                .containsExactly(
                        Map.entry("doc-1", "CERTIFICATE SUPERSEDED"), Map.entry("doc-2", "CERTIFICATE_DRAFT DRAFT"));

        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateIssued");
        Assertions.assertThat(world.ledger.kinds()).contains(WriteKind.EMAIL);
    }

    @Test
    void asksAPersonWhereTheCarrierIsSwitchedOff() {
        String carrier = CertificateFixtures.workersCompensation().carrierName();
        world.automation.switches().set(SwitchScope.CARRIER, carrier, true, "forms changed", "nora");

        assertThat(started(Map.of()))
                .isWaitingAtExactly("Task_ReviewCertificate")
                .hasNotPassed("Task_IssueCertificate")
                .variables()
                .containsEntry(
                        "stopReason", "Automation for carrier " + carrier + " was switched off by nora: forms changed");
        Assertions.assertThat(world.ledger.kinds()).isEmpty();
    }

    private static ProcessInstance watched(String level) {
        ProcessInstance certificate = started(Map.of("straightThrough", false, "automation", level));
        assertThat(certificate).isWaitingAtExactly("Task_ReviewCertificate");
        Assertions.assertThat(world.ledger.kinds()).as("the result is not used").isEmpty();
        Assertions.assertThat(world.automation.found()).isEmpty();
        return certificate;
    }

    @Test
    void comparesInShadowWhatAutomationWouldHaveIssuedWithWhatThePersonIssued() {
        ProcessInstance certificate = watched("SHADOW");

        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isEnded();
        Assertions.assertThat(world.automation.found()).containsExactly("SHADOW_COMPARED true");
    }

    @Test
    void takesDownWhatThePersonChanged() {
        ProcessInstance certificate = watched("SHADOW");

        engine.complete(
                "Task_ReviewCertificate",
                Map.of("certificateDecision", "CORRECT", "deliverTo", "office@bayline.example"));
        engine.runJobs();
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isEnded();
        Assertions.assertThat(world.automation.found()).containsExactly("SHADOW_COMPARED false");
        Assertions.assertThat(world.automation
                        .jdbc()
                        .sql("select detail from automation_outcome")
                        .query(String.class)
                        .single())
                .isEqualTo("Delivered to: automation \"ap@bayline.example\", person \"office@bayline.example\".");
    }

    @Test
    void countsWhatAPersonApprovesAndWhatTheyOverrule() {
        watched("APPROVE_ALL");
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "DECLINE", "draftText", "No."));
        Assertions.assertThat(world.automation.found()).containsExactly("PERSON_OVERRULED false");

        twoPoliciesInForce();
        watched("APPROVE_ALL");
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();
        Assertions.assertThat(world.automation.found()).containsExactly("APPROVED true");
    }

    @Test
    void proposesNothingWhereAutomationWouldHaveStopped() {
        started(Map.of("straightThrough", false, "automation", "SHADOW", "wording", "ADDITIONAL_INSURED"));
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "DECLINE", "draftText", "No."));

        Assertions.assertThat(world.automation.found()).isEmpty();
    }

    @Test
    void stopsWhereTheRequestMayNotGoStraightThrough() {
        ProcessInstance certificate = started(Map.of("straightThrough", false));

        assertThat(certificate).isWaitingAtExactly("Task_ReviewCertificate");
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateIssued");
        Assertions.assertThat(world.documents.statuses)
                .containsExactly(
                        Map.entry("doc-1", "CERTIFICATE_DRAFT SUPERSEDED"), Map.entry("doc-2", "CERTIFICATE CURRENT"));
    }

    @Test
    void refusesToIssueWordingThatThePolicyDoesNotSupportButIssuesTheBaseCertificate() {
        ProcessInstance certificate = started(Map.of("wording", "ADDITIONAL_INSURED"));

        assertThat(certificate)
                .isWaitingAtExactly("Task_ReviewCertificate")
                .hasPassed("Task_CheckWordingSupport")
                .variables()
                .containsEntry("licenseRequired", true)
                .containsEntry("licenseState", "TX")
                .containsEntry("licenseLines", "CASUALTY")
                .hasEntrySatisfying(
                        "stopReason",
                        reason -> Assertions.assertThat((String) reason)
                                .contains("additional insured", "no form on the policy grants it"));
        assertThatThrownBy(() -> engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE")))
                .hasMessageContaining("cannot be issued")
                .hasMessageContaining("additional insured");

        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "CORRECT", "wording", ""));
        engine.runJob("Task_ReadClientAndPolicies");

        assertThat(certificate).isWaitingAtExactly("Task_DeliverCertificate");
    }

    @Test
    void comparesLimitsOnceAndChecksEachWordingOnItsLine() {
        world.policies.add(CertificateFixtures.umbrella());
        world.policies.set(0, CertificateFixtures.generalLiability(CertificateFixtures.blanketOngoing()));
        ProcessInstance certificate = started(Map.of(
                "linesRequested", "",
                "wording", "ADDITIONAL_INSURED_ONGOING,WAIVER_OF_SUBROGATION,NOTICE_OF_CANCELLATION",
                "requiredLimits", "GL.eachOccurrence=1000000;UMBRELLA.eachOccurrence=5000000"));

        assertThat(certificate).variables().containsEntry("limitGaps", "UMBRELLA.eachOccurrence");
        Assertions.assertThat(world.certificates.latest(NUMBER).orElseThrow().checks())
                .anyMatch(check -> check.reason().contains("$5,000,000 required, the policy has $2,000,000"))
                .anyMatch(check -> check.reason().contains("Supported if a contract requires it"))
                .anyMatch(check -> check.name()
                        .equals("Wording: waiver of subrogation, workers compensation and employers liability"))
                .anyMatch(check -> check.name().startsWith("Wording: notice of cancellation, umbrella"));
    }

    @Test
    void asksTheClientAndReadsAgain() {
        ProcessInstance certificate = started(Map.of("deliverTo", ""));
        engine.fake("missing-information", execution -> {});

        engine.complete(
                "Task_ReviewCertificate",
                Map.of("certificateDecision", "ASK", "question", "Where may we send the certificate?"));

        assertThat(certificate)
                .isWaitingAtExactly("Task_ReadClientAndPolicies")
                .hasPassed("Call_ObtainMissingInformation");
        engine.runJobs();
        assertThat(certificate).isWaitingAtExactly("Task_ReviewCertificate");
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "CORRECT", "deliverTo", "x@y.example"));
        engine.runJobs();
        assertThat(certificate).isEnded();
    }

    @Test
    void declinesWithAnExplanation() {
        ProcessInstance certificate = started(Map.of("flags", "ALTERED_FORM_REQUESTED"));

        assertThatThrownBy(() -> engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE")))
                .hasMessageContaining("Nobody may change it");
        engine.complete(
                "Task_ReviewCertificate", Map.of("certificateDecision", "DECLINE", "draftText", "The form is fixed."));

        assertThat(certificate).isEnded().hasPassedInOrder("Call_ExplainTheDecline", "EndEvent_RequestDeclined");
        assertThat(certificate).variables().containsEntry("outcome", "DECLINED");
        Assertions.assertThat(world.ledger.kinds()).isEmpty();
    }

    @Test
    void wantsANoteForWhatHadToBeJudged() {
        ProcessInstance certificate = started(Map.of("senderRole", "THIRD_PARTY"));

        assertThatThrownBy(() -> engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE")))
                .hasMessageContaining("Say in the note what you verified: Requester");
        assertThatThrownBy(() -> engine.complete(
                        "Task_ReviewCertificate",
                        Map.of("certificateDecision", "ISSUE", "holderName", "Somebody else LLC", "reviewNote", "x")))
                .hasMessageContaining("Check again");
        engine.complete(
                "Task_ReviewCertificate",
                Map.of("certificateDecision", "ISSUE", "reviewNote", "Denise agreed by telephone"));
        engine.runJobs();

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateIssued");
    }

    @Test
    void comesBackWhenThePolicyChangedSinceTheApproval() {
        ProcessInstance certificate = started(Map.of("straightThrough", false));
        world.policies.remove(1);

        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isWaitingAtExactly("Task_ReviewCertificate");
        Assertions.assertThat(world.ledger.kinds()).isEmpty();
    }

    @Test
    void hasTheAddressCorrectedWhenTheMailIsRefused() {
        ProcessInstance certificate = started(Map.of());
        world.ledger.refuse = true;
        engine.runJob("Task_DeliverCertificate");

        assertThat(certificate).isWaitingAtExactly("Task_CorrectDeliveryAddress");
        Assertions.assertThat(world.automation.found()).containsExactly("BOUNCED false");
        engine.complete(
                "Task_CorrectDeliveryAddress",
                Map.of("deliveryDecision", "RESEND", "deliverTo", "office@bayline.example"));
        Assertions.assertThat(world.ledger.lastMail().to()).isEqualTo(List.of("office@bayline.example"));
        engine.runJob("Task_DeliverCertificate");
        engine.complete(
                "Task_CorrectDeliveryAddress",
                Map.of(
                        "deliveryDecision", "GIVE_UP",
                        "deliverTo", "office@bayline.example",
                        "completionEvidence", "Handed over"));

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateDeliveredOtherwise");
        assertThat(certificate).variables().containsEntry("outcome", "ISSUED");
    }

    private static ProcessInstance evidence(Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "workType", "EVIDENCE_PROPERTY",
                "holderName", "First Valley Bank",
                "holderAddress", "",
                "linesRequested", "",
                "loanNumber", "FV-553019",
                "propertyLocation", "3 buildings, 701-705 Foundry St, Dayton OH"));
        request.putAll(more);
        world.policies.add(CertificateFixtures.mortgagedProperty());
        return started(request);
    }

    @Test
    void alwaysShowsEvidenceToAPersonAndFilesItOnThePolicy() {
        ProcessInstance certificate = evidence(Map.of());

        assertThat(certificate)
                .isWaitingAtExactly("Task_ReviewCertificate")
                .hasPassedInOrder("Task_CompareLimits", "Task_CheckProperty", "Task_CheckCertificate")
                .variables()
                .containsEntry("certificateForm", "ACORD_28")
                .doesNotContainKeys("propertyQuestions", "propertyFact");
        Assertions.assertThat(world.certificates.latest(NUMBER).orElseThrow().checks())
                .allMatch(check -> check.result() == Check.Result.PASS)
                .anyMatch(check -> check.name().equals("Interest in the property"))
                .anyMatch(check -> check.name().equals("Loan number"));
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateIssued");
        assertThat(certificate)
                .variables()
                .containsEntry(
                        "completionEvidence",
                        "Evidence of commercial property insurance version 1 e-mailed to ap@bayline.example.");
        Assertions.assertThat(world.ledger.kinds())
                .containsExactly(WriteKind.EMAIL, WriteKind.AMS_DOCUMENT, WriteKind.AMS_NOTE);
        Assertions.assertThat(world.ledger.lastMail().text())
                .contains("evidence of commercial property insurance of Okafor Plumbing & Drain, LLC");
        Assertions.assertThat(world.ledger.writes.get(1).payload())
                .isEqualTo(new AmsDocumentPayload("10001", "id-BMC-CP-1", "doc-2", "Evidence-" + NUMBER + "-v1.pdf"));
    }

    @Test
    void stopsForALenderThatIsNotOnThePolicy() {
        ProcessInstance certificate = evidence(Map.of("holderName", "Meridian Community Bank, ISAOA/ATIMA"));

        assertThat(certificate)
                .isWaitingAtExactly("Task_ReviewCertificate")
                .variables()
                .hasEntrySatisfying(
                        "stopReason",
                        reason -> Assertions.assertThat((String) reason)
                                .contains("ENDT_MORTGAGEE", "On it now: First Valley Bank, ISAOA/ATIMA"));
        assertThatThrownBy(() -> engine.complete(
                        "Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE", "reviewNote", "They insist")))
                .hasMessageContaining("cannot be issued");
    }

    @Test
    void wantsTheInsuredsConsentAndALicensedPersonForALendersDemands() {
        ProcessInstance certificate = evidence(Map.of(
                "senderRole",
                "THIRD_PARTY",
                "senderAddress",
                "kliu@meridianbank.example",
                "lenderDemands",
                "NO_COINSURANCE,MAX_DEDUCTIBLE:10000"));

        assertThat(certificate)
                .variables()
                .containsEntry("licenseRequired", true)
                .containsEntry("licenseLines", "PROPERTY");
        assertThatThrownBy(() -> engine.complete(
                        "Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE", "reviewNote", "Compared")))
                .hasMessageContaining("tick that they agreed");
        engine.complete(
                "Task_ReviewCertificate",
                Map.of("certificateDecision", "ISSUE", "reviewNote", "Denise agreed", "consentHeld", true));
        engine.runJobs();

        assertThat(certificate).isEnded().hasPassed("EndEvent_CertificateIssued");
    }

    @Test
    void issuesACertificateOfPropertyToAHolderWithoutAnInterest() {
        ProcessInstance certificate = evidence(Map.of(
                "workType",
                "CERT_PROPERTY",
                "holderName",
                "Bayline Properties LLC",
                "holderAddress",
                "4410 Harwin Dr, Suite 200, Houston, TX 77036"));

        assertThat(certificate).variables().containsEntry("certificateForm", "ACORD_24");
        engine.complete("Task_ReviewCertificate", Map.of("certificateDecision", "ISSUE"));
        engine.runJobs();

        assertThat(certificate).isEnded();
        Assertions.assertThat(world.ledger.kinds())
                .containsExactly(
                        WriteKind.EMAIL, WriteKind.AMS_DOCUMENT, WriteKind.AMS_CERTIFICATE, WriteKind.AMS_NOTE);
    }
}
