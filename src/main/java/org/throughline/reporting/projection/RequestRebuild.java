package org.throughline.reporting.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the read side of the requests with the engine's history and puts right what differs. History and table are
 * read from one snapshot, so requests that run meanwhile are neither missed nor set back.
 */
@Service
public class RequestRebuild {

    private static final int PAGE = 500;

    private final RequestHistory history;
    private final RequestTable table;

    RequestRebuild(RequestHistory history, RequestTable table) {
        this.history = history;
        this.table = table;
    }

    /**
     * How history and read side compared.
     *
     * @param requests number of requests in the history
     * @param missing requests that had no row
     * @param different rows that said something else than the history
     * @param orphaned rows without a request in the history
     */
    public record Comparison(int requests, int missing, int different, int orphaned) {

        /** Whether every row is what the history says. */
        public boolean same() {
            return missing == 0 && different == 0 && orphaned == 0;
        }

        private Comparison plus(Comparison other) {
            return new Comparison(
                    requests + other.requests,
                    missing + other.missing,
                    different + other.different,
                    orphaned + other.orphaned);
        }
    }

    /** Compares and changes nothing. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Comparison check() {
        return walk(false);
    }

    /**
     * Makes the read side what the history says, from nothing if need be; answers what it found before.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException when a request moved on while its row was put right;
     *     nothing is changed then and the rebuild may be called again
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Comparison rebuild() {
        return walk(true);
    }

    private Comparison walk(boolean repair) {
        Comparison total = new Comparison(0, 0, 0, 0);
        String after = "";
        while (true) {
            List<String> numbers = history.numbersAfter(after, PAGE);
            @Nullable String upTo = numbers.size() < PAGE ? null : numbers.get(PAGE - 1);
            Map<String, RequestRow> expected = numbers.isEmpty() ? Map.of() : history.rows(numbers);
            total = total.plus(compare(expected, table.between(after, upTo), repair));
            if (upTo == null) {
                return total;
            }
            after = upTo;
        }
    }

    private Comparison compare(Map<String, RequestRow> expected, List<RequestRow> actual, boolean repair) {
        Map<String, RequestRow> missing = new HashMap<>(expected);
        int different = 0;
        int orphaned = 0;
        for (RequestRow row : actual) {
            @Nullable RequestRow should = missing.remove(row.number());
            if (should == null) {
                orphaned++;
                if (repair) {
                    table.delete(row.number());
                }
            } else if (!should.equals(row)) {
                different++;
                if (repair) {
                    table.replace(should);
                }
            }
        }
        if (repair) {
            missing.values().forEach(table::insert);
        }
        return new Comparison(expected.size(), missing.size(), different, orphaned);
    }
}
