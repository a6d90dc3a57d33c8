package org.throughline.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughline.ThroughlineApplication;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.Client;

/**
 * What a call to a vendor costs on our side of the wire: mapping, decoding, line and breaker, read from the application's
 * own timers, and the processor time of the calling thread, which other work on the machine does not stretch, while clients and policies are read from the simulated systems over loopback. {@code mvn -Pbench test-compile
 * exec:java -Dexec.mainClass=org.throughline.bench.VendorOverheadBench -Dbench.vendor=nowcerts}. Port 8095 and the mail
 * ports 3095 and 3195 must be free.
 */
public final class VendorOverheadBench {

    private static final Logger LOG = LoggerFactory.getLogger(VendorOverheadBench.class);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 12);

    private VendorOverheadBench() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("throughline-vendor-bench");
        String vendor = System.getProperty("bench.vendor", "nowcerts");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=8095",
                        "--spring.datasource.url=jdbc:h2:file:" + data.resolve("bench"),
                        "--throughline.sandbox.mail.smtp-port=3095",
                        "--throughline.sandbox.mail.imap-port=3195",
                        "--throughline.sandbox.directory=" + data.resolve("sandbox"),
                        "--throughline.intake.feed.directory=" + data.resolve("feed"),
                        "--throughline.sandbox.morning-mail=false",
                        "--throughline.ams.vendor=" + vendor,
                        "--logging.level.root=WARN",
                        "--logging.level.org.throughline.bench=INFO")) {
            read(application, 2);
            application.getBean(MeterRegistry.class).find("throughline.vendor.overhead").timers().stream()
                    .forEach(timer -> LOG.info("{} warmed up with {} calls", name(timer), timer.count()));
            long before = calls(application);
            long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            read(application, ROUNDS);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
            report(application.getBean(MeterRegistry.class));
            LOG.info(
                    "{} ms of processor a call, sending and reading included",
                    String.format(Locale.ROOT, "%.3f", cpu / 1e6 / (calls(application) - before)));
        }
        System.exit(0);
    }

    private static void read(ConfigurableApplicationContext application, int rounds) {
        AmsClients clients = application.getBean(AmsClients.class);
        AmsPolicies policies = application.getBean(AmsPolicies.class);
        List<Client> all = clients.changedSince(null);
        for (int round = 0; round < rounds; round++) {
            for (Client client : all) {
                clients.find(client.id());
                policies.ofClient(client.id());
            }
        }
    }

    private static long calls(ConfigurableApplicationContext application) {
        return application.getBean(MeterRegistry.class).find("throughline.vendor.call").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static void report(MeterRegistry registry) {
        registry.find("throughline.vendor.overhead").timers().forEach(timer -> {
            Timer whole = registry.get("throughline.vendor.call")
                    .tag("vendor", name(timer))
                    .timer();
            LOG.info(
                    "{}: {} calls; ours p50 and p95 {} ms, the whole call {} ms",
                    name(timer),
                    timer.count(),
                    percentiles(timer),
                    percentiles(whole));
        });
    }

    private static String name(Timer timer) {
        return String.valueOf(timer.getId().getTag("vendor"));
    }

    private static String percentiles(Timer timer) {
        ValueAtPercentile[] values = timer.takeSnapshot().percentileValues();
        return Arrays.stream(values)
                .map(value -> String.format(Locale.ROOT, "%.3f", value.value(TimeUnit.MILLISECONDS)))
                .toList()
                .toString();
    }
}
