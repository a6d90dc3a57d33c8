package org.throughline.intake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProcess;
import org.throughline.intake.ItemAttachment;
import org.throughline.intake.ItemState;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.intake.Receipt;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.NumberSeries;
import org.throughline.platform.Numbers;

/** Inbound items in {@code inbound_item} and its neighbors; originals and attachments are streamed, never held. */
@Component
class JdbcInboundItems implements InboundItems {

    private static final String COLUMNS = "id, channel, external_id, state, reason, sender, sender_address, recipient,"
            + " subject, body, quoted, forwarded, hidden, in_reply_to, thread_refs, auto_submitted, flags, work_type,"
            + " confidence, received_at, accepted_at";

    private static final int TURNS = 256;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Numbers numbers;
    private final AgencyProfile agency;
    private final Clock clock;
    private final ObjectProvider<IntakeProcess> process;
    private final RefusalLetter refusalLetter;

    JdbcInboundItems(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Numbers numbers,
            AgencyProfile agency,
            Clock clock,
            ObjectProvider<IntakeProcess> process,
            RefusalLetter refusalLetter) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        this.numbers = numbers;
        this.agency = agency;
        this.clock = clock;
        this.process = process;
        this.refusalLetter = refusalLetter;
    }

    @Override
    public Receipt accept(NewItem arrived, @Nullable String onRequest) {
        InboundItem item = stored(numbers.next(NumberSeries.IN), arrived);
        String key = DedupeKey.of(arrived);
        try {
            transaction.executeWithoutResult(status -> store(item, key, arrived, onRequest));
        } catch (DuplicateKeyException known) {
            return firstWith(key)
                    .map(first -> new Receipt(first, Receipt.Status.DUPLICATE, "It arrived before as " + first + "."))
                    .orElseThrow(() -> known);
        }
        return arrived.refusal() == null
                ? new Receipt(item.id(), Receipt.Status.ACCEPTED, null)
                : new Receipt(item.id(), Receipt.Status.REFUSED, arrived.refusal());
    }

    private void store(InboundItem item, String key, NewItem arrived, @Nullable String onRequest) {
        insert(item, key);
        template.update(
                "insert into inbound_original (item_id, tenant_id, content_type, content) values (?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, item.id());
                    statement.setString(2, agency.tenant());
                    statement.setString(3, Texts.column(arrived.originalType(), 200));
                    statement.setBinaryStream(
                            4, open(arrived.original()), arrived.original().size());
                });
        if (!arrived.attachments().isEmpty()) {
            insertAttachments(item.id(), arrived.attachments());
        }
        if (arrived.refusal() != null) {
            refusalLetter.plan(item);
        }
        process.ifAvailable(intake -> intake.itemReceived(item, onRequest));
    }

    private InboundItem stored(String id, NewItem arrived) {
        return new InboundItem(
                id,
                arrived.channel(),
                Texts.columnOrNull(arrived.externalId(), 500),
                arrived.refusal() == null ? ItemState.RECEIVED : ItemState.REFUSED,
                Texts.columnOrNull(arrived.refusal(), 1000),
                Texts.column(arrived.sender(), 500),
                Texts.column(arrived.senderAddress(), 320),
                Texts.column(arrived.recipient(), 320),
                Texts.column(arrived.subject(), 1000),
                Texts.clean(arrived.body()),
                Texts.clean(arrived.quoted()),
                Texts.clean(arrived.forwarded()),
                Texts.clean(arrived.hidden()),
                Texts.columnOrNull(arrived.inReplyTo(), 500),
                arrived.references().stream().map(Texts::clean).toList(),
                arrived.autoSubmitted(),
                Texts.flags(arrived.flags()),
                null,
                null,
                arrived.receivedAt(),
                clock.instant());
    }

    private void insert(InboundItem item, String key) {
        jdbc.sql("insert into inbound_item (id, tenant_id, dedupe_key, channel, external_id, state, reason, sender,"
                        + " sender_address, recipient, subject, body, quoted, forwarded, hidden, in_reply_to, thread_refs,"
                        + " auto_submitted, flags, received_at, accepted_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        item.id(),
                        agency.tenant(),
                        key,
                        item.channel().name(),
                        item.externalId(),
                        item.state().name(),
                        item.reason(),
                        item.sender(),
                        item.senderAddress(),
                        item.recipient(),
                        item.subject(),
                        item.body(),
                        item.quoted(),
                        item.forwarded(),
                        item.hidden(),
                        item.inReplyTo(),
                        String.join("\n", item.references()),
                        item.autoSubmitted(),
                        String.join(",", item.flags()),
                        at(item.receivedAt()),
                        at(item.acceptedAt())))
                .update();
    }

    private void insertAttachments(String itemId, List<NewAttachment> attachments) {
        template.batchUpdate(
                "insert into attachment (id, item_id, tenant_id, position, filename, declared_type, detected_type,"
                        + " size_bytes, sha256, acord_form, text_content, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        NewAttachment file = attachments.get(i);
                        row.setString(1, UUID.randomUUID().toString());
                        row.setString(2, itemId);
                        row.setString(3, agency.tenant());
                        row.setInt(4, i);
                        row.setString(5, Texts.column(file.filename(), 300));
                        row.setString(6, Texts.column(file.declaredType(), 200));
                        row.setString(7, Texts.column(file.detectedType(), 200));
                        row.setLong(8, file.content().size());
                        row.setString(9, file.sha256());
                        row.setString(10, file.acordForm());
                        row.setString(11, Texts.clean(file.text()));
                        row.setBinaryStream(
                                12, open(file.content()), file.content().size());
                    }

                    @Override
                    public int getBatchSize() {
                        return attachments.size();
                    }
                });
    }

    private Optional<String> firstWith(String key) {
        return jdbc.sql("select id from inbound_item where tenant_id = ? and dedupe_key = ?")
                .params(agency.tenant(), key)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<InboundItem> find(String itemId) {
        return jdbc.sql("select " + COLUMNS + " from inbound_item where tenant_id = ? and id = ?")
                .params(agency.tenant(), itemId)
                .query(JdbcInboundItems::item)
                .optional();
    }

    @Override
    public Optional<String> arrived(String externalId) {
        return firstWith(DedupeKey.ofId(externalId));
    }

    @Override
    public List<InboundItem> list(@Nullable ItemState state, int page, int size) {
        String where = state == null ? "" : " and state = ?";
        List<Object> params = new ArrayList<>(List.of(agency.tenant()));
        if (state != null) {
            params.add(state.name());
        }
        params.add((long) page * size);
        params.add(size);
        return jdbc.sql("select " + COLUMNS + " from inbound_item where tenant_id = ?" + where
                        + " order by accepted_at desc, id desc offset ? rows fetch next ? rows only")
                .params(params)
                .query(JdbcInboundItems::item)
                .list();
    }

    @Override
    public long count(@Nullable ItemState state) {
        List<Object> params = new ArrayList<>(List.of(agency.tenant()));
        if (state != null) {
            params.add(state.name());
        }
        return jdbc.sql("select count(*) from inbound_item where tenant_id = ?"
                        + (state == null ? "" : " and state = ?"))
                .params(params)
                .query(Long.class)
                .single();
    }

    @Override
    public void mark(String itemId, ItemState state, @Nullable String reason) {
        jdbc.sql("update inbound_item set state = ?, reason = coalesce(?, reason) where tenant_id = ? and id = ?")
                .params(Arrays.asList(state.name(), Texts.columnOrNull(reason, 1000), agency.tenant(), itemId))
                .update();
    }

    @Override
    public void routed(InboundItem item, String workType, double confidence, Collection<String> flags) {
        LinkedHashSet<String> all = new LinkedHashSet<>(item.flags());
        all.addAll(flags);
        jdbc.sql("update inbound_item set state = ?, work_type = ?, confidence = ?, flags = ?"
                        + " where tenant_id = ? and id = ?")
                .params(
                        ItemState.ROUTED.name(),
                        workType,
                        confidence,
                        String.join(",", Texts.flags(all)),
                        agency.tenant(),
                        item.id())
                .update();
    }

    @Override
    public void link(String itemId, String requestNumber) {
        jdbc.sql("insert into inbound_item_request (item_id, request_number, tenant_id, linked_at)"
                        + " select id, cast(? as varchar(20)), tenant_id, cast(? as timestamp with time zone)"
                        + " from inbound_item i where id = ? and tenant_id = ? and not exists"
                        + " (select 1 from inbound_item_request r where r.item_id = i.id and r.request_number = ?)")
                .params(requestNumber, at(clock.instant()), itemId, agency.tenant(), requestNumber)
                .update();
    }

    @Override
    public List<String> requestsOf(String itemId) {
        return jdbc.sql("select request_number from inbound_item_request where tenant_id = ? and item_id = ?"
                        + " order by linked_at, request_number")
                .params(agency.tenant(), itemId)
                .query(String.class)
                .list();
    }

    @Override
    public void answers(String itemId, String waitingItemId) {
        jdbc.sql("update inbound_item set answers_item = ? where tenant_id = ? and id = ?")
                .params(waitingItemId, agency.tenant(), itemId)
                .update();
    }

    @Override
    public List<InboundItem> answersTo(String itemId) {
        return jdbc.sql("select " + COLUMNS + " from inbound_item where tenant_id = ? and answers_item = ?"
                        + " order by accepted_at, id")
                .params(agency.tenant(), itemId)
                .query(JdbcInboundItems::item)
                .list();
    }

    @Override
    public List<InboundItem> itemsOf(String requestNumber) {
        return jdbc.sql("select " + COLUMNS + " from inbound_item where tenant_id = ? and id in"
                        + " (select item_id from inbound_item_request where request_number = ?)"
                        + " order by accepted_at, id")
                .params(agency.tenant(), requestNumber)
                .query(JdbcInboundItems::item)
                .list();
    }

    @Override
    public List<ItemAttachment> attachmentsOf(String itemId) {
        return jdbc.sql("select id, item_id, filename, detected_type, size_bytes, acord_form, text_content"
                        + " from attachment where tenant_id = ? and item_id = ? order by position")
                .params(agency.tenant(), itemId)
                .query((row, number) -> new ItemAttachment(
                        row.getString("id"),
                        row.getString("item_id"),
                        row.getString("filename"),
                        row.getString("detected_type"),
                        row.getLong("size_bytes"),
                        row.getString("acord_form"),
                        row.getString("text_content")))
                .list();
    }

    @Override
    public void takeTurn(InboundItem item) {
        if (!item.senderAddress().isEmpty()) {
            jdbc.sql("select slot from asking_turn where slot = ? for update")
                    .param(Math.floorMod((agency.tenant() + " " + item.senderAddress()).hashCode(), TURNS))
                    .query(Integer.class)
                    .single();
        }
    }

    @Override
    public List<String> similarRecent(InboundItem item, Duration within) {
        if (item.senderAddress().isEmpty()) {
            return List.of();
        }
        record Earlier(String id, String subject, boolean sameFile) {}
        String subject = Texts.withoutReplyMarks(item.subject());
        return jdbc
                .sql("select i.id, i.subject, exists (select 1 from attachment a join attachment b"
                        + " on a.sha256 = b.sha256 where a.item_id = i.id and b.item_id = ?) as same_file"
                        + " from inbound_item i where i.tenant_id = ? and i.sender_address = ? and i.id <> ?"
                        + " and i.accepted_at >= ? and (i.accepted_at <= ? or (i.state = ? and i.accepted_at <= ?))"
                        + " order by i.accepted_at, i.id")
                .params(
                        item.id(),
                        agency.tenant(),
                        item.senderAddress(),
                        item.id(),
                        at(item.acceptedAt().minus(within)),
                        at(item.acceptedAt()),
                        ItemState.ROUTED.name(),
                        at(item.acceptedAt().plus(within)))
                .query((row, number) ->
                        new Earlier(row.getString("id"), row.getString("subject"), row.getBoolean("same_file")))
                .list()
                .stream()
                .filter(earlier -> earlier.sameFile()
                        || (!subject.isEmpty()
                                && Texts.withoutReplyMarks(earlier.subject()).equals(subject)))
                .map(Earlier::id)
                .toList();
    }

    @Override
    public Optional<String> originalType(String itemId) {
        return jdbc.sql("select content_type from inbound_original where tenant_id = ? and item_id = ?")
                .params(agency.tenant(), itemId)
                .query(String.class)
                .optional();
    }

    @Override
    public void copyOriginal(String itemId, OutputStream out) throws IOException {
        copy(out, "select content from inbound_original where tenant_id = ? and item_id = ?", agency.tenant(), itemId);
    }

    @Override
    public void copyAttachment(String itemId, String attachmentId, OutputStream out) throws IOException {
        copy(
                out,
                "select content from attachment where tenant_id = ? and item_id = ? and id = ?",
                agency.tenant(),
                itemId,
                attachmentId);
    }

    /** A large object is readable only while its result set is open. */
    private void copy(OutputStream out, String sql, Object... params) throws IOException {
        try {
            template.query(
                    sql,
                    row -> {
                        try (InputStream content = Objects.requireNonNull(row.getBinaryStream(1))) {
                            content.transferTo(out);
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    },
                    params);
        } catch (UncheckedIOException broken) {
            throw new IOException("The content could not be written", broken);
        }
    }

    /** The driver closes the stream when the statement has read it. */
    private static InputStream open(Content content) {
        try {
            return content.open();
        } catch (IOException lost) {
            throw new UncheckedIOException("The content of an item cannot be read", lost);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static InboundItem item(ResultSet row, int number) throws SQLException {
        return new InboundItem(
                row.getString("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("external_id"),
                ItemState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("sender"),
                row.getString("sender_address"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("quoted"),
                row.getString("forwarded"),
                row.getString("hidden"),
                row.getString("in_reply_to"),
                Texts.split(row.getString("thread_refs"), "\n"),
                row.getBoolean("auto_submitted"),
                Texts.split(row.getString("flags"), ","),
                row.getString("work_type"),
                row.getObject("confidence", Double.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }
}
