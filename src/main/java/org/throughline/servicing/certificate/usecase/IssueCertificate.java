package org.throughline.servicing.certificate.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsCertificatePayload;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsSystem;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.DocumentStatus;
import org.throughline.documents.DocumentStore.NewDocument;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.HolderAddress;
import org.throughline.servicing.certificate.usecase.CertificateFile.Status;

/**
 * Issues a certificate: prints it, stores it, and plans its mail and its records in the agency management system, all in
 * one transaction. A version is issued once, however often this runs.
 */
@Service
public class IssueCertificate {

    private final Certificates certificates;
    private final CertificatePrinter printer;
    private final DocumentStore documents;
    private final OutboundLedger ledger;
    private final CertificateMail mail;
    private final CertificateAutomation automation;
    private final AmsSystem ams;

    IssueCertificate(
            Certificates certificates,
            CertificatePrinter printer,
            DocumentStore documents,
            OutboundLedger ledger,
            CertificateMail mail,
            CertificateAutomation automation,
            AmsSystem ams) {
        this.certificates = certificates;
        this.printer = printer;
        this.documents = documents;
        this.ledger = ledger;
        this.mail = mail;
        this.automation = automation;
        this.ams = ams;
    }

    /** Issues the request's latest version and returns the id of its document. */
    @Transactional
    public String issue(String requestNumber, MailThread thread) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        if (file.status() == Status.ISSUED && file.documentId() != null) {
            return file.documentId();
        }
        if (file.documentId() != null) {
            documents.markAs(file.documentId(), DocumentStatus.SUPERSEDED);
        }
        supersedeEarlier(file);
        String filename = file.chosen().filePrefix() + "-" + requestNumber + "-v" + file.version() + ".pdf";
        String document = documents.save(new NewDocument(
                requestNumber,
                "CERTIFICATE",
                filename,
                "application/pdf",
                printer.print(Objects.requireNonNull(file.certificate()), false),
                DocumentStatus.CURRENT,
                Optional.ofNullable(file.approval())
                        .map(CertificateFile.Approval::userId)
                        .orElse(null)));
        CertificateFile issued = file.with(Status.ISSUED, document);
        ledger.plan(requestNumber, writes(issued, thread, document, filename));
        certificates.update(issued);
        if (issued.approval() != null) {
            automation.issuedBy(issued, issued.approval().userId());
        }
        return document;
    }

    private void supersedeEarlier(CertificateFile file) {
        if (file.version() > 1) {
            certificates.ofRequest(file.requestNumber()).stream()
                    .filter(earlier -> earlier.version() < file.version() && earlier.status() == Status.ISSUED)
                    .forEach(earlier -> {
                        if (earlier.documentId() != null) {
                            documents.markAs(earlier.documentId(), DocumentStatus.SUPERSEDED);
                        }
                        certificates.update(earlier.with(Status.SUPERSEDED, earlier.documentId()));
                    });
        }
    }

    private List<PlannedWrite> writes(CertificateFile file, MailThread thread, String document, String filename) {
        Client client = Objects.requireNonNull(file.client());
        Certificate certificate = Objects.requireNonNull(file.certificate());
        List<String> numbers = certificate.coverages().stream()
                .map(Coverage::policyNumber)
                .distinct()
                .toList();
        String policies = String.join(", ", numbers);
        Asked.Shown shown = file.asked().shown();
        boolean evidence = file.chosen().evidence();
        String policyId =
                evidence ? policyIds(file, numbers).stream().findFirst().orElse(null) : null;
        List<PlannedWrite> writes = new ArrayList<>();
        writes.add(new PlannedWrite(WriteKind.EMAIL, mail.write("certificate", file, thread, "", document)));
        writes.add(new PlannedWrite(
                WriteKind.AMS_DOCUMENT, new AmsDocumentPayload(client.id(), policyId, document, filename)));
        if (!evidence) {
            AmsCertificatePayload record = record(file, client, certificate, numbers);
            writes.add(
                    ams.can(AmsCapability.CERTIFICATE_RECORD)
                            ? new PlannedWrite(WriteKind.AMS_CERTIFICATE, record)
                            : new PlannedWrite(WriteKind.AMS_TASK, taskToRecord(record, certificate)));
        }
        writes.add(new PlannedWrite(
                WriteKind.AMS_NOTE,
                new AmsNotePayload(
                        client.id(),
                        policyId,
                        (evidence ? "Evidence" : "Certificate") + " issued: " + shown.holderName(),
                        sentence(file, certificate) + " issued to " + shown.holderName() + " and e-mailed to "
                                + shown.deliverTo() + ". Policies shown: " + policies + ". " + decidedBy(file))));
        return List.copyOf(writes);
    }

    private static String sentence(CertificateFile file, Certificate certificate) {
        String words = file.chosen().words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " " + certificate.number();
    }

    private static List<String> policyIds(CertificateFile file, List<String> numbers) {
        return file.policies().stream()
                .filter(policy -> numbers.contains(policy.number()))
                .map(Policy::id)
                .distinct()
                .toList();
    }

    /** A record of a certificate has a holder; a lender that gets evidence stands on the policy itself. */
    private static AmsCertificatePayload record(
            CertificateFile file, Client client, Certificate certificate, List<String> numbers) {
        Asked.Shown shown = file.asked().shown();
        Client.Address address = HolderAddress.parse(shown.holderAddress())
                .map(parsed -> new Client.Address(
                        parsed.line1(), parsed.line2(), parsed.city(), parsed.state(), parsed.postalCode()))
                .orElse(null);
        return new AmsCertificatePayload(
                client.id(),
                client.displayName(),
                CertificateMail.insuredAddress(file).orElse(""),
                policyIds(file, numbers),
                numbers,
                certificate.coverages().stream().map(Coverage::line).toList(),
                shown.holderName(),
                address,
                certificate.coverages().stream().anyMatch(Coverage::additionalInsured),
                certificate.coverages().stream().anyMatch(Coverage::subrogationWaived),
                certificate.description().lines().collect(Collectors.joining(" ")));
    }

    /** Where the system takes no certificate records from outside, staff are asked to make one there. */
    private AmsTaskPayload taskToRecord(AmsCertificatePayload record, Certificate certificate) {
        Client.Address address = record.holderAddress();
        String street = address == null
                ? ""
                : ", " + address.line1() + (address.line2() == null ? "" : ", " + address.line2()) + ", "
                        + address.city() + ", " + address.state() + " " + address.postalCode();
        String wording = (record.additionalInsured() ? " Additional insured." : "")
                + (record.waiverOfSubrogation() ? " Waiver of subrogation." : "");
        return new AmsTaskPayload(
                record.clientId(),
                record.policyNumbers().stream().findFirst().orElse(null),
                "Record certificate holder: " + record.holderName(),
                "Certificate " + certificate.number() + " was issued and sent. " + ams.name()
                        + " takes no certificate record from outside; add the holder there: " + record.holderName()
                        + street + ". Policies: " + String.join(", ", record.policyNumbers()) + "." + wording,
                null,
                null);
    }

    private static String decidedBy(CertificateFile file) {
        CertificateFile.Approval approval = file.approval();
        if (approval == null) {
            return "Every check passed; issued automatically.";
        }
        String note = approval.note().isBlank() ? "" : " Note: " + approval.note();
        return "Approved by " + approval.userId() + "." + note;
    }
}
