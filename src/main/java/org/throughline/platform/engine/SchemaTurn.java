package org.throughline.platform.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Has the engine of one node at a time look for its tables and create them. Of two nodes that start on an empty PostgreSQL
 * together, one would find half of the other's tables and end. Another database serves one process.
 */
@Component
public class SchemaTurn extends AbstractProcessEnginePlugin {

    /** Any number that nothing else locks. */
    private static final long LOCK = 7_401_938_265L;

    private final DataSource dataSource;
    private @Nullable Connection turn;

    public SchemaTurn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        try {
            Connection connection = dataSource.getConnection();
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                execute(connection, "select pg_advisory_lock(" + LOCK + ")");
                turn = connection;
            } else {
                connection.close();
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database cannot be reached", unreachable);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection over = turn) {
            turn = null;
            if (over != null) {
                execute(over, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException lost) {
            throw new IllegalStateException("The database cannot be reached", lost);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
