package org.throughline.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughline.platform.TestDatabase;

/** On PostgreSQL, which refuses the rest of a transaction after a statement that failed. */
class FirstInsertTest {

    private final TestDatabase database = TestDatabase.onPostgres();
    private final JdbcTemplate jdbc = database.jdbc();
    private final FirstInsert first = database.firstInsert();

    private boolean insert(String version) {
        return first.insert(() ->
                jdbc.update("insert into number_block (series, block_year, next_value) values (?, 2026, 1)", version));
    }

    @Test
    void leavesTheTransactionAsItWasWhereSomebodyWasFirst() {
        insert("A");

        database.transaction().executeWithoutResult(status -> {
            assertThat(insert("B")).isTrue();
            assertThat(insert("A")).isFalse();
            assertThat(insert("C")).isTrue();
        });

        assertThat(jdbc.queryForList("select series from number_block order by series", String.class))
                .containsExactly("A", "B", "C");
    }

    @Test
    void insertsWithoutATransactionAround() {
        assertThat(insert("A")).isTrue();
        assertThat(insert("A")).isFalse();
    }
}
