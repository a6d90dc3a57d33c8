package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsSystem;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.sandbox.mail.MailServerPorts;

/** Two agencies in one process, Harborline on NowCerts and Bayside on HawkSoft: each does its own work, and sees only that. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "throughline.ams.sync-interval=1s"})
@ActiveProfiles({"sandbox", "two-agencies"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoAgenciesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HARBORLINE = "harborline";
    private static final String BAYSIDE = "bayside";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final AmsSystem system;
    private final AmsClients clients;
    private final MeterRegistry meters;
    private final MailServerPorts mail;

    @LocalServerPort
    private int port;

    TwoAgenciesIT(
            JdbcClient jdbc,
            Agencies agencies,
            AmsSystem system,
            AmsClients clients,
            MeterRegistry meters,
            MailServerPorts mail) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.system = system;
        this.clients = clients;
        this.meters = meters;
        this.mail = mail;
    }

    @AfterEach
    void repair() throws IOException, InterruptedException {
        fault("nowcerts", "none");
        fault("hawksoft", "none");
    }

    @Test
    @Order(1)
    void eachAgencyIssuesItsCertificateAndKeepsItsOwnSystemInStep() throws Exception {
        assertThat(inScope(HARBORLINE, system::name)).isEqualTo("NowCerts");
        assertThat(inScope(BAYSIDE, system::name)).isEqualTo("HawkSoft");
        assertThat(system.name()).isEqualTo("NowCerts");

        send("service@harborline.example", "Harwin Storage LLC", "office@harwin.example", "one");
        send("service@bayside.example", "Seawall Lofts LLC", "office@seawall.example", "two");
        await().atMost(PATIENCE).until(() -> done(HARBORLINE) == 1 && done(BAYSIDE) == 1);

        String ours = number(HARBORLINE);
        String theirs = number(BAYSIDE);
        assertThat(references("nowcerts")).isNotEmpty().allMatch(reference -> reference.startsWith(ours + "-"));
        assertThat(references("hawksoft")).isNotEmpty().allMatch(reference -> reference.startsWith(theirs + "-"));
        await().atMost(PATIENCE).until(() -> senders("office@harwin.example").size() == 1);
        assertThat(senders("office@harwin.example")).singleElement().asString().contains("service@harborline.example");
        await().atMost(PATIENCE).until(() -> senders("office@seawall.example").size() == 1);
        assertThat(senders("office@seawall.example"))
                .singleElement()
                .asString()
                .contains("Bayside Insurance")
                .contains("service@bayside.example");
        assertThat(jdbc.sql("select count(*) from ACT_HI_PROCINST where TENANT_ID_ is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(2)
    void peopleOfOneSeeNothingOfTheOther() throws Exception {
        String ours = number(HARBORLINE);
        String theirs = number(BAYSIDE);

        assertThat(numbers(get("/api/requests", "maria", null))).containsExactly(ours);
        assertThat(numbers(get("/api/requests", "bea", null))).containsExactly(theirs);
        for (String part : List.of("", "/timeline", "/decisions", "/policies", "/documents")) {
            assertThat(status("/api/requests/" + theirs + part, "maria"))
                    .as(part)
                    .isEqualTo(404);
            assertThat(status("/api/requests/" + ours + part, "bea")).as(part).isEqualTo(404);
        }
        for (String part : List.of("/certificates", "/checks", "/submissions")) {
            assertThat(get("/api/requests/" + theirs + part, "maria", null))
                    .as(part)
                    .isEmpty();
            assertThat(get("/api/requests/" + ours + part, "bea", null))
                    .as(part)
                    .isEmpty();
        }
        assertThat(get("/api/requests/" + theirs + "/certificates", "bea", null))
                .isNotEmpty();
        assertThat(get("/api/requests/" + theirs + "/policies", "bea", null)).isNotEmpty();

        for (String document : documents(BAYSIDE)) {
            assertThat(status("/api/requests/" + theirs + "/documents/" + document, "bea"))
                    .isEqualTo(200);
            assertThat(status("/api/requests/" + theirs + "/documents/" + document, "maria"))
                    .isEqualTo(404);
            assertThat(status("/api/requests/" + ours + "/documents/" + document, "maria"))
                    .isEqualTo(404);
        }
        String item = jdbc.sql("select id from inbound_item where tenant_id = ?")
                .param(BAYSIDE)
                .query(String.class)
                .single();
        assertThat(status("/api/inbound-items/" + item, "bea")).isEqualTo(200);
        assertThat(status("/api/inbound-items/" + item, "maria")).isEqualTo(404);
        assertThat(status("/api/inbound-items/" + item + "/raw", "maria")).isEqualTo(404);

        assertThat(requestsOf(get("/api/outbound-writes", "nora", null))).containsOnly(ours);
        assertThat(requestsOf(get("/api/outbound-writes", "otis", null))).containsOnly(theirs);
        assertThat(userIds(get("/api/staff", "otis", null))).containsExactlyInAnyOrder("bea", "otis");
        assertThat(userIds(get("/api/staff", "nora", null))).contains("maria").doesNotContain("bea", "otis");
        assertThat(clientIds(HARBORLINE)).isNotEmpty().doesNotContainAnyElementsOf(clientIds(BAYSIDE));
        assertThat(clientIds(BAYSIDE)).isNotEmpty();
    }

    @Test
    @Order(3)
    void tasksBelongToTheAgencyOfTheirWork() throws Exception {
        send("service@harborline.example", "Harwin Annex LLC", "annex@harwin.example", "three", WANTS_MORE);
        send("service@bayside.example", "Seawall Annex LLC", "annex@seawall.example", "four", WANTS_MORE);
        await().atMost(PATIENCE)
                .until(() -> !tasks(HARBORLINE).isEmpty() && !tasks(BAYSIDE).isEmpty());
        String ours = tasks(HARBORLINE).get(0);
        String theirs = tasks(BAYSIDE).get(0);

        assertThat(ids(get("/engine-rest/task", "maria", null))).contains(ours).doesNotContain(theirs);
        assertThat(ids(get("/engine-rest/task", "bea", null))).contains(theirs).doesNotContain(ours);
        assertThat(status("/engine-rest/task/" + ours, "bea")).isIn(403, 404);
        assertThat(ids(get("/api/tasks", "nora", null).get("items")))
                .contains(ours)
                .doesNotContain(theirs);
        assertThat(ids(get("/api/tasks", "otis", null).get("items")))
                .contains(theirs)
                .doesNotContain(ours);
        assertThat(ids(get("/api/tasks", "admin", null).get("items")))
                .contains(ours)
                .doesNotContain(theirs);
        assertThat(ids(get("/api/tasks", "admin", BAYSIDE).get("items")))
                .contains(theirs)
                .doesNotContain(ours);

        JsonNode moved = JSON.readTree(call(
                        "POST",
                        "/api/tasks/reassign",
                        "otis",
                        null,
                        "{\"taskIds\":[\"" + ours + "\"],\"userId\":\"bea\",\"reason\":\"Try\"}")
                .body());
        assertThat(moved.toString()).contains("there never was one");
        assertThat(jdbc.sql("select ASSIGNEE_ from ACT_RU_TASK where ID_ = ?")
                        .param(ours)
                        .query(String.class)
                        .list())
                .doesNotContain("bea");
    }

    @Test
    @Order(4)
    void aHeaderChoosesAmongTheAgenciesOfTheCaller() throws Exception {
        assertThat(numbers(get("/api/requests", "admin", BAYSIDE))).contains(number(BAYSIDE));
        assertThat(numbers(get("/api/requests", "admin", null))).contains(number(HARBORLINE));
        HttpResponse<String> refused = call("GET", "/api/requests", "maria", BAYSIDE, null);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(refused.body()).contains("X-Agency");
        assertThat(call("GET", "/engine-rest/task", "bea", HARBORLINE, null).statusCode())
                .isEqualTo(403);

        call("PUT", "/engine-rest/tenant/" + BAYSIDE + "/user-members/nora", "admin", null, "");
        assertThat(numbers(get("/api/requests", "nora", BAYSIDE))).contains(number(BAYSIDE));
        assertThat(numbers(get("/api/requests", "nora", null))).contains(number(HARBORLINE));
        HttpResponse<String> taken = call(
                "POST",
                "/api/intake/phone",
                "otis",
                null,
                "{\"from\":\"(713) 555-0142\",\"body\":\"Please call back.\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(jdbc.sql("select tenant_id from inbound_item where id = ?")
                        .param(JSON.readTree(taken.body()).get("inboundItemId").asText())
                        .query(String.class)
                        .single())
                .isEqualTo(BAYSIDE);
    }

    @Test
    @Order(5)
    void aSystemThatIsDownStopsItsOwnAgencyOnly() throws Exception {
        fault("nowcerts", "down");
        long before = done(BAYSIDE);
        send("service@harborline.example", "Harwin Depot LLC", "depot@harwin.example", "five");
        send("service@bayside.example", "Seawall Depot LLC", "depot@seawall.example", "six");

        await().atMost(PATIENCE).until(() -> done(BAYSIDE) == before + 1);
        assertThat(senders("depot@harwin.example")).isEmpty();
        long ours = done(HARBORLINE);

        fault("nowcerts", "none");
        await().atMost(PATIENCE).until(() -> done(HARBORLINE) == ours + 1);
        await().atMost(PATIENCE).until(() -> senders("depot@harwin.example").size() == 1);
    }

    @Test
    @Order(6)
    void manyCallsOnBothShareNothing() throws Exception {
        String ours = clientIds(HARBORLINE).get(0);
        String theirs = clientIds(BAYSIDE).get(0);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(() -> inScope(HARBORLINE, () -> clients.find(ours).isPresent()));
                calls.add(() -> inScope(BAYSIDE, () -> clients.find(theirs).isPresent()));
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(logins(HARBORLINE)).isEqualTo(1);
        assertThat(meters.find("throughline.vendor.call")
                        .tag("connection", BAYSIDE)
                        .timers())
                .isNotEmpty()
                .allMatch(timer -> "HawkSoft".equals(timer.getId().getTag("vendor")));
    }

    private static final String WANTS_MORE = " They need to be additional insured.";

    /** Logins at NowCerts since the start, however many calls there were. */
    private long logins(String tenant) {
        return meters
                .find("throughline.vendor.call")
                .tag("connection", tenant)
                .tag("vendor", "NowCerts login")
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private <T> T inScope(String tenant, java.util.function.Supplier<T> work) {
        Agency agency = agencies.of(tenant);
        return AgencyScope.call(agency, work);
    }

    private long done(String tenant) {
        return jdbc.sql("select count(*) from service_request where tenant_id = ? and status = 'DONE'")
                .param(tenant)
                .query(Long.class)
                .single();
    }

    private String number(String tenant) {
        return jdbc.sql("select min(number) from service_request where tenant_id = ?")
                .param(tenant)
                .query(String.class)
                .single();
    }

    private List<String> tasks(String tenant) {
        return jdbc.sql("select ID_ from ACT_RU_TASK where TENANT_ID_ = ?")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private List<String> documents(String tenant) {
        return jdbc.sql("select id from document where tenant_id = ?")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private List<String> clientIds(String tenant) {
        return jdbc.sql("select client_id from client_index where tenant_id = ? order by client_id")
                .param(tenant)
                .query(String.class)
                .list();
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(field).asText()));
        return texts;
    }

    private static List<String> numbers(JsonNode page) {
        return texts(page.get("items"), "number");
    }

    private static List<String> requestsOf(JsonNode page) {
        return texts(page.get("items"), "requestNumber");
    }

    private static List<String> userIds(JsonNode people) {
        return texts(people.get("items"), "userId");
    }

    private static List<String> ids(JsonNode rows) {
        return texts(rows, "id");
    }

    /** Our references in what a simulated system was made to keep. */
    private List<String> references(String vendor) throws IOException, InterruptedException {
        return texts(get("/sandbox/" + vendor + "/_state", "admin", null).get("writes"), "reference");
    }

    private void fault(String vendor, String mode) throws IOException, InterruptedException {
        call("PUT", "/sandbox/" + vendor + "/_fault", "admin", null, "{\"mode\":\"" + mode + "\"}");
    }

    private JsonNode get(String path, String user, @Nullable String agency) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("GET", path, user, agency, null);
        assertThat(answer.statusCode())
                .as(path + " as " + user + ": " + answer.body())
                .isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int status(String path, String user) throws IOException, InterruptedException {
        return call("GET", path, user, null, null).statusCode();
    }

    private HttpResponse<String> call(
            String method, String path, String user, @Nullable String agency, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (agency != null) {
            request.header("X-Agency", agency);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void send(String mailbox, String holder, String deliverTo, String id) throws MessagingException {
        send(mailbox, holder, deliverTo, id, "");
    }

    private void send(String mailbox, String holder, String deliverTo, String id, String more)
            throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(mail.smtp()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@okaforplumbing.example>");
            }
        };
        message.setFrom(new InternetAddress("denise@okaforplumbing.example"));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(mailbox)});
        message.setSubject("COI for " + holder);
        message.setText("""
                Please send a certificate of insurance, GL only, no special wording.%s
                Certificate holder:
                %s
                500 Harwin Dr
                Houston, TX 77036
                Please email it to %s. Policy is BMC-GL-0448213.
                """.formatted(more, holder, deliverTo), "utf-8");
        Transport.send(message);
    }

    /** Who wrote what lies in a mailbox. */
    private List<String> senders(String address) throws MessagingException {
        List<String> senders = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", mail.imap(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    senders.add(message.getFrom()[0].toString());
                }
            }
        }
        return senders;
    }
}
