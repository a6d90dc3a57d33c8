package org.throughline.bench;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.ThroughlineApplication;
import org.throughline.ams.ClientIndex;

/**
 * Sends certificate mails through the whole path of the practice agency, SMTP to AMS, on H2, and prints what it took.
 *
 * <p>{@code mvn -Pbench test-compile exec:java}; {@code -Dbench.mails=200} sends more, {@code -Dbench.statements=true}
 * lists the statements of one mail. Ports 8099, 3099 and 3199 must be free.
 */
public final class CertificateBench {

    private static final int WARM_UP = 20;

    private CertificateBench() {}

    /** Counts what goes through the application's data source. */
    @Configuration(proxyBeanMethods = false)
    public static class Counting {

        @Bean
        static BeanPostProcessor countingDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
                }
            };
        }
    }

    public static void main(String[] arguments) throws Exception {
        Thread.currentThread().setName("bench");
        int mails = Integer.getInteger("bench.mails", 100);
        Path data = Files.createTempDirectory("throughline-bench");
        SpringApplication application = new SpringApplication(ThroughlineApplication.class, Counting.class);
        try (ConfigurableApplicationContext context = application.run(
                "--server.port=8099",
                "--throughline.sandbox.mail.smtp-port=3099",
                "--throughline.sandbox.mail.imap-port=3199",
                "--throughline.sandbox.morning-mail=false",
                "--throughline.sandbox.directory=" + data.resolve("sandbox"),
                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("throughline")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")) {
            CountingDataSource counter = context.getBean(CountingDataSource.class);
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            while (!context.getBean(ClientIndex.class).ready()) {
                Thread.sleep(200);
            }
            send(0, WARM_UP);
            await(jdbc, WARM_UP);
            one(counter, jdbc);
            counter.reset();
            long started = System.nanoTime();
            send(WARM_UP + 1, mails);
            await(jdbc, WARM_UP + 1 + mails);
            double seconds = (System.nanoTime() - started) / 1e9;
            print("%d mails in %.1f s: %.2f a second", mails, seconds, mails / seconds);
            print(
                    "JDBC executions a mail %.1f, commits a mail %.1f (mailbox polling included, job acquisition not)",
                    counter.executions.sum() / (double) mails, counter.commits.sum() / (double) mails);
            percentiles(jdbc, "accept to route", "request.opened_at", mails);
            percentiles(jdbc, "accept to delivery", "mail.finished_at", mails);
            percentiles(jdbc, "accept to close", "request.closed_at", mails);
        }
        System.exit(0);
    }

    /** One mail alone, so that its statements can be counted without the others'. */
    private static void one(CountingDataSource counter, JdbcClient jdbc) throws Exception {
        Thread.sleep(3000);
        counter.reset();
        send(WARM_UP, 1);
        await(jdbc, WARM_UP + 1);
        print("one mail alone: %d JDBC executions, %d commits", counter.executions.sum(), counter.commits.sum());
        if (Boolean.getBoolean("bench.statements")) {
            counter.byStatement().forEach((statement, count) -> print("%4d  %s", count, statement));
        }
    }

    private static void send(int first, int count) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", "3099");
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (int number = first; number < first + count; number++) {
                MimeMessage mail = new MimeMessage(session);
                mail.setFrom(new InternetAddress("denise@okaforplumbing.example", "Denise Okafor"));
                mail.setRecipients(Message.RecipientType.TO, "service@harborline.example");
                mail.setSubject("COI for Holder " + number);
                mail.setText("""
                        Please send a certificate of insurance, GL and work comp, no special wording.

                        Certificate holder:
                        Holder %1$d LLC
                        %1$d Harwin Dr
                        Houston, TX 77036

                        Please email it to office@holder%1$d.example. Policy is BMC-GL-0448213.
                        """.formatted(1000 + number));
                mail.saveChanges();
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        }
    }

    private static void await(JdbcClient jdbc, int done) throws InterruptedException {
        for (int tenth = 0; tenth < 3000; tenth++) {
            Thread.sleep(100);
            long closed = jdbc.sql(
                            "select count(*) from service_request where status = 'DONE' and closed_at is not null")
                    .query(Long.class)
                    .single();
            if (closed >= done) {
                return;
            }
        }
        throw new IllegalStateException("Not all requests were done within five minutes; see the log");
    }

    private static void percentiles(JdbcClient jdbc, String what, String moment, int mails) {
        List<Long> took = jdbc.sql("""
                        select item.accepted_at, %s from service_request request
                        join inbound_item item on item.id = request.inbound_item_id
                        join outbound_write mail on mail.request_number = request.number and mail.kind = 'EMAIL'
                        order by item.accepted_at desc fetch first %d rows only
                        """.formatted(moment, mails))
                .query((row, number) ->
                        row.getTimestamp(2).getTime() - row.getTimestamp(1).getTime())
                .list();
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        print(
                "%s: p50 %d ms, p95 %d ms, worst %d ms",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                Arrays.stream(sorted).max().orElse(0));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
