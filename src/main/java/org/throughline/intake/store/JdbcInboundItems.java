package org.throughline.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.intake.Channel;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;
import org.throughline.intake.ItemState;
import org.throughline.intake.NewItem;
import org.throughline.intake.NewItem.NewAttachment;
import org.throughline.platform.AgencyProfile;

/** Inbound items in the application's database. */
@Repository
class JdbcInboundItems implements InboundItems {

    private static final String COLUMNS = """
            id, channel, external_id, state, reason, sender, sender_address, recipient, subject, body, quoted, forwarded,
            in_reply_to, thread_refs, auto_submitted, flags, work_type, confidence, received_at, accepted_at
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Clock clock;
    private final String tenant;

    JdbcInboundItems(JdbcTemplate jdbc, JdbcClient client, Clock clock, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.client = client;
        this.clock = clock;
        this.tenant = agency.tenant();
    }

    @Override
    public void insert(String id, String dedupeKey, ItemState state, Instant acceptedAt, NewItem item) {
        jdbc.update(
                """
                insert into inbound_item (id, tenant_id, channel, external_id, dedupe_key, state, reason, sender,
                    sender_address, recipient, subject, body, quoted, forwarded, in_reply_to, thread_refs,
                    auto_submitted, flags, received_at, accepted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                tenant,
                item.channel().name(),
                cut(item.externalId(), 500),
                dedupeKey,
                state.name(),
                cut(item.refusal(), 1000),
                cut(item.sender(), 500),
                cut(item.senderAddress(), 320),
                cut(item.recipient(), 320),
                cut(item.subject(), 1000),
                clean(item.body()),
                clean(item.quoted()),
                clean(item.forwarded()),
                cut(item.inReplyTo(), 500),
                clean(String.join("\n", item.threadReferences())),
                item.autoSubmitted(),
                cut(String.join(",", item.flags()), 1000),
                Timestamp.from(item.receivedAt()),
                Timestamp.from(acceptedAt));
        jdbc.update(
                "insert into inbound_original (item_id, tenant_id, content_type, content) values (?, ?, ?, ?)",
                id,
                tenant,
                item.originalType(),
                item.original());
        if (!item.attachments().isEmpty()) {
            insertAttachments(id, item.attachments());
        }
    }

    private void insertAttachments(String itemId, List<NewAttachment> attachments) {
        List<Object[]> rows = new ArrayList<>();
        for (NewAttachment attachment : attachments) {
            rows.add(new Object[] {
                UUID.randomUUID().toString(),
                itemId,
                tenant,
                rows.size(),
                cut(attachment.filename(), 300),
                cut(attachment.declaredType(), 200),
                cut(attachment.detectedType(), 200),
                attachment.bytes().length,
                sha256(attachment.bytes()),
                cut(attachment.acordForm(), 20),
                clean(attachment.text()),
                attachment.bytes()
            });
        }
        jdbc.batchUpdate("""
                insert into attachment (id, item_id, tenant_id, position, filename, declared_type, detected_type,
                    size_bytes, sha256, acord_form, text_content, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    @Override
    public Optional<String> findByKey(String dedupeKey) {
        return client.sql("select id from inbound_item where tenant_id = ? and dedupe_key = ?")
                .params(tenant, dedupeKey)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<InboundItem> find(String id) {
        return client.sql("select " + COLUMNS + " from inbound_item where id = ? and tenant_id = ?")
                .params(id, tenant)
                .query(JdbcInboundItems::item)
                .optional();
    }

    @Override
    public List<InboundItem.Attachment> attachments(String itemId) {
        return client.sql("""
                        select id, filename, declared_type, detected_type, size_bytes, acord_form, text_content
                        from attachment where item_id = ? and tenant_id = ? order by position
                        """)
                .params(itemId, tenant)
                .query((row, number) -> new InboundItem.Attachment(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    @Override
    public Optional<InboundItem.Content> attachment(String itemId, String attachmentId) {
        return client.sql("""
                        select filename, detected_type, content from attachment
                        where item_id = ? and id = ? and tenant_id = ?
                        """)
                .params(itemId, attachmentId, tenant)
                .query((row, number) -> new InboundItem.Content(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    @Override
    public Optional<InboundItem.Content> original(String itemId) {
        return client.sql("select content_type, content from inbound_original where item_id = ? and tenant_id = ?")
                .params(itemId, tenant)
                .query((row, number) -> new InboundItem.Content(itemId, row.getString(1), row.getBytes(2)))
                .optional();
    }

    @Override
    public void classified(
            String id, ItemState state, @Nullable String workType, @Nullable Double confidence, List<String> flags) {
        jdbc.update(
                "update inbound_item set state = ?, work_type = ?, confidence = ?, flags = ? where id = ? and tenant_id = ?",
                state.name(),
                workType,
                confidence,
                cut(String.join(",", flags), 1000),
                id,
                tenant);
    }

    @Override
    public void moveTo(String id, ItemState state) {
        jdbc.update("update inbound_item set state = ? where id = ? and tenant_id = ?", state.name(), id, tenant);
    }

    @Override
    public void link(String itemId, String requestNumber) {
        if (!requestsOf(itemId).contains(requestNumber)) {
            jdbc.update(
                    "insert into inbound_item_request (item_id, request_number, tenant_id, linked_at) values (?, ?, ?, ?)",
                    itemId,
                    requestNumber,
                    tenant,
                    Timestamp.from(clock.instant()));
        }
    }

    @Override
    public List<String> requestsOf(String itemId) {
        return client.sql("""
                        select request_number from inbound_item_request where item_id = ? and tenant_id = ?
                        order by linked_at, request_number
                        """).params(itemId, tenant).query(String.class).list();
    }

    @Override
    public Optional<String> requestOfMessage(List<String> messageIds) {
        if (messageIds.isEmpty()) {
            return Optional.empty();
        }
        return client.sql("""
                        select link.request_number from inbound_item_request link
                        join inbound_item item on item.id = link.item_id
                        where item.external_id in (:ids) and item.tenant_id = :tenant
                        order by link.linked_at desc fetch first 1 row only
                        """)
                .param("ids", messageIds)
                .param("tenant", tenant)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<String> similarSince(String itemId, String senderAddress, String subject, Instant since) {
        return client.sql("""
                        select id from inbound_item
                        where sender_address = ? and lower(subject) = lower(?) and id <> ? and tenant_id = ?
                            and accepted_at >= ?
                        order by accepted_at desc fetch first 1 row only
                        """)
                .params(senderAddress, subject, itemId, tenant, Timestamp.from(since))
                .query(String.class)
                .optional();
    }

    @Override
    public Page page(@Nullable ItemState state, int page, int size) {
        String filter = " where tenant_id = :tenant and (:state is null or state = :state)";
        String name = state == null ? null : state.name();
        List<InboundItem> found = client.sql("select " + COLUMNS + " from inbound_item" + filter
                        + " order by accepted_at desc, id desc offset :from rows fetch next :size rows only")
                .param("tenant", tenant)
                .param("state", name, java.sql.Types.VARCHAR)
                .param("from", page * size)
                .param("size", size)
                .query(JdbcInboundItems::item)
                .list();
        long total = client.sql("select count(*) from inbound_item" + filter)
                .param("tenant", tenant)
                .param("state", name, java.sql.Types.VARCHAR)
                .query(Long.class)
                .single();
        return new Page(found, page, size, total);
    }

    private static InboundItem item(ResultSet row, int number) throws SQLException {
        double confidence = row.getDouble("confidence");
        boolean unknown = row.wasNull();
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
                row.getString("in_reply_to"),
                split(row.getString("thread_refs"), "\n"),
                row.getBoolean("auto_submitted"),
                split(row.getString("flags"), ","),
                row.getString("work_type"),
                unknown ? null : confidence,
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("accepted_at").toInstant());
    }

    private static List<String> split(String joined, String separator) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(separator));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = clean(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }

    /** PostgreSQL keeps no NUL characters in text. */
    private static String clean(String text) {
        return text.indexOf('\u0000') < 0 ? text : text.replace("\u0000", "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
