package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.throughline.platform.TestPostgres;

class SchemaTurnTest {

    private static ProcessEngine start(String name, DataSource database, CountDownLatch together) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new SchemaTurn(database));
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        return configuration.buildProcessEngine();
    }

    @Test
    void letsTwoNodesStartOnAnEmptyDatabaseTogether() {
        DataSource database = new DriverManagerDataSource(TestPostgres.database(), TestPostgres.USER, "");
        CountDownLatch together = new CountDownLatch(2);

        List<ProcessEngine> nodes = Stream.of("one", "other")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> start(name, database, together), task -> new Thread(task, name).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(nodes)
                .allMatch(node -> node.getManagementService().getTableCount().size() == 49);
        nodes.forEach(ProcessEngine::close);
    }
}
