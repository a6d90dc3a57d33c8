package org.throughline.intake.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;
import org.throughline.intake.ItemState;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Receipt;
import org.throughline.intake.mail.AttachmentReader;
import org.throughline.platform.AgencyProfile;

/** Hands what came in by the page to the intake, and tells the browser that sent it what became of it. */
@Component
public class PortalSubmissions {

    /** Says that nobody has proven to be the sender: the address was typed into a page that is open to all. */
    public static final String UNVERIFIED_SENDER = "UNVERIFIED_SENDER";

    private final InboundItems items;
    private final PortalTickets tickets;
    private final PortalProperties properties;
    private final AgencyProfile agency;
    private final Secrets secrets;
    private final ObjectMapper json;
    private final Clock clock;

    PortalSubmissions(
            InboundItems items,
            PortalTickets tickets,
            PortalProperties properties,
            AgencyProfile agency,
            Secrets secrets,
            ObjectMapper json,
            Clock clock) {
        this.items = items;
        this.tickets = tickets;
        this.properties = properties;
        this.agency = agency;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /** What was sent, and the token by which its sender may ask for it. */
    public record Sent(String itemId, String token) {}

    /** What became of something sent; without requests either its process or a person is still at it. */
    public record Progress(List<String> requests, boolean withAPerson) {}

    /** Stores the submission, once however often it is sent, and returns when that has been committed. */
    public Sent send(ServiceAsk ask, List<AttachmentReader.Read> files) {
        Receipt receipt = items.accept(item(ask, files));
        String token = secrets.token();
        tickets.keep(
                Secrets.hash(token), receipt.inboundItemId(), clock.instant().plus(properties.ticketLifetime()));
        return new Sent(receipt.inboundItemId(), token);
    }

    /** What became of an item; empty where the token is not one for it. */
    public Optional<Progress> progress(String itemId, String token) {
        return tickets.itemOf(Secrets.hash(token), clock.instant())
                .filter(itemId::equals)
                .flatMap(items::find)
                .map(this::progress);
    }

    private Progress progress(InboundItem item) {
        List<String> requests = items.requestsOf(item.id());
        return new Progress(requests, requests.isEmpty() && item.state() != ItemState.RECEIVED);
    }

    private NewItem item(ServiceAsk ask, List<AttachmentReader.Read> files) {
        Instant now = clock.instant();
        List<NewAttachment> attachments =
                files.stream().map(AttachmentReader.Read::attachment).toList();
        Set<String> flags = new LinkedHashSet<>(List.of(UNVERIFIED_SENDER));
        files.forEach(file -> flags.addAll(file.flags()));
        byte[] original = original(ask, attachments);
        return new NewItem(
                Channel.PORTAL,
                "portal:" + ask.submissionId() + ":" + Secrets.hash(new String(original, UTF_8)),
                now,
                ask.name() + " <" + ask.email() + ">",
                ask.email(),
                agency.serviceMailbox(),
                AskText.subject(ask),
                AskText.body(ask),
                "",
                "",
                null,
                List.of(),
                false,
                List.copyOf(flags),
                null,
                attachments,
                "application/json",
                Content.of(original));
    }

    private static Map<String, Object> fileOf(NewAttachment file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("filename", file.filename());
        fields.put("sha256", file.sha256());
        return fields;
    }

    /** The fields as they were typed; of the files only what identifies them, their bytes stand beside it. */
    private byte[] original(ServiceAsk ask, List<NewAttachment> attachments) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("submissionId", ask.submissionId());
        fields.put("name", ask.name());
        fields.put("email", ask.email());
        fields.put("phone", ask.phone());
        fields.put("policyNumber", ask.policyNumber());
        fields.put("kind", ask.kind().map(Enum::name).orElse(""));
        fields.put("text", ask.text());
        fields.put("neededBy", ask.neededBy() == null ? "" : String.valueOf(ask.neededBy()));
        List<Map<String, Object>> files = new ArrayList<>();
        attachments.forEach(file -> files.add(fileOf(file)));
        fields.put("files", files);
        try {
            return json.writeValueAsBytes(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can be written as JSON", impossible);
        }
    }
}
