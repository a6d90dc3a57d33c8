package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The simulated system's records: a row of JSON each, as its lists answer them, in a database of its own, every write on
 * disk before it is answered; all but the bytes of files also in memory. Fields that begin with an underscore are the
 * simulator's own and never answered.
 */
@Component
@Profile("sandbox")
class NowCertsRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcConnectionPool pool;
    private final JdbcClient jdbc;
    private final Map<Kind, Map<String, ObjectNode>> rows = new EnumMap<>(Kind.class);

    NowCertsRecords(NowCertsSandboxProperties properties, NowCertsSeed seed) {
        pool = JdbcConnectionPool.create(properties.store(), "sa", "");
        jdbc = JdbcClient.create(pool);
        for (Kind kind : Kind.values()) {
            rows.put(kind, new LinkedHashMap<>());
        }
        jdbc.sql("""
                create table if not exists nowcerts_record (
                    seq      bigint generated always as identity,
                    kind     varchar(40) not null,
                    id       varchar(36) not null primary key,
                    body     text        not null,
                    content  blob
                )
                """).update();
        load();
        if (all(Kind.INSURED).isEmpty()) {
            new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> plant(seed));
        }
    }

    private void load() {
        jdbc.sql("select kind, id, body from nowcerts_record order by seq").query(row -> {
            of(Kind.valueOf(row.getString("kind"))).put(row.getString("id"), parsed(row.getString("body")));
        });
    }

    /** In one transaction: all of the book or nothing. */
    private void plant(NowCertsSeed seed) {
        seed.rows().forEach(planted -> insert(planted.kind(), planted.id(), planted.body()));
    }

    @PreDestroy
    void close() {
        pool.dispose();
    }

    synchronized List<ObjectNode> all(Kind kind) {
        return new ArrayList<>(of(kind).values());
    }

    synchronized Optional<ObjectNode> find(Kind kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    synchronized void insert(Kind kind, String id, ObjectNode body) {
        jdbc.sql("insert into nowcerts_record (kind, id, body) values (?, ?, ?)")
                .params(kind.name(), id, body.toString())
                .update();
        of(kind).put(id, body);
    }

    synchronized void update(Kind kind, String id, ObjectNode body) {
        jdbc.sql("update nowcerts_record set body = ? where id = ?")
                .params(body.toString(), id)
                .update();
        of(kind).put(id, body);
    }

    /** A file with its bytes; one of the same id is replaced. */
    synchronized void putFile(String id, ObjectNode body, byte[] content) {
        if (of(Kind.FILE).containsKey(id)) {
            jdbc.sql("update nowcerts_record set body = ?, content = ? where id = ?")
                    .params(body.toString(), content, id)
                    .update();
        } else {
            jdbc.sql("insert into nowcerts_record (kind, id, body, content) values (?, ?, ?, ?)")
                    .params(Kind.FILE.name(), id, body.toString(), content)
                    .update();
        }
        of(Kind.FILE).put(id, body);
    }

    byte[] content(String fileId) {
        return jdbc.sql("select content from nowcerts_record where id = ?")
                .param(fileId)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private Map<String, ObjectNode> of(Kind kind) {
        return rows.computeIfAbsent(kind, each -> new LinkedHashMap<>());
    }

    private static ObjectNode parsed(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The simulated NowCerts holds a broken record", broken);
        }
    }
}
