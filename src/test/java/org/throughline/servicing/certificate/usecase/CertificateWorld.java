package org.throughline.servicing.certificate.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.AmsSystem;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.automation.store.AutomationTables;
import org.throughline.documents.DocumentStore;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.platform.mail.Letters;
import org.throughline.platform.transactions.AfterRollback;
import org.throughline.servicing.certificate.usecase.CertificateFixtures.InMemoryCertificates;
import org.throughline.staff.InMemoryLicenseChecks;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.LicenseNeed;
import org.throughline.staff.LicensedActs;
import org.throughline.staff.RefusedAttempts;

/** The use cases of certificates with everything outside them in memory. */
public final class CertificateWorld {

    public final AutomationTables automation = new AutomationTables(CertificateFixtures.CLOCK);
    public final List<Policy> policies = new ArrayList<>();
    public final InMemoryCertificates certificates = new InMemoryCertificates();
    public final Ledger ledger = new Ledger();
    public final Documents documents = new Documents();
    public Optional<LicenseNeed> licenseNeed = Optional.empty();
    public boolean licensed = true;
    public AmsSystem ams = AmsSystem.of("NowCerts", EnumSet.allOf(AmsCapability.class));
    public final InMemoryLicenseChecks licenseChecks = new InMemoryLicenseChecks();
    public final List<String> started = new ArrayList<>();

    private final CertificateComposer composer =
            new CertificateComposer(CertificateFixtures.AGENCY, new ClauseLibrary());
    private final CertificatePrinter printer = new CertificatePrinter(
            xhtml -> xhtml.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            new AcordForms(new CertificateProperties(null, null, null, null)));
    private final CertificateMail mail = new CertificateMail(new Letters(), CertificateFixtures.AGENCY);

    public ReadClientAndPolicies reading() {
        return new ReadClientAndPolicies(
                new Ams(), new Ams(), certificates, CertificateFixtures.AGENCY, CertificateFixtures.CLOCK);
    }

    public WordingFacts wording() {
        return new WordingFacts(certificates, CertificateFixtures.AGENCY, CertificateFixtures.CLOCK);
    }

    public CheckCertificate checking() {
        return new CheckCertificate(
                certificates,
                composer,
                new ClauseLibrary(),
                automated(),
                CertificateFixtures.AGENCY,
                CertificateFixtures.CLOCK);
    }

    private CertificateAutomation automated() {
        return new CertificateAutomation(
                automation.gate(), automation.evidence(), CertificateFixtures.AGENCY, CertificateFixtures.CLOCK);
    }

    public ApproveCertificate approving() {
        return new ApproveCertificate(certificates, automated());
    }

    public DraftCertificate drafting() {
        return new DraftCertificate(certificates, printer, documents);
    }

    public IssueCertificate issuing() {
        return new IssueCertificate(certificates, printer, documents, ledger, mail, automated(), ams);
    }

    public DeliverCertificate delivering() {
        return new DeliverCertificate(ledger, certificates, automated());
    }

    public AmendCertificate amending() {
        LicenseGate gate = (user, need) -> licensed
                ? new LicenseGate.Verdict(true, "TX-1", null)
                : new LicenseGate.Verdict(false, null, "You need a CASUALTY license in TX.");
        LicensedActs acts = new LicensedActs(
                gate,
                licenseChecks,
                new RefusedAttempts(licenseChecks, new AfterRollback()),
                CertificateFixtures.CLOCK);
        return new AmendCertificate(certificates, documents, ledger, mail, new Started(), acts, automated());
    }

    /** Forgets everything, for the next test. */
    public void clear() {
        automation.clear();
        policies.clear();
        certificates.clear();
        ledger.writes.clear();
        ledger.takenBack.clear();
        ledger.refuse = false;
        documents.statuses.clear();
        started.clear();
        licenseNeed = Optional.empty();
        licensed = true;
    }

    private final class Ams implements AmsClients, AmsPolicies {

        @Override
        public Optional<Client> find(String clientId) {
            return "10001".equals(clientId) ? Optional.of(CertificateFixtures.okafor()) : Optional.empty();
        }

        @Override
        public List<Client> changedSince(@Nullable Instant since) {
            return List.of();
        }

        @Override
        public List<Policy> ofClient(String clientId) {
            return List.copyOf(policies);
        }

        @Override
        public List<Policy> headersOfClients(List<String> clientIds) {
            return List.of();
        }
    }

    private final class Started implements CertificateProcess {

        @Override
        public void deliver(String requestNumber, MailThread thread) {
            started.add("deliver");
        }

        @Override
        public void revise(CertificateFile file, Map<String, Object> changes, MailThread thread) {
            started.add("revise " + changes);
        }

        @Override
        public void bounced(CertificateFile file, String reason, MailThread thread) {
            started.add("bounced " + reason);
        }

        @Override
        public MailThread thread(String requestNumber) {
            return new MailThread("COI for Bayline Properties", "<S001@samples.harborline.example>");
        }

        @Override
        public Optional<LicenseNeed> licenseNeed(String requestNumber) {
            return licenseNeed;
        }
    }

    /** The ledger in memory; every mail is taken unless it refuses. */
    public static final class Ledger implements OutboundLedger {

        public final List<PlannedWrite> writes = new ArrayList<>();
        public boolean refuse;

        /** Reasons for which everything was taken back. */
        public final List<String> takenBack = new ArrayList<>();

        public List<WriteKind> kinds() {
            return writes.stream().map(PlannedWrite::kind).toList();
        }

        public EmailPayload lastMail() {
            return writes.stream()
                    .map(PlannedWrite::payload)
                    .filter(EmailPayload.class::isInstance)
                    .map(EmailPayload.class::cast)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }

        @Override
        public List<OutboundWrite> plan(String requestNumber, List<PlannedWrite> payloads) {
            writes.addAll(payloads);
            return List.of();
        }

        @Override
        public List<OutboundWrite> carryOut(String requestNumber, Set<WriteKind> needed, Set<WriteKind> welcome) {
            return List.of(new OutboundWrite(
                    "w-1",
                    requestNumber,
                    1,
                    WriteKind.EMAIL,
                    "ref-1",
                    "{}",
                    refuse ? WriteStatus.REJECTED : WriteStatus.DONE,
                    1,
                    null,
                    refuse ? "550 no such mailbox" : null,
                    Instant.EPOCH,
                    null));
        }

        @Override
        public List<OutboundWrite> unsettled(String requestNumber, Set<WriteKind> kinds) {
            return List.of();
        }

        @Override
        public List<OutboundWrite> ofRequest(String requestNumber) {
            return List.of();
        }

        @Override
        public Optional<OutboundWrite> findByReference(String reference) {
            return Optional.empty();
        }

        @Override
        public boolean takeBack(String requestNumber, Predicate<OutboundWrite> which, String reason) {
            writes.clear();
            takenBack.add(reason);
            return true;
        }

        @Override
        public boolean abandonUntried(String reference, String reason) {
            return false;
        }

        @Override
        public void resolve(String writeId, boolean retry, String reason) {}
    }

    /** Documents in memory, by id. */
    public static final class Documents implements DocumentStore {

        public final Map<String, String> statuses = new LinkedHashMap<>();

        @Override
        public String save(NewDocument document) {
            String id = "doc-" + (statuses.size() + 1);
            statuses.put(id, document.kind() + " " + document.status());
            return id;
        }

        @Override
        public Optional<StoredDocument> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<DocumentSummary> ofRequest(String requestNumber) {
            return List.of();
        }

        @Override
        public void markAs(String id, DocumentStatus status) {
            statuses.computeIfPresent(id, (key, before) -> before.split(" ", 2)[0] + " " + status);
        }
    }
}
