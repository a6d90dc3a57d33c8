package org.throughline.sandbox.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The records of a simulated system: a row of JSON each, in a database of their own, every write on disk before it is
 * answered; all but the bytes of files also in memory. Fields that begin with an underscore are the simulator's own and
 * never answered. An empty store is planted with the practice book, all of it or nothing.
 *
 * @param <K> what the system keeps
 */
public abstract class SimulatorStore<K extends Enum<K>> implements DisposableBean {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator;
    private final Class<K> kinds;
    private final String table;
    private final String address;
    private final Iterable<Planted<K>> seed;
    private final Map<K, Map<String, ObjectNode>> rows;
    private @Nullable JdbcConnectionPool pool;

    /** A record to plant. */
    public record Planted<K extends Enum<K>>(K kind, String id, ObjectNode body) {}

    /**
     * Opened at the first use: an application works with one system and starts without waiting for the others.
     *
     * @param address JDBC address of the database
     * @param seed what an empty store begins with
     */
    protected SimulatorStore(Simulator simulator, Class<K> kinds, String address, Iterable<Planted<K>> seed) {
        this.simulator = simulator;
        this.kinds = kinds;
        this.table = simulator.vendor() + "_record";
        this.address = address;
        this.seed = seed;
        this.rows = new EnumMap<>(kinds);
    }

    /** Opens it now, if nobody has yet. */
    protected final void open() {
        jdbc();
    }

    private synchronized JdbcClient jdbc() {
        JdbcConnectionPool open = pool;
        if (open == null) {
            open = JdbcConnectionPool.create(address, "sa", "");
            pool = open;
            try {
                load(open);
            } catch (RuntimeException failed) {
                pool = null;
                rows.clear();
                open.dispose();
                throw failed;
            }
        }
        return JdbcClient.create(open);
    }

    private void load(JdbcConnectionPool source) {
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("create table if not exists " + table + """
                 (
                    seq      bigint generated always as identity,
                    kind     varchar(40) not null,
                    id       varchar(36) not null primary key,
                    body     text        not null,
                    content  blob
                )
                """).update();
        jdbc.sql("select kind, id, body from " + table + " order by seq").query(row -> {
            keep(Enum.valueOf(kinds, row.getString("kind")), row.getString("id"), parsed(row.getString("body")));
        });
        if (rows.isEmpty()) {
            new TransactionTemplate(new DataSourceTransactionManager(source))
                    .executeWithoutResult(
                            status -> seed.forEach(planted -> insert(planted.kind(), planted.id(), planted.body())));
        }
        opened();
    }

    /** Called once, when the records have been read. */
    protected void opened() {
        // Most systems keep nothing beside their records.
    }

    public final Simulator simulator() {
        return simulator;
    }

    /** How many clients the system holds. */
    protected abstract int clients();

    /** How many policies the system holds. */
    protected abstract int policies();

    /** Records for the administrator, in any order; those that no write has made or changed are left out there. */
    protected Stream<ObjectNode> records() {
        return all().stream();
    }

    @Override
    public synchronized void destroy() {
        if (pool != null) {
            pool.dispose();
        }
    }

    public final synchronized List<ObjectNode> all(K kind) {
        return new ArrayList<>(of(kind).values());
    }

    /** Every record of every kind. */
    public final synchronized List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        for (K kind : kinds.getEnumConstants()) {
            all.addAll(of(kind).values());
        }
        return all;
    }

    public final synchronized Optional<ObjectNode> find(K kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    public final synchronized void insert(K kind, String id, ObjectNode body) {
        jdbc().sql("insert into " + table + " (kind, id, body) values (?, ?, ?)")
                .params(kind.name(), id, body.toString())
                .update();
        keep(kind, id, body);
    }

    public final synchronized void update(K kind, String id, ObjectNode body) {
        jdbc().sql("update " + table + " set body = ? where id = ?")
                .params(body.toString(), id)
                .update();
        keep(kind, id, body);
    }

    /** A record with bytes; one of the same id is replaced. */
    public final synchronized void put(K kind, String id, ObjectNode body, byte[] content) {
        if (of(kind).containsKey(id)) {
            jdbc().sql("update " + table + " set body = ?, content = ? where id = ?")
                    .params(body.toString(), content, id)
                    .update();
        } else {
            jdbc().sql("insert into " + table + " (kind, id, body, content) values (?, ?, ?, ?)")
                    .params(kind.name(), id, body.toString(), content)
                    .update();
        }
        keep(kind, id, body);
    }

    /** Makes several writes one: all of them are on disk, or none. */
    public final synchronized void together(Runnable writes) {
        open();
        JdbcConnectionPool source = Objects.requireNonNull(pool);
        try {
            new TransactionTemplate(new DataSourceTransactionManager(source))
                    .executeWithoutResult(status -> writes.run());
        } catch (RuntimeException failed) {
            rows.clear();
            load(source);
            throw failed;
        }
    }

    public final byte[] content(String id) {
        return jdbc().sql("select content from " + table + " where id = ?")
                .param(id)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    /** The record as it is answered: without the fields that are the simulator's own. */
    public static ObjectNode answered(ObjectNode row) {
        ObjectNode answer = row.deepCopy();
        List<String> own = new ArrayList<>();
        answer.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("_")) {
                own.add(name);
            }
        });
        return answer.remove(own);
    }

    private Map<String, ObjectNode> of(K kind) {
        open();
        return rows.getOrDefault(kind, Map.of());
    }

    private void keep(K kind, String id, ObjectNode body) {
        rows.computeIfAbsent(kind, each -> new LinkedHashMap<>()).put(id, body);
    }

    private ObjectNode parsed(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The store " + table + " holds a broken record", broken);
        }
    }
}
