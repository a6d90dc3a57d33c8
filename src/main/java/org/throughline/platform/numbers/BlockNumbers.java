package org.throughline.platform.numbers;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.NumberSeries;
import org.throughline.platform.Numbers;

/**
 * Numbers from blocks of fifty that a node takes from {@code number_block} in a transaction of its own, so that nobody
 * waits for anybody's business transaction. A block is read over a connection outside the pool: a caller holds a pooled
 * one already, and callers that each waited for a second would wait for each other.
 */
@Component
public class BlockNumbers implements Numbers {

    private static final int BLOCK = 50;

    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Map<NumberSeries, Block> blocks = new EnumMap<>(NumberSeries.class);

    public BlockNumbers(DataSource dataSource, Clock clock) {
        this.clock = clock;
        DataSource direct = outsideThePool(dataSource);
        this.jdbc = JdbcClient.create(direct);
        this.ownTransaction = new TransactionTemplate(new DataSourceTransactionManager(direct));
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Block(int year, int next, int end) {}

    @Override
    public synchronized String next(NumberSeries series) {
        int year = Year.now(clock).getValue();
        Block block = blocks.get(series);
        if (block == null || block.year() != year || block.next() >= block.end()) {
            block = take(series, year);
        }
        blocks.put(series, new Block(year, block.next() + 1, block.end()));
        return String.format(Locale.ROOT, "%s-%d-%06d", series, year, block.next());
    }

    private Block take(NumberSeries series, int year) {
        return tryToTake(series, year)
                .or(() -> {
                    create(series, year);
                    return tryToTake(series, year);
                })
                .orElseThrow(() -> new IllegalStateException("No block of numbers for " + series + " " + year));
    }

    private Optional<Block> tryToTake(NumberSeries series, int year) {
        return Optional.ofNullable(ownTransaction.execute(status -> {
            int taken = jdbc.sql(
                            "update number_block set next_value = next_value + ? where series = ? and block_year = ?")
                    .params(BLOCK, series.name(), year)
                    .update();
            if (taken == 0) {
                return null;
            }
            int end = jdbc.sql("select next_value from number_block where series = ? and block_year = ?")
                    .params(series.name(), year)
                    .query(Integer.class)
                    .single();
            return new Block(year, end - BLOCK, end);
        }));
    }

    /** The first caller of a year creates the row; another node may be faster, which is as good. */
    private void create(NumberSeries series, int year) {
        try {
            ownTransaction.executeWithoutResult(
                    status -> jdbc.sql("insert into number_block (series, block_year, next_value) values (?, ?, 1)")
                            .params(series.name(), year)
                            .update());
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            return;
        }
    }

    private static DataSource outsideThePool(DataSource pool) {
        try {
            if (pool.isWrapperFor(HikariDataSource.class)) {
                var settings = pool.unwrap(HikariDataSource.class);
                return new DriverManagerDataSource(
                        settings.getJdbcUrl(), settings.getUsername(), settings.getPassword());
            }
            return pool;
        } catch (SQLException unknown) {
            throw new IllegalStateException("The data source does not say what it is", unknown);
        }
    }
}
