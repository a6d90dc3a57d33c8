package org.throughline.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;

/**
 * Posts small e-mails and submissions of all other channels to a running application as fast as it takes them, checks
 * that each is exactly one item with one process, posts all of them again and checks that none is added.
 *
 * <p>{@code mvn -Pbench test-compile exec:java -Dexec.mainClass=org.throughline.bench.IntakeBench}. {@code
 * -Dbench.items=10000} says how many, {@code -Dbench.senders=8} how many post at a time; {@code -Dbench.kill=true} kills
 * the application (SIGKILL) when half of them were posted, starts it again and posts all; {@code -Dbench.statements=true}
 * lists the statements. Ports 8097, 3097 and 3197 must be free.
 */
public final class IntakeBench {

    private static final int WARM_UP = 200;
    private static final String ENDED = "ended";
    private static final List<String> CHANNELS = List.of("phone", "sms", "portal", "form", "carrier-feed");
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.US_ASCII));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int items = Integer.getInteger("bench.items", 10_000);
    private final int senders = Integer.getInteger("bench.senders", 8);

    private IntakeBench(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        IntakeBench bench = new IntakeBench(Files.createTempDirectory("throughline-intake-bench"));
        if (Boolean.getBoolean("bench.kill")) {
            bench.killAndRepeat();
        } else {
            bench.postAndRepeat();
        }
        System.exit(0);
    }

    private void postAndRepeat() throws Exception {
        try (Server server = new Server()) {
            post("warm", WARM_UP);
            server.ask("reset");
            Posted first = post("item", items);
            print("first time: %s", first);
            String[] counted = server.ask("statements").split(" ", -1);
            print(
                    "statements an item %.1f, commits an item %.2f (login and acceptance, the request's own thread)",
                    Integer.parseInt(counted[0]) / (double) items, Integer.parseInt(counted[1]) / (double) items);
            if (Boolean.getBoolean("bench.statements")) {
                server.ask("list");
            }
            print("of them worked on at once: %s", server.ask("done"));
            check(server, first.accepted() == items);
            Posted again = post("item", items);
            print("second time: %s", again);
            check(server, again.duplicates() == items);
        }
    }

    private void killAndRepeat() throws Exception {
        try (Server server = new Server()) {
            post("warm", WARM_UP);
            AtomicInteger answered = new AtomicInteger();
            Thread killer = new Thread(() -> killAfterHalf(server, answered), "killer");
            killer.setDaemon(true);
            killer.start();
            Posted first = post("item", items, answered);
            print("killed: %s", first);
        }
        try (Server server = new Server()) {
            print("items after the kill: %s", server.ask("items"));
            Posted again = post("item", items);
            print("posted again: %s", again);
            check(server, again.failed() == 0 && again.accepted() + again.duplicates() == items);
        }
    }

    private void killAfterHalf(Server server, AtomicInteger answered) {
        try {
            while (answered.get() < items / 2) {
                Thread.sleep(5);
            }
            server.kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(Server server, boolean answers) throws InterruptedException {
        String stored = server.ask("items");
        String originals = server.ask("originals");
        String processes = server.ask("processes");
        String expected = String.valueOf(WARM_UP + items);
        print("items %s, originals %s, processes %s, expected %s of each", stored, originals, processes, expected);
        if (!answers || !stored.equals(expected) || !originals.equals(expected) || !processes.equals(expected)) {
            throw new IllegalStateException("An item was lost, doubled or answered wrongly");
        }
    }

    /** What became of a round of posts, and how long the answers took. */
    private record Posted(int accepted, int duplicates, int failed, double seconds, long[] millis) {
        @Override
        public String toString() {
            int sent = millis.length;
            return String.format(
                    Locale.ROOT,
                    "%d accepted, %d duplicates, %d without an answer in %.1f s: %.0f a second, p50 %d ms, p95 %d ms,"
                            + " worst %d ms",
                    accepted,
                    duplicates,
                    failed,
                    seconds,
                    (accepted + duplicates) / seconds,
                    millis[sent / 2],
                    millis[(int) (sent * 0.95)],
                    millis[sent - 1]);
        }
    }

    private Posted post(String series, int count) throws InterruptedException {
        return post(series, count, new AtomicInteger());
    }

    private Posted post(String series, int count, AtomicInteger answered) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger duplicates = new AtomicInteger();
        AtomicLongArray took = new AtomicLongArray(count);
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        long started = System.nanoTime();
        for (int sender = 0; sender < senders; sender++) {
            pool.execute(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long sent = System.nanoTime();
                    String status = status(series, i);
                    took.set(i, (System.nanoTime() - sent) / 1_000_000);
                    accepted.addAndGet(status.equals("ACCEPTED") ? 1 : 0);
                    duplicates.addAndGet(status.equals("DUPLICATE") ? 1 : 0);
                    answered.incrementAndGet();
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("The application takes more than an hour");
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long[] millis = new long[count];
        Arrays.setAll(millis, took::get);
        Arrays.sort(millis);
        int failed = count - accepted.get() - duplicates.get();
        return new Posted(accepted.get(), duplicates.get(), failed, seconds, millis);
    }

    /** The status in the receipt, or what went wrong. */
    private String status(String series, int number) {
        try {
            HttpResponse<String> answer = http.send(request(series, number), HttpResponse.BodyHandlers.ofString());
            String body = answer.body();
            int status = body.indexOf("\"status\":\"");
            return answer.statusCode() == 202 && status >= 0
                    ? body.substring(status + 10, body.indexOf('"', status + 10))
                    : "HTTP " + answer.statusCode();
        } catch (IOException noAnswer) {
            return noAnswer.toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return stopped.toString();
        }
    }

    /** Every other item is an e-mail. */
    private static HttpRequest request(String series, int number) {
        boolean mail = number % 2 == 0;
        String channel = mail ? "email" : CHANNELS.get(number / 2 % CHANNELS.size());
        return HttpRequest.newBuilder(URI.create("http://localhost:" + IntakeServer.PORT + "/api/intake/" + channel))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", mail ? "message/rfc822" : "application/json")
                .header("Authorization", LOGIN)
                .POST(HttpRequest.BodyPublishers.ofString(mail ? mail(series, number) : submission(series, number)))
                .build();
    }

    private static String mail(String series, int number) {
        return String.join(
                        "\r\n",
                        "From: Sender %2$d <sender%2$d@bench%3$d.example>",
                        "To: service@harborline.example",
                        "Subject: Question %2$d about our policy",
                        "Message-ID: <%1$s-%2$d@bench.example>",
                        "Date: Mon, 16 Nov 2026 10:12:00 -0600",
                        "Content-Type: text/plain; charset=utf-8",
                        "",
                        "Please call me about item %2$d of our policy when you have time.",
                        "")
                .formatted(series, number, number % 500);
    }

    private static String submission(String series, int number) {
        return """
                {"externalId": "%1$s-%2$d", "from": "Sender %2$d <sender%2$d@bench%3$d.example>",
                 "subject": "Question %2$d", "body": "Please call me about item %2$d when you have time."}
                """.formatted(series, number, number % 500);
    }

    /** Maven runs this in its own virtual machine, whose class path is not ours. */
    private static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** The application in a process of its own. */
    private final class Server implements AutoCloseable {
        private final Process process;
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final PrintWriter questions;

        private Server() throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("java", "-Xmx1g"));
            String url = System.getProperty("bench.url");
            if (url != null) {
                command.add("-Dbench.url=" + url);
            }
            command.addAll(List.of("-cp", classPath(), IntakeServer.class.getName(), data.toString()));
            process = new ProcessBuilder(command)
                    .redirectError(data.resolve("error.log").toFile())
                    .start();
            Thread listener = new Thread(this::listen, "listener");
            listener.setDaemon(true);
            listener.start();
            questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
            answer();
        }

        private String ask(String question) throws InterruptedException {
            questions.println(question);
            return answer();
        }

        private String answer() throws InterruptedException {
            String answer = answers.take();
            if (answer.equals(ENDED)) {
                throw new IllegalStateException("The application ended; see " + data);
            }
            return answer;
        }

        /** All that the application writes and that is no answer goes to a file. */
        private void listen() {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                    PrintWriter log = new PrintWriter(Files.newBufferedWriter(
                            data.resolve("output.log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(IntakeServer.ANSWER)) {
                        answers.add(line.substring(IntakeServer.ANSWER.length()));
                    } else if (line.startsWith(IntakeServer.LISTED)) {
                        print("%s", line.substring(IntakeServer.LISTED.length()));
                    } else {
                        log.println(line);
                    }
                }
            } catch (IOException killed) {
                print("The application's output ended: %s", killed);
            }
            answers.add(ENDED);
        }

        private void kill() {
            process.destroyForcibly();
        }

        @Override
        public void close() {
            questions.close();
            try {
                if (!process.waitFor(1, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
