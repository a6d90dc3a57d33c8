package org.throughline.servicing.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Submission;
import org.throughline.documents.DocumentStore;
import org.throughline.documents.DocumentStore.NewDocument;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.platform.mail.Letters;
import org.throughline.platform.mail.Letters.Letter;
import org.throughline.platform.vendor.VendorRejected;

/** Writes to a carrier's service desk: the request with its form attached, and the reminder of it. */
@Component
class CarrierMail {

    private final Letters letters;
    private final Carriers carriers;
    private final RequestForm form;
    private final DocumentStore documents;
    private final AgencyProfile agency;

    CarrierMail(Letters letters, Carriers carriers, RequestForm form, DocumentStore documents, AgencyProfile agency) {
        this.letters = letters;
        this.carriers = carriers;
        this.form = form;
        this.documents = documents;
        this.agency = agency;
    }

    /** The mail that submits; its form is stored with the request's documents. */
    EmailPayload request(String requestNumber, Submission submission) {
        String document = documents.save(new NewDocument(
                requestNumber,
                "CARRIER_REQUEST",
                "Request to " + submission.carrier() + " " + submission.policyNumber() + ".pdf",
                "application/pdf",
                form.print(requestNumber, submission)));
        return mail("carrier-request", requestNumber, submission, null, List.of(document));
    }

    /** @param messageId Message-ID of the mail that submitted */
    EmailPayload reminder(CarrierSubmission submission, @Nullable String messageId) {
        return mail("carrier-reminder", submission.requestNumber(), submission.submission(), messageId, List.of());
    }

    /** @param messageId Message-ID of the mail that submitted; null where it went on another way */
    EmailPayload disregard(CarrierSubmission submission, @Nullable String messageId) {
        return mail("carrier-disregard", submission.requestNumber(), submission.submission(), messageId, List.of());
    }

    /** True where a desk is known that reads mail. */
    boolean hasDesk(Submission submission) {
        return carriers.byCode(submission.carrier())
                .map(Carrier::desk)
                .filter(desk -> !desk.isBlank())
                .isPresent();
    }

    private EmailPayload mail(
            String name,
            String requestNumber,
            Submission submission,
            @Nullable String messageId,
            List<String> attached) {
        Letter letter = letters.write(
                name,
                Map.of(
                        "number", requestNumber,
                        "operation", SubmissionWords.operation(submission.operation()),
                        "policy", submission.policyNumber(),
                        "insured", submission.insured(),
                        "details", SubmissionWords.block(requestNumber, submission),
                        "agency", agency.tradeName(),
                        "phone", agency.phone()));
        return new EmailPayload(
                List.of(desk(submission)),
                List.of(),
                letter.subject(),
                letter.text(),
                messageId,
                messageId == null ? List.of() : List.of(messageId),
                attached,
                false);
    }

    private String desk(Submission submission) {
        return carriers.byCode(submission.carrier())
                .map(Carrier::desk)
                .filter(desk -> !desk.isBlank())
                .orElseThrow(() -> new VendorRejected("No e-mail address of a service desk is known for "
                        + submission.carrier() + ". Add it to the carriers, or have the table Carrier channel name"
                        + " another channel."));
    }
}
