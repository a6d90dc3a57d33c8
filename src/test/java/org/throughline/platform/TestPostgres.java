package org.throughline.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL server of the test run's own, of the release that {@code docker/compose.yaml} has. It comes with the build for
 * Linux on x86-64; on other machines, and where it cannot start, tests that ask for it are skipped and say so.
 */
public final class TestPostgres {

    public static final String USER = "postgres";

    private static @Nullable EmbeddedPostgres server;
    private static String whyNot = "";

    private TestPostgres() {}

    /** Whether there is one; a condition of tests that cannot ask for a database before they begin. */
    public static synchronized boolean starts() {
        if (server == null && whyNot.isEmpty()) {
            start();
        }
        return server != null;
    }

    /** The address of a new, empty database. */
    public static synchronized String database() {
        assumeTrue(starts(), () -> "Not run on PostgreSQL: " + whyNot);
        EmbeddedPostgres running = Objects.requireNonNull(server);
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        new JdbcTemplate(running.getPostgresDatabase()).execute("create database " + name);
        return running.getJdbcUrl(USER, name);
    }

    private static void start() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException refused) {
            whyNot = refused.toString();
        }
    }
}
