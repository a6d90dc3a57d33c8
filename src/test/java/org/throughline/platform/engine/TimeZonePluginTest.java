package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class TimeZonePluginTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private void startIn(String zone) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new TimeZonePlugin(ZoneId.of(zone)));
        configuration.buildProcessEngine().close();
    }

    @Test
    void startsOnlyInTheTimeZoneOfTheFirstStart() {
        startIn("America/Chicago");

        assertThatThrownBy(() -> startIn("UTC")).hasMessageContaining("Start it with -Duser.timezone=America/Chicago.");
        assertThatCode(() -> startIn("US/Central")).doesNotThrowAnyException();
    }
}
