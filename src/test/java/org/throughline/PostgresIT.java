package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.throughline.platform.TestPostgres;
import org.throughline.reporting.ReportName;

/** A morning of the practice agency on PostgreSQL, which refuses what H2 lets pass. It ends before its server does. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@DirtiesContext
@EnabledIf(value = "org.throughline.platform.TestPostgres#starts", disabledReason = "PostgreSQL does not start here")
class PostgresIT {

    private static final int MORNING = 42;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    PostgresIT(JdbcClient jdbc, RuntimeService runtime) {
        this.jdbc = jdbc;
        this.runtime = runtime;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        String database = TestPostgres.database();
        registry.add("spring.datasource.url", () -> database);
        registry.add("spring.datasource.username", () -> TestPostgres.USER);
        registry.add("spring.flyway.placeholders.blob", () -> "bytea");
    }

    private HttpRequest request(String path, String json) {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json");
        return (json.isEmpty() ? request : request.POST(BodyPublishers.ofString(json))).build();
    }

    private HttpResponse<String> call(String path, String json) throws IOException, InterruptedException {
        return http.send(request(path, json), HttpResponse.BodyHandlers.ofString());
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private String workedOff() {
        await().atMost(PATIENCE)
                .until(() -> count("inbound_item where channel = 'EMAIL'") > 0
                        && count("inbound_item") >= MORNING
                        && count("inbound_item where state = 'RECEIVED'") == 0
                        && count("outbound_write where status = 'PLANNED'") == 0
                        && count("service_request where work_type = 'CERT_LIABILITY' and status = 'DONE'") > 0);
        return jdbc.sql("select min(number) from service_request where closed_at is null")
                .query(String.class)
                .single();
    }

    @Test
    void worksTheMorningOffAndReportsIt() throws Exception {
        String open = workedOff();

        assertThat(runtime.createIncidentQuery().count()).isZero();
        List<String> wanted = new ArrayList<>(List.of("/api/tasks", "/api/outbound-writes", "/api/exports/open-work"));
        List.of("", "/timeline", "/decisions", "/policies", "/documents")
                .forEach(part -> wanted.add("/api/requests/" + open + part));
        for (ReportName report : ReportName.values()) {
            report.groupings().forEach(group -> wanted.add("/api/reports/" + report.id() + "?groupBy=" + group));
            wanted.add("/api/reports/" + report.id() + "?groupBy=none");
        }
        for (String path : wanted) {
            assertThat(call(path, "").statusCode()).as(path).isEqualTo(200);
        }
        assertThat(call("/api/reports/rebuild", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsWhatComesTwiceAtTheSameMomentOnce() {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String item = "{\"externalId\":\"pg-" + i / 2 + "\",\"from\":\"a@b.example\",\"body\":\"our invoice "
                    + i / 2 + "\"}";
            calls.add(http.sendAsync(request("/api/intake/phone", item), HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(202));
        assertThat(count("inbound_item where external_id like 'pg-%'")).isEqualTo(20);
    }

    @Test
    void neitherKeepsNorFailsOnNul() throws Exception {
        String open = workedOff();
        String moved = "{\"queue\":\"claims-advocates\",\"reason\":\"a\\u0000b\"}";

        assertThat(call("/api/requests/" + open + "/reroute", moved).statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select words from request_intervention where request_number = ?")
                        .param(open)
                        .query(String.class)
                        .list())
                .containsExactly("ab");
        assertThat(call("/api/requests/" + open + "/messages", "{\"direction\":\"NOTE\",\"body\":\"a\\u0000b\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("/api/requests?client=%00", "").statusCode()).isEqualTo(400);
    }
}
