package org.throughline.reporting.replay;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.reporting.projection.ReportingEngine;

/**
 * Replays a changed routing file over 10,000 requests on an H2 file and prints what it took. The agency's tables decide
 * some hundred requests; their history is then copied row by row.
 *
 * <p>{@code mvn -Pbench test-compile exec:java -Dexec.mainClass=org.throughline.reporting.replay.ReplayBench};
 * {@code -Dbench.requests=50000} takes more.
 */
public final class ReplayBench {

    private static final int DECIDED = 400;
    private static final List<String> WORK_TYPES = List.of(
            "CERT_LIABILITY",
            "ENDT_VEHICLE",
            "ID_CARD",
            "CLAIM_FNOL",
            "BILLING_INQUIRY",
            "COVERAGE_QUESTION",
            "COMPLAINT",
            "LOSS_RUNS");

    private ReplayBench() {}

    public static void main(String[] arguments) throws IOException {
        int wanted = Integer.getInteger("bench.requests", 10_000);
        Path folder = Files.createTempDirectory("throughline-replay");
        try (RoutedRequests requests = new RoutedRequests(
                new ReportingEngine("jdbc:h2:file:" + folder.resolve("replay") + ";DB_CLOSE_DELAY=-1"))) {
            Random random = new Random(7);
            for (int number = 0; number < DECIDED; number++) {
                requests.open(WORK_TYPES.get(number % WORK_TYPES.size()), facts(random));
            }
            for (int copy = 1; copy < wanted / DECIDED; copy++) {
                copy(requests.database.jdbc(), copy);
            }
            print(
                    "%d requests, %d rows of decisions, inputs and outputs",
                    count(requests, "service_request"),
                    count(requests, "ACT_HI_DECINST")
                            + count(requests, "ACT_HI_DEC_IN")
                            + count(requests, "ACT_HI_DEC_OUT"));
            replay("the same file", requests, RoutedRequests.FILE);
            replay(
                    "a changed catalogue",
                    requests,
                    RoutedRequests.FILE.replace("<text>\"account-managers\"</text>", "<text>\"compliance\"</text>"));
        }
    }

    private static void replay(String what, RoutedRequests requests, String file) {
        List<ReplayDifference> found = new ArrayList<>();
        long began = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ReplayResult result = requests.replay("request-routing", file, found);
        print(
                "%s: %d replayed, %d differ, %d not replayed, in %.1f s, %.1f s of them on a processor",
                what,
                result.replayed(),
                result.different(),
                result.notReplayed().size(),
                (System.nanoTime() - began) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9);
    }

    private static Map<String, @Nullable Object> facts(Random random) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("hoursToHardDate", random.nextInt(3) == 0 ? random.nextInt(2000) : null);
        facts.put("hoursToNeededBy", random.nextInt(2) == 0 ? random.nextInt(300) : null);
        facts.put("judgement", random.nextBoolean());
        facts.put("missingInfo", random.nextInt(4) == 0);
        facts.put("state", List.of("TX", "OK", "LA", "AR").get(random.nextInt(4)));
        facts.put("automationLevel", random.nextBoolean() ? "APPROVE_ALL" : "STRAIGHT_THROUGH");
        facts.put("act", "SERVICE_REQUEST");
        facts.put("switchedOff", "");
        return facts;
    }

    private static void copy(JdbcClient jdbc, int copy) {
        String original = "ROOT_PROC_INST_ID_ in (select process_instance_id from service_request where number <= '"
                + number(DECIDED) + "')";
        for (String table : List.of("ACT_HI_DECINST", "ACT_HI_DEC_IN", "ACT_HI_DEC_OUT")) {
            List<String> columns = jdbc.sql("select COLUMN_NAME from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME = ?"
                            + " order by ORDINAL_POSITION")
                    .param(table)
                    .query(String.class)
                    .list();
            List<String> values = columns.stream()
                    .map(column ->
                            List.of("ID_", "ROOT_DEC_INST_ID_", "DEC_INST_ID_", "ROOT_PROC_INST_ID_", "PROC_INST_ID_")
                                            .contains(column)
                                    ? column + " || '-" + copy + "'"
                                    : column)
                    .toList();
            jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select "
                            + String.join(", ", values) + " from " + table + " where " + original)
                    .update();
        }
        jdbc.sql("insert into service_request (number, tenant_id, process_instance_id, work_type, status, queue,"
                        + " opened_at, closed_at, touched_by_person) select 'SR-2026-' || lpad(cast(substring(number from 9)"
                        + " as integer) + " + copy * DECIDED + ", 6, '0'), tenant_id, process_instance_id || '-" + copy
                        + "', work_type, status, queue, opened_at, closed_at, touched_by_person from service_request"
                        + " where number <= '" + number(DECIDED) + "'")
                .update();
    }

    private static String number(int number) {
        return "SR-2026-" + String.format(Locale.ROOT, "%06d", number);
    }

    private static long count(RoutedRequests requests, String table) {
        return requests.database
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
