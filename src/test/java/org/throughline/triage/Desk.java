package org.throughline.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.automation.AutomationGate;
import org.throughline.automation.AutomationLevel;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.Carriers;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.InMemoryPartners;
import org.throughline.staff.Partners;
import org.throughline.triage.MessageText.AttachmentText;
import org.throughline.triage.suggest.Suggesters;

/** Triage as the practice agency has it: its book, its carriers, its partner and its automation levels. */
final class Desk {

    private static final Map<String, AutomationLevel> LEVELS = Map.of(
            "CERT_LIABILITY", AutomationLevel.STRAIGHT_THROUGH,
            "DOWNLOAD_EXCEPTION", AutomationLevel.STRAIGHT_THROUGH,
            "NOT_WORK", AutomationLevel.STRAIGHT_THROUGH);

    private static final Suggesters SUGGESTERS = new Suggesters();

    private final RuleMessageReader reader;
    private final Triage triage;

    Desk() {
        AgencyProfile agency = agency();
        Carriers carriers = carriers();
        Partners partners = InMemoryPartners.ofPracticeAgency();
        Lexicon lexicon = new Lexicon();
        reader = new RuleMessageReader(
                new TopicReader(
                        lexicon,
                        SUGGESTERS,
                        new FurtherTopics(lexicon, new FurtherCandidates(SUGGESTERS, new FurtherJudge()))),
                new SenderIdentifier(new PracticeBookIndex(), agency, carriers),
                new WarningSigns(agency, carriers),
                agency);
        triage = new Triage(
                reader,
                new FileDecisions(),
                (facts, workType, classification) -> RoutingFacts.with(
                        facts,
                        workType,
                        classification,
                        new AutomationGate.Standing(LEVELS.getOrDefault(workType, AutomationLevel.APPROVE_ALL), null),
                        RoutingFacts.partnerQueue(partners, facts, workType)));
    }

    Triage triage() {
        return triage;
    }

    Understanding read(MessageText message) {
        return reader.read(message);
    }

    Understanding read(MessageText message, String chosenClient) {
        return reader.read(message, chosenClient);
    }

    Triage.Outlook look(MessageText message) {
        return triage.look(message);
    }

    /** An e-mail with a subject and a body, received on a Monday morning. */
    static MessageText mail(String from, String subject, String body, AttachmentText... attachments) {
        return new MessageText(
                "EMAIL",
                from,
                from,
                subject,
                body,
                "",
                List.of(attachments),
                false,
                false,
                OffsetDateTime.parse("2026-11-16T09:00:00-06:00").toInstant(),
                null);
    }

    /** A sample item as the intake hands it over. */
    static MessageText sample(JsonNode item) {
        String from = item.get("from").asText();
        int angle = from.indexOf('<');
        boolean address = from.contains("@");
        List<AttachmentText> attachments = new ArrayList<>();
        for (JsonNode attachment : item.get("attachments")) {
            attachments.add(new AttachmentText(
                    attachment.get("filename").asText(),
                    attachment.path("contentType").asText(""),
                    attachment.path("text").isTextual() ? attachment.get("text").asText() : ""));
        }
        String phone = from.startsWith("+") ? from : "";
        return new MessageText(
                item.get("channel").asText(),
                angle > 0 ? from.substring(0, angle).strip() : from,
                address ? from.substring(angle + 1).replace(">", "").toLowerCase(Locale.ROOT) : phone,
                item.get("subject").asText(),
                item.get("body").asText(),
                "",
                attachments,
                item.path("headers").path("autoSubmitted").asText("").startsWith("auto-replied"),
                item.path("headers").has("inReplyTo"),
                OffsetDateTime.parse(item.get("receivedAt").asText()).toInstant(),
                null);
    }

    private static Carriers carriers() {
        List<String> domains = List.of(
                "bluemesa.example",
                "lakeshorenational.example",
                "pinecrest-specialty.example",
                "summitridge.example",
                "keystoneharbor.example",
                "copperline.example",
                "crestway.example");
        return new Carriers(List.of(new Carrier("ALL", "All carriers", "", "", domains, List.of())));
    }

    private static AgencyProfile agency() {
        return new Agency(
                "harborline",
                "Harborline Insurance Agency, LLC",
                "Harborline Insurance",
                new AgencyProfile.PostalAddress("1800 Harbor Loop", null, "Houston", "TX", "77002"),
                "(713) 555-0100",
                null,
                "TX-2200417",
                ZoneId.of("America/Chicago"),
                Map.of(DayOfWeek.MONDAY, "08:00-17:30"),
                new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", URI.create("sign.png")),
                "service@harborline.example");
    }
}
