package org.throughline.intake.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItem;
import org.throughline.intake.Threads;
import org.throughline.platform.AgencyProfile;

/** Threads by Message-ID against the ledger's references and earlier items, then by the number in the subject. */
@Component
class JdbcThreads implements Threads {

    private static final int MOST_REFERENCES = 50;
    private static final Pattern NUMBER = Pattern.compile("(?i)\\bSR-\\d{4}-\\d{6}\\b");

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcThreads(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public Optional<String> requestOf(InboundItem item) {
        List<String> answered = answered(item);
        return ofOurMessages(answered, "SR-%")
                .or(() -> ofEarlierItems(answered, item.id()))
                .or(() -> in(item.subject()));
    }

    @Override
    public boolean isReply(InboundItem item) {
        return requestOf(item).isPresent();
    }

    /** A reference of the ledger begins with the number of its request. */
    @Override
    public Optional<String> named(InboundItem item) {
        return in(item.subject() + "\n" + item.body());
    }

    /** The message answered first, then its thread from the newest back. */
    private static List<String> answered(InboundItem item) {
        List<String> ids = new ArrayList<>();
        String inReplyTo = item.inReplyTo();
        if (inReplyTo != null) {
            ids.add(inReplyTo);
        }
        List<String> thread = new ArrayList<>(item.references());
        Collections.reverse(thread);
        ids.addAll(thread);
        return ids.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    @Override
    public Optional<String> itemOf(InboundItem item) {
        return ofOurMessages(answered(item), "IN-%");
    }

    private Optional<String> ofOurMessages(List<String> ids, String numbers) {
        String ourDomain =
                agency.serviceMailbox().substring(agency.serviceMailbox().indexOf('@')) + ">";
        List<String> references = ids.stream()
                .filter(id -> id.startsWith("<") && id.endsWith(ourDomain))
                .map(id -> id.substring(1, id.length() - ourDomain.length()))
                .toList();
        if (references.isEmpty()) {
            return Optional.empty();
        }
        record Sent(String reference, String request) {}
        List<Sent> sent = jdbc.sql("select reference, request_number from outbound_write where tenant_id = :tenant"
                        + " and reference in (:references) and request_number like :numbers")
                .param("tenant", agency.tenant())
                .param("references", references)
                .param("numbers", numbers)
                .query((row, number) -> new Sent(row.getString(1), row.getString(2)))
                .list();
        return references.stream()
                .flatMap(
                        reference -> sent.stream().filter(row -> row.reference().equals(reference)))
                .map(Sent::request)
                .findFirst();
    }

    private Optional<String> ofEarlierItems(List<String> ids, String itemId) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        record Earlier(String messageId, String request) {}
        List<Earlier> earlier = jdbc.sql("select i.external_id, r.request_number from inbound_item i"
                        + " join inbound_item_request r on r.item_id = i.id"
                        + " where i.tenant_id = :tenant and i.external_id in (:ids) and i.id <> :item"
                        + " order by r.linked_at desc, r.request_number desc")
                .param("tenant", agency.tenant())
                .param("ids", ids)
                .param("item", itemId)
                .query((row, number) -> new Earlier(row.getString(1), row.getString(2)))
                .list();
        return ids.stream()
                .flatMap(id -> earlier.stream().filter(row -> row.messageId().equals(id)))
                .map(Earlier::request)
                .findFirst();
    }

    private Optional<String> in(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return Optional.empty();
        }
        return jdbc.sql("select request_number from inbound_item_request where tenant_id = ? and request_number = ?"
                        + " fetch first 1 rows only")
                .params(agency.tenant(), number.group().toUpperCase(java.util.Locale.ROOT))
                .query(String.class)
                .optional();
    }
}
