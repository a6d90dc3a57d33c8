package org.throughline.intake.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.intake.portal.PortalAccess.Visit;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.mail.EmailChannel;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.platform.mail.Letters;
import org.throughline.platform.mail.Letters.Letter;

/**
 * E-mails a code. It is the one mail that does not go through the ledger: there its text, and so the code, would stand for
 * good. A code that was lost on the way is simply asked for again.
 */
@Component
class CodeMail {

    private final EmailChannel channel;
    private final Letters letters;
    private final AgencyProfile agency;
    private final PortalProperties properties;
    private final ObjectMapper json;
    private final Clock clock;

    CodeMail(
            EmailChannel channel,
            Letters letters,
            AgencyProfile agency,
            PortalProperties properties,
            ObjectMapper json,
            Clock clock) {
        this.channel = channel;
        this.letters = letters;
        this.agency = agency;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    void send(Visit visit, String code) {
        Letter letter = letters.write(
                "portal-code",
                Map.of(
                        "code", code,
                        "number", visit.requestNumber(),
                        "minutes", String.valueOf(properties.codeLifetime().toMinutes()),
                        "agency", agency.tradeName(),
                        "phone", agency.phone()));
        String id = UUID.randomUUID().toString();
        channel.perform(new OutboundWrite(
                id,
                visit.requestNumber(),
                0,
                WriteKind.EMAIL,
                "portal-" + id,
                payload(new EmailPayload(
                        List.of(visit.address()),
                        List.of(),
                        letter.subject(),
                        letter.text(),
                        null,
                        List.of(),
                        List.of(),
                        true)),
                WriteStatus.PLANNED,
                0,
                null,
                null,
                clock.instant(),
                null));
    }

    private String payload(EmailPayload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A mail can be written as JSON", impossible);
        }
    }
}
