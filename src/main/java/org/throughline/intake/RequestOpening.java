package org.throughline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.carrier.Carriers;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.platform.mail.UndeliveredMail;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.Entities;
import org.throughline.triage.FurtherAsks;
import org.throughline.triage.FurtherAsks.Ask;
import org.throughline.triage.Identity;
import org.throughline.triage.LenderAsk;
import org.throughline.triage.RoutingFacts;
import org.throughline.triage.Triage;
import org.throughline.triage.Understanding;

/** Turns an understood item into a service request: chooses what becomes a variable and what is only a fact. */
@Component
public class RequestOpening {

    private static final Set<String> NEVER_ANSWERED_BY_MACHINE =
            Set.of("NO_AUTO_REPLY", "AUTO_REPLY", "SPAM", "PHISHING", "QUARANTINE", DeliveryFailure.FLAG);

    private static final Set<String> PROPERTY_WORK = Set.of("CERT_PROPERTY", "EVIDENCE_PROPERTY");

    private static final String CONTACT_UPDATE = "CONTACT_UPDATE";

    private static final List<ProcessVariable<String>> WRITTEN_BY_SENDERS = List.of(
            RequestVariables.SUBJECT,
            RequestVariables.ASK_TEXT,
            RequestVariables.SENDER_NAME,
            RequestVariables.INSURED_NAME,
            RequestVariables.POLICY_NUMBERS,
            RequestVariables.HOLDER_NAME,
            RequestVariables.HOLDER_ADDRESS,
            RequestVariables.PROPERTY_LOCATION,
            RequestVariables.LOAN_NUMBER);

    private final ItemReading reading;
    private final InboundItems items;
    private final ServiceRequests requests;
    private final RoutingFacts routingFacts;
    private final Triage triage;
    private final FurtherAsks furtherAsks;
    private final Carriers carriers;
    private final AgencyProfile agency;
    private final List<UndeliveredMail> undelivered;

    public RequestOpening(
            ItemReading reading,
            InboundItems items,
            ServiceRequests requests,
            RoutingFacts routingFacts,
            Triage triage,
            FurtherAsks furtherAsks,
            Carriers carriers,
            AgencyProfile agency,
            List<UndeliveredMail> undelivered) {
        this.reading = reading;
        this.items = items;
        this.requests = requests;
        this.routingFacts = routingFacts;
        this.triage = triage;
        this.furtherAsks = furtherAsks;
        this.carriers = carriers;
        this.agency = agency;
        this.undelivered = undelivered;
    }

    /** What work the item was found to be, by a decision or by a person. */
    public record Classified(String workType, double confidence, String classification) {}

    /**
     * Opens one of the requests of an item in the current transaction, links the item to it and returns its number.
     *
     * @param main what the item was found to be
     * @param asks work types that the item opens a request for, the main one first
     * @param which index in them of the request to open now
     * @param read what was understood of the item; empty where that has to be read again
     */
    public String open(String itemId, Classified main, List<String> asks, int which, Optional<Understanding> read) {
        InboundItem item = reading.item(itemId);
        Understanding understanding = read.orElseGet(() -> reading.understand(item));
        return which == 0
                ? openMain(item, main, asks, understanding)
                : openFurther(item, asks.get(which), main.workType(), understanding);
    }

    private String openMain(InboundItem item, Classified work, List<String> asks, Understanding understanding) {
        Map<String, Object> variables = variables(item, work, understanding);
        List<String> noted = new ArrayList<>(triage.furtherWorkTypes(understanding, work.workType()));
        noted.removeAll(asks);
        RequestVariables.SECONDARY_WORK_TYPES.put(variables, String.join(",", noted));
        RequestVariables.MISSING.put(variables, String.join(",", understanding.missing()));
        RequestVariables.QUESTION.put(variables, question(understanding.missing()));
        String number = started(item, variables, work, understanding);
        items.routed(item, work.workType(), work.confidence(), understanding.flags());
        return number;
    }

    /** A further thing asked for is only ever suggested, so that a person looks at it; what the main work misses it need not. */
    private String openFurther(InboundItem item, String workType, String mainWorkType, Understanding understanding) {
        Optional<Ask> ask = furtherAsks.of(understanding, mainWorkType).stream()
                .filter(one -> one.workType().equals(workType))
                .findFirst();
        Classified work = new Classified(workType, ask.map(Ask::confidence).orElse(0.0), "SUGGEST");
        Map<String, Object> variables = variables(item, work, understanding);
        ask.ifPresent(one -> RequestVariables.ASK_TEXT.put(variables, reading.words(item, one.start(), one.end())));
        RequestVariables.MISSING.put(variables, "");
        return started(item, variables, work, understanding);
    }

    private String started(
            InboundItem item, Map<String, Object> variables, Classified work, Understanding understanding) {
        mask(variables);
        String number = requests.open(
                variables, routingFacts.of(understanding.facts(), work.workType(), work.classification()));
        link(item.id(), number);
        return number;
    }

    /** Gives an item to the request it belongs to; a mail that came back is taken up by whoever sent it. */
    public void attach(String itemId, String requestNumber, boolean answerPossible) {
        link(itemId, requestNumber);
        items.mark(itemId, ItemState.ROUTED, null);
        InboundItem item = reading.item(itemId);
        boolean returned = DeliveryFailure.isReportedBy(item);
        boolean takenUp = returned
                && undelivered.stream().anyMatch(mail -> mail.bounced(requestNumber, shortened(item.body(), 1000)));
        if (answerPossible || (returned && !takenUp)) {
            boolean fromCarrier = carriers.byAddress(item.senderAddress()).isPresent();
            requests.messageReceived(requestNumber, itemId, fromCarrier);
        }
    }

    /** Gives an answer to the item in triage that it is about; it joins whatever request that item joins. */
    public void answer(String itemId, String waitingItemId) {
        items.answers(itemId, waitingItemId);
        items.mark(itemId, ItemState.ROUTED, "It answers our question about " + waitingItemId + ".");
    }

    private void link(String itemId, String number) {
        items.link(itemId, number);
        items.answersTo(itemId).forEach(answer -> items.link(answer.id(), number));
    }

    private Map<String, Object> variables(InboundItem item, Classified work, Understanding understanding) {
        Map<String, Object> variables = new HashMap<>();
        putItem(variables, item, work, understanding);
        putIdentity(variables, understanding.identity());
        putEntities(variables, understanding.entities());
        if (PROPERTY_WORK.contains(work.workType())) {
            putProperty(variables, understanding.entities());
        }
        if (CONTACT_UPDATE.equals(work.workType())) {
            NewContactValue.of(understanding.entities(), item.senderAddress()).ifPresent(found -> found.put(variables));
        }
        return variables;
    }

    /** Takes sensitive numbers out of what the sender wrote; ids and addresses are ours or the mail system's. */
    private static void mask(Map<String, Object> variables) {
        WRITTEN_BY_SENDERS.forEach(variable ->
                variables.computeIfPresent(variable.name(), (name, value) -> SensitiveNumbers.mask(value.toString())));
    }

    private void putItem(
            Map<String, Object> variables, InboundItem item, Classified work, Understanding understanding) {
        boolean mail = item.channel() == Channel.EMAIL && item.senderAddress().contains("@");
        boolean answered = mail
                || (item.channel() == Channel.PORTAL && item.senderAddress().contains("@"));
        RequestVariables.INBOUND_ITEM_ID.put(variables, item.id());
        RequestVariables.CHANNEL.put(variables, item.channel().name());
        RequestVariables.SUBJECT.put(variables, shortened(item.subject(), 300));
        RequestVariables.SENDER_NAME.put(variables, shortened(Senders.name(item.sender()), 200));
        RequestVariables.SENDER_ADDRESS.put(variables, item.senderAddress());
        RequestVariables.REPLY_TO.put(variables, answered ? item.senderAddress() : "");
        RequestVariables.ORIGINAL_MESSAGE_ID.put(variables, mail ? item.externalId() : null);
        RequestVariables.WORK_TYPE.put(variables, work.workType());
        RequestVariables.CONFIDENCE.put(variables, work.confidence());
        RequestVariables.CLASSIFICATION.put(variables, work.classification());
        RequestVariables.FLAGS.put(variables, String.join(",", understanding.flags()));
        RequestVariables.STATUS.put(variables, "NEW");
        RequestVariables.ACKNOWLEDGE.put(
                variables,
                answered
                        && !"NOT_WORK".equals(work.workType())
                        && understanding.flags().stream().noneMatch(NEVER_ANSWERED_BY_MACHINE::contains));
    }

    private static void putIdentity(Map<String, Object> variables, Identity identity) {
        RequestVariables.SENDER_ROLE.put(variables, identity.senderRole().name());
        RequestVariables.CLIENT_ID.put(variables, orEmpty(identity.clientId()));
        RequestVariables.CLIENT_NAME.put(variables, orEmpty(identity.clientName()));
        RequestVariables.POLICY_NUMBERS.put(variables, String.join(",", identity.policyNumbers()));
        RequestVariables.STATE.put(variables, orEmpty(identity.state()));
        RequestVariables.LINE_OF_BUSINESS.put(
                variables, identity.lines().isEmpty() ? "" : identity.lines().get(0));
    }

    private void putEntities(Map<String, Object> variables, Entities entities) {
        RequestVariables.INSURED_NAME.put(variables, entities.insuredName());
        RequestVariables.HOLDER_NAME.put(variables, entities.holderName());
        RequestVariables.HOLDER_ADDRESS.put(variables, entities.holderAddress());
        RequestVariables.DELIVER_TO.put(variables, entities.deliverTo());
        putList(variables, RequestVariables.LINES_REQUESTED, entities.linesRequested());
        putList(variables, RequestVariables.WORDING, entities.wording());
        RequestVariables.REQUIRED_LIMITS.put(
                variables,
                entities.requiredLimits().isEmpty()
                        ? null
                        : entities.requiredLimits().entrySet().stream()
                                .map(limit -> limit.getKey() + "=" + limit.getValue())
                                .sorted()
                                .collect(Collectors.joining(";")));
        RequestVariables.NEEDED_BY.put(variables, startOfDay(entities.neededBy()));
        RequestVariables.HARD_DATE.put(variables, startOfDay(entities.hardDate()));
    }

    /** A lender who is named is the holder where no other is. */
    private static void putProperty(Map<String, Object> variables, Entities entities) {
        LenderAsk lender = entities.lender();
        if (entities.holderName() == null) {
            RequestVariables.HOLDER_NAME.put(variables, lender.name());
            RequestVariables.HOLDER_ADDRESS.put(variables, lender.address());
        }
        RequestVariables.PROPERTY_LOCATION.put(variables, lender.location());
        RequestVariables.LOAN_NUMBER.put(variables, lender.loanNumber());
        putList(variables, RequestVariables.LENDER_DEMANDS, lender.demands());
    }

    private static void putList(Map<String, Object> variables, ProcessVariable<String> variable, List<String> values) {
        variable.put(variables, values.isEmpty() ? null : String.join(",", values));
    }

    private @Nullable Date startOfDay(@Nullable LocalDate day) {
        return day == null
                ? null
                : Date.from(day.atStartOfDay(agency.timeZone()).toInstant());
    }

    private static @Nullable String question(List<String> missing) {
        return missing.isEmpty()
                ? null
                : missing.stream().map(field -> "- " + field).collect(Collectors.joining("\n"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
