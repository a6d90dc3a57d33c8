package org.throughline.platform;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.transactions.FirstInsert;

/**
 * A database of its own with the application's schema, for tests of stores: in memory, or on PostgreSQL with {@code
 * -Dthroughline.test.database=postgresql}.
 */
public final class TestDatabase {

    static final boolean POSTGRES = "postgresql".equals(System.getProperty("throughline.test.database"));

    private final DriverManagerDataSource source;

    private TestDatabase(String url, String user) {
        source = new DriverManagerDataSource(url, user, "");
    }

    public static TestDatabase migrated() {
        return POSTGRES
                ? onPostgres()
                : migrated("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "blob");
    }

    /** On PostgreSQL whatever the run's database is, for what H2 does not do. */
    public static TestDatabase onPostgres() {
        return migrated(TestPostgres.database(), TestPostgres.USER, "bytea");
    }

    private static TestDatabase migrated(String url, String user, String blob) {
        TestDatabase database = new TestDatabase(url, user);
        Flyway.configure()
                .dataSource(database.source)
                .placeholders(Map.of("blob", blob))
                .load()
                .migrate();
        return database;
    }

    /** Inserts with savepoints in this database's transactions. */
    public FirstInsert firstInsert() {
        return new FirstInsert(new DataSourceTransactionManager(source));
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }
}
