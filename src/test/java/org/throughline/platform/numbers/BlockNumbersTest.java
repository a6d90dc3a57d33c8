package org.throughline.platform.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.throughline.platform.NumberSeries;

class BlockNumbersTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);

    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @BeforeEach
    void createTable() {
        JdbcClient.create(dataSource)
                .sql("create table number_block (series varchar(4), block_year integer, next_value integer,"
                        + " primary key (series, block_year))")
                .update();
    }

    @Test
    void countsEachSeriesFromOneWithTheYear() {
        BlockNumbers numbers = new BlockNumbers(dataSource, NOW);

        assertThat(numbers.next(NumberSeries.SR)).isEqualTo("SR-2026-000001");
        assertThat(numbers.next(NumberSeries.SR)).isEqualTo("SR-2026-000002");
        assertThat(numbers.next(NumberSeries.IN)).isEqualTo("IN-2026-000001");
    }

    @Test
    void startsAgainWithTheYear() {
        new BlockNumbers(dataSource, NOW).next(NumberSeries.SR);

        BlockNumbers nextYear =
                new BlockNumbers(dataSource, Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));

        assertThat(nextYear.next(NumberSeries.SR)).isEqualTo("SR-2027-000001");
    }

    @Test
    void neverGivesANumberTwiceAcrossNodesAndThreads() throws InterruptedException, ExecutionException {
        List<BlockNumbers> nodes = List.of(new BlockNumbers(dataSource, NOW), new BlockNumbers(dataSource, NOW));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<List<String>>> work = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<List<String>>)
                        () -> Stream.generate(() -> nodes.get(i % 2).next(NumberSeries.SR))
                                .limit(200)
                                .toList())
                .toList();

        List<Future<List<String>>> results = threads.invokeAll(work);
        threads.shutdown();

        java.util.ArrayList<String> all = new java.util.ArrayList<>();
        for (Future<List<String>> result : results) {
            all.addAll(result.get());
        }
        assertThat(all).hasSize(1600).doesNotHaveDuplicates();
    }
}
