package org.throughline.reporting.projection;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.EvidenceHistoryPlugin;

/** An engine on an in-memory database with the projection of the requests and nothing else of the application. */
public final class ReportingEngine implements AutoCloseable {

    private final Agency agency = new Agency(
            "harborline",
            "Harborline Insurance Agency, LLC",
            "Harborline Insurance",
            new AgencyProfile.PostalAddress("1800 Harbor Loop", null, "Houston", "TX", "77002"),
            "(713) 555-0100",
            null,
            "TX-2200417",
            ZoneId.of("America/Chicago"),
            Map.of(),
            new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", null),
            "service@harborline.example");
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RequestRebuild rebuild;
    private final String name = "reporting-" + UUID.randomUUID();
    private final DriverManagerDataSource database;
    private final DataSourceTransactionManager manager;
    private final RequestTable table;
    private Consumer<SpringProcessEngineConfiguration> configurer = configuration -> {};
    private @Nullable ProcessEngine engine;

    public ReportingEngine() {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** On a database of the caller's. */
    public ReportingEngine(String url) {
        database = new DriverManagerDataSource(url, "sa", "");
        manager = new DataSourceTransactionManager(database);
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(manager);
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("blob", "blob"))
                .load()
                .migrate();
        table = new RequestTable(jdbc);
        rebuild = new RequestRebuild(new RequestHistory(jdbc, agency), table);
    }

    /** Changes the engine's configuration before it is started, such as by a plugin of the application. */
    public ReportingEngine configuring(Consumer<SpringProcessEngineConfiguration> more) {
        configurer = configurer.andThen(more);
        return this;
    }

    /** The engine, started at the first call. */
    public ProcessEngine engine() {
        if (engine == null) {
            SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
            configuration.setApplicationContext(new StaticApplicationContext());
            configuration.setProcessEngineName(name);
            configuration.setDataSource(database);
            configuration.setTransactionManager(manager);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setHistory("evidence");
            configuration.getProcessEnginePlugins().add(new EvidenceHistoryPlugin());
            configuration.setJobExecutorActivate(false);
            configuration.getCustomHistoryEventHandlers().add(new RequestProjection(table, agency));
            configurer.accept(configuration);
            engine = configuration.buildProcessEngine();
        }
        return engine;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** For statements with many rows. */
    public JdbcTemplate batches() {
        return new JdbcTemplate(database);
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public PlatformTransactionManager transactions() {
        return manager;
    }

    public Agency agency() {
        return agency;
    }

    RequestRebuild rebuild() {
        return rebuild;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        jdbc.sql("shutdown").update();
    }
}
