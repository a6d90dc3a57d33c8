package org.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughline.ThroughlineApplication;
import org.throughline.ams.ClientIndex;

/**
 * How long a preview of a mail of 200 words takes a caller, login included:
 * {@code mvn -Pbench test-compile exec:java -Dexec.mainClass=org.throughline.bench.PreviewBench}. One mail asks for one
 * thing at length, the other for five.
 */
public final class PreviewBench {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewBench.class);
    private static final int PORT = 8096;
    private static final int WARM = 300;
    private static final int TIMED = 300;
    private static final String PERSON = "maria:maria";

    private static final Map<String, String> MAILS = Map.of("one request", """
            {"channel":"EMAIL","from":"Frank Ostrow <frank@ostrowbuilders.example>","subject":"Certificate for the Wabash job",\
            "body":"Hi there,\\n\\nWe were just awarded the tenant build-out on Wabash that I told you about a few weeks ago and the \
            general contractor is asking for our paperwork before they let my crew through the gate on Monday morning. It is a fairly \
            large job for us, about four months of work with six of my people on site, so I would like to get off on the right foot \
            with them and not hold anybody up over insurance papers.\\n\\nThey need a certificate of insurance made out to Kessler \
            Construction Group, 1220 South Wabash Avenue, Chicago, Illinois 60605. The project is the third floor office renovation \
            and they gave me the job number 24-0177 to put in the description box so that it finds its way to the right file in \
            their office. General liability, auto and workers compensation should all be on it like the one you did for us in the \
            spring for the library.\\n\\nTheir project manager is Dana Whitfield and she said it is fine to mail it straight to her at \
            dana.whitfield@kesslergroup.example with a copy to me for my own records. I will be on the road most of today but you \
            can always reach me on my cell phone if something is unclear.\\n\\nMany thanks as always,\\nFrank Ostrow"}
            """, "five requests", """
            {"channel":"EMAIL","from":"Denise Rowan <denise@lakeviewcafe.example>","subject":"Several things for our policies",\
            "body":"Good morning Maria,\\n\\nHope you had a nice weekend. We have had a busy month here and there are a few things I \
            need your help with before the end of the week.\\n\\nFirst, we bought a new delivery van last Thursday, a 2023 Ford Transit \
            250, VIN 1FTBR1Y87PKA12345, and it needs to go on the business auto policy as of today. We financed it through Prairie \
            State Bank, so please list them as lienholder.\\n\\nSecond, please send a certificate of insurance to Harbor Point \
            Development LLC, 400 Lake Street, Suite 210, Chicago IL 60601. They want to be shown as additional insured on the general \
            liability.\\n\\nAlso, our driver Tom Becker left the company on Friday, so take him off the policy. Could you also tell me \
            why the premium on the last invoice went up by $312? Nobody explained it to us and we thought the rate was fixed for the \
            year.\\n\\nOne more thing: we moved our mailing address to PO Box 1180, Evanston IL 60204. The kitchen itself has not \
            moved, so the location stays the same on the policy.\\n\\nThanks so much for your help with all of this,\\nDenise Rowan"}
            """);

    private final HttpClient client = HttpClient.newHttpClient();

    private PreviewBench() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("preview-bench");
        try (ConfigurableApplicationContext context = new SpringApplication(ThroughlineApplication.class)
                .run(
                        "--server.port=" + PORT,
                        "--throughline.sandbox.mail.smtp-port=3096",
                        "--throughline.sandbox.mail.imap-port=3196",
                        "--throughline.sandbox.morning-mail=false",
                        "--throughline.sandbox.directory=" + data.resolve("sandbox"),
                        "--spring.datasource.url=jdbc:h2:file:" + data.resolve("throughline"))) {
            while (!context.getBean(ClientIndex.class).ready()) {
                Thread.sleep(100);
            }
            new PreviewBench().measure();
        }
        System.exit(0);
    }

    private void measure() throws IOException, InterruptedException {
        for (String mail : MAILS.values()) {
            times(mail, WARM);
        }
        for (Map.Entry<String, String> mail : MAILS.entrySet()) {
            long[] times = times(mail.getValue(), TIMED);
            Arrays.sort(times);
            LOG.info(String.format(
                    Locale.ROOT,
                    "Preview of 200 words with %s: p50 %.1f ms, p95 %.1f ms, longest %.1f ms",
                    mail.getKey(),
                    times[TIMED / 2] / 1e6,
                    times[TIMED * 95 / 100] / 1e6,
                    times[TIMED - 1] / 1e6));
        }
    }

    private long[] times(String mail, int count) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(PERSON.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/api/intake/preview"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(mail))
                .build();
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            times[i] = System.nanoTime() - begin;
            if (answer.statusCode() != 200) {
                throw new IOException("The preview answered " + answer.statusCode() + ": " + answer.body());
            }
        }
        return times;
    }
}
