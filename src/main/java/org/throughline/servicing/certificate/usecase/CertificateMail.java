package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.platform.mail.Letters;
import org.throughline.platform.mail.Letters.Letter;

/** Writes the mails about a certificate: to the holder, with a copy to the insured's address on file. */
@Component
class CertificateMail {

    private final Letters letters;
    private final AgencyProfile agency;

    CertificateMail(Letters letters, AgencyProfile agency) {
        this.letters = letters;
        this.agency = agency;
    }

    EmailPayload write(
            String letter, CertificateFile file, MailThread thread, String reason, @Nullable String documentId) {
        String insured = file.client() == null ? "the insured" : file.client().displayName();
        Letter text = letters.write(
                letter,
                Map.of(
                        "subject", withoutReplyMarks(thread.subject()),
                        "document", file.chosen().words(),
                        "number", file.requestNumber(),
                        "insured", insured,
                        "holder", file.asked().shown().holderName(),
                        "version", Integer.toString(file.version()),
                        "reason", reason,
                        "agency", agency.tradeName(),
                        "phone", agency.phone()));
        List<String> to = WordingItem.words(file.asked().shown().deliverTo());
        List<String> copies = insuredAddress(file)
                .filter(address -> to.stream().noneMatch(address::equalsIgnoreCase))
                .map(List::of)
                .orElse(List.of());
        String original = thread.originalMessageId();
        return new EmailPayload(
                to,
                copies,
                text.subject(),
                text.text(),
                original,
                original == null ? List.of() : List.of(original),
                documentId == null ? List.of() : List.of(documentId),
                false);
    }

    /** The requester's address where it is on file, else that of the first contact who may ask in the client's name. */
    static Optional<String> insuredAddress(CertificateFile file) {
        Client client = file.client();
        if (client == null) {
            return Optional.empty();
        }
        List<String> authorized = addresses(client, true);
        String requester = file.asked().requester().address();
        return authorized.stream()
                .filter(requester::equalsIgnoreCase)
                .findFirst()
                .or(() -> authorized.stream().findFirst())
                .or(() -> addresses(client, false).stream().findFirst());
    }

    private static List<String> addresses(Client client, boolean authorized) {
        return client.contacts().stream()
                .filter(contact -> !authorized || contact.authorized())
                .map(ClientContact::email)
                .filter(Objects::nonNull)
                .filter(address -> !address.isBlank())
                .toList();
    }

    private static String withoutReplyMarks(@Nullable String subject) {
        return subject == null || subject.isBlank()
                ? "Certificate of insurance"
                : subject.strip().replaceAll("\\s+", " ").replaceFirst("(?i)^((re|fw|fwd)\\s*:\\s*)+", "");
    }
}
