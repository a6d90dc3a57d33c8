package org.throughline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.ThroughlineApplication;
import org.throughline.ams.ClientIndex;

/**
 * The application as {@link IntakeBench} starts it: with counted statements, and with answers on its standard output to
 * the questions on its standard input.
 */
public final class IntakeServer {

    static final String ANSWER = "bench: ";
    static final String LISTED = "statement: ";
    static final int PORT = 8097;

    private IntakeServer() {}

    /** Starts with the folder of its data as the only argument; ends with its input. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        SpringApplication application =
                new SpringApplication(ThroughlineApplication.class, CertificateBench.Counting.class);
        try (ConfigurableApplicationContext context = application.run(
                "--server.port=" + PORT,
                "--throughline.sandbox.mail.smtp-port=3097",
                "--throughline.sandbox.mail.imap-port=3197",
                "--throughline.sandbox.morning-mail=false",
                "--throughline.sandbox.directory=" + data.resolve("sandbox"),
                "--spring.datasource.url="
                        + System.getProperty(
                                "bench.url", "jdbc:h2:file:" + data.resolve("throughline") + ";WRITE_DELAY=0"))) {
            while (!context.getBean(ClientIndex.class).ready()) {
                Thread.sleep(100);
            }
            answer("ready");
            Thread.currentThread().setName("bench");
            answerUntilTheEnd(context);
        }
        System.exit(0);
    }

    private static void answerUntilTheEnd(ConfigurableApplicationContext context) throws IOException {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        CountingDataSource counter = context.getBean(CountingDataSource.class);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String question = questions.readLine();
        while (question != null) {
            switch (question) {
                case "items" -> answer("%d", count(jdbc, "inbound_item"));
                case "originals" -> answer("%d", count(jdbc, "inbound_original"));
                case "processes" -> answer("%d", processes(jdbc));
                case "done" -> answer("%d", count(jdbc, "inbound_item where state <> 'RECEIVED'"));
                case "reset" -> {
                    counter.reset();
                    answer("reset");
                }
                case "statements" -> answer("%d %d", counter.requestExecutions.sum(), counter.requestCommits.sum());
                case "list" -> {
                    counter.byStatement()
                            .forEach((sql, times) ->
                                    System.out.println(String.format(Locale.ROOT, "%s%6d  %s", LISTED, times, sql)));
                    answer("listed");
                }
                default -> answer("unknown");
            }
            question = questions.readLine();
        }
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static long processes(JdbcClient jdbc) {
        return jdbc.sql("select count(distinct business_key_) from act_hi_procinst where proc_def_key_ = 'intake'")
                .query(Long.class)
                .single();
    }

    private static void answer(String format, Object... values) {
        System.out.println(ANSWER + String.format(Locale.ROOT, format, values));
    }
}
