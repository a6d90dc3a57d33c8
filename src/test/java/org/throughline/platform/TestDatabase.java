package org.throughline.platform;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** An in-memory database of its own with the application's schema, for tests of stores. */
public final class TestDatabase {

    private final DriverManagerDataSource source =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    private TestDatabase() {}

    public static TestDatabase migrated() {
        TestDatabase database = new TestDatabase();
        Flyway.configure()
                .dataSource(database.source)
                .placeholders(Map.of("blob", "blob"))
                .load()
                .migrate();
        return database;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }
}
