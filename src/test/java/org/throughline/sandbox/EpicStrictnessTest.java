package org.throughline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.client.RestClient;
import org.throughline.platform.MovingClock;

/** The practice agency's Epic refuses what the vendor refuses, and answers in the vendor's envelopes. */
@SpringBootTest(
        classes = EpicStrictnessTest.Simulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.epic.store=jdbc:h2:mem:strict-epic",
            "throughline.sandbox.epic.release=2026-04",
            "throughline.sandbox.epic.locked-policies=BMC-GL-0448213",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EpicStrictnessTest {

    private static final String OKAFOR = "e0000000-0000-4000-8000-000000010001";
    private static final String MARIN = "e0000000-0000-4000-8000-000000010002";
    private static final String POLICIES = "/epic/policy/v2/policies";
    private static final String LINES = "/epic/policy/v2/lines";
    private static final String ACTIVITIES = "/workflow-management/v1/activities";
    private static final String ATTACHMENTS = "/epic/attachment/v2/attachments";
    private static final String AUDIENCE = "&audience=api.myappliedproducts.com/epic";
    private static final MovingClock CLOCK = new MovingClock();

    private final String host;
    private final RestClient http = RestClient.create();
    private final ObjectMapper json = new ObjectMapper();
    private String token = "";

    EpicStrictnessTest(@LocalServerPort int port) {
        this.host = "http://localhost:" + port + "/sandbox/epic";
    }

    /** The simulator alone. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.throughline.sandbox.epic", "org.throughline.sandbox.vendor"})
    @ConfigurationPropertiesScan("org.throughline.sandbox.epic")
    @SimulatorWeb
    static class Simulator {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    private record Answer(int status, String type, JsonNode body) {}

    @BeforeEach
    void login() {
        token = login("practice-key:practice-only", "grant_type=client_credentials" + AUDIENCE)
                .body()
                .path("access_token")
                .asText();
    }

    @Test
    void sellsATokenForTwoHours() {
        Answer answer = login("practice-key:practice-only", "grant_type=client_credentials" + AUDIENCE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(7200);
        assertThat(answer.body().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(get("/epic/account/v1/accounts?limit=1").status()).isEqualTo(200);

        CLOCK.advance(Duration.ofHours(2));

        Answer late = get("/epic/account/v1/accounts?limit=1");
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.type()).startsWith("application/problem+json");
        assertThat(late.body().path("title").asText()).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @CsvSource({
        "practice-key:wrong, grant_type=client_credentials&audience=api.myappliedproducts.com/epic, 401",
        "practice-key:practice-only, grant_type=client_credentials, 400",
        "practice-key:practice-only, grant_type=client_credentials&audience=other, 400",
        "practice-key:practice-only, grant_type=password&audience=api.myappliedproducts.com/epic, 400",
        "'', grant_type=client_credentials&client_id=practice-key&client_secret=practice-only, 200",
        "'', grant_type=client_credentials&client_id=practice-key&client_secret=wrong, 401"
    })
    void sellsNoTokenForAWrongRequest(String pair, String form, int status) {
        assertThat(login(pair, form).status()).isEqualTo(status);
    }

    @Test
    void keepsATokenToItsScopes() {
        token = login(
                        "practice-key:practice-only",
                        "grant_type=client_credentials" + AUDIENCE + "&scope=epic/policies:read epic/lines:all")
                .body()
                .path("access_token")
                .asText();

        assertThat(get(POLICIES + "?limit=1").status()).isEqualTo(200);
        assertThat(get(LINES + "?limit=1").status()).isEqualTo(200);
        Answer forbidden = get("/epic/account/v1/accounts?limit=1");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.type()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/epic/policy/v2/policies?limit=501",
                "/epic/policy/v2/policies?limit=0",
                "/epic/policy/v2/policies?offset=-1",
                "/epic/policy/v2/policies?policynumber=BMC-GL-0448213",
                "/epic/policy/v2/policies?client=10001",
                "/epic/policy/v2/policies?lastUpdatedBy.date_after=yesterday",
                "/epic/policy/v2/policies?historic_status=OLD",
                "/epic/policy/v2/policies?historic_status=CURRENT&historic_status=HISTORIC",
                "/epic/policy/v2/policies?embed=lines",
                "/epic/account/v1/accounts/search?type=CLIENT",
                "/epic/account/v1/accounts?type=INSURED",
                "/epic/policy/v2/statuses?active_status=active",
                "/workflow-management/v1/activities/premium-payable-entities"
            })
    void refusesAWrongQuestion(String path) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asText()).isEqualTo("One or more arguments are invalid");
        assertThat(answer.body().path("traceId").asText()).isNotBlank();
        assertThat(answer.body().path("additionalDetails")).isNotEmpty();
    }

    @Test
    void findsAccountsByAddressNumberAndName() {
        String search = "/epic/account/v1/accounts/search";
        Answer found = get(search + "?email=lmarin@marinframing.example&expand=matchedResults");
        assertThat(found.type()).startsWith("application/hal+json");
        JsonNode account = found.body().at("/_embedded/accounts/0");
        assertThat(account.path("id").asText()).isEqualTo(MARIN);
        assertThat(account.at("/_links/self/href").asText()).isEqualTo(host + "/epic/client/v1/clients/" + MARIN);
        assertThat(account.at("/matchedResults/0/type").asText()).isEqualTo("CONTACT");
        assertThat(account.at("/matchedResults/0/emails/0/emailAddress").asText())
                .isEqualTo("lmarin@marinframing.example");

        assertThat(get(search + "?phoneNumber=%2B15125550164").body().toString())
                .contains(MARIN);
        assertThat(get(search + "?phoneNumber_contains=5550164").body().toString())
                .contains(MARIN);
        assertThat(get(search + "?phoneNumber=512-555-0164").status()).isEqualTo(412);
        assertThat(get("/epic/account/v1/accounts?name_contains=marin%20fram&type=CLIENT")
                        .body()
                        .toString())
                .contains(MARIN);
        assertThat(get("/epic/account/v1/accounts?type=COMPANY")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(9);
        assertThat(get("/epic/contact/v1/contacts?phoneNumber=%2B15125550164&embed=account")
                        .body()
                        .findValuesAsText("name"))
                .contains("Marin Framing LLC");
    }

    @Test
    void givesACollectionInLinkedPages() {
        Set<String> seen = new HashSet<>();
        String next = host + POLICIES + "?historic_status=CURRENT,HISTORIC&limit=50&offset=0";
        while (!next.isEmpty()) {
            JsonNode page = send(HttpMethod.GET, next, "application/json", null).body();
            page.at("/_embedded/policies")
                    .forEach(policy -> seen.add(policy.path("id").asText()));
            assertThat(page.at("/_links/first/href").asText()).contains("offset=0");
            next = page.at("/_links/next/href").asText("");
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(122);
        assertThat(get(POLICIES).body().at("/_embedded/policies")).hasSize(100);
        JsonNode premium =
                get(POLICIES + "?policyNumber=BMC-GL-0448213").body().at("/_embedded/policies/0/premium/estimated");
        assertThat(premium.path("units").isTextual()).isTrue();
        assertThat(premium.path("units").asText()).isEqualTo("6184");
        assertThat(premium.path("partialUnits").isNumber()).isTrue();
    }

    @Test
    void changesNothingThatCannotBeChanged() {
        String policy = policyId("BMC-WC-0448214");
        assertThat(put(POLICIES + "/" + policy).status()).isEqualTo(405);
        assertThat(put(LINES + "/" + policy).status()).isEqualTo(405);
        assertThat(get("/epic/policy/v1/policies").status()).isEqualTo(404);
        assertThat(get("/epic/account/v1/accounts/" + policy).status()).isEqualTo(404);
    }

    @Test
    void asksForTheReleaseThatACallCameWith() {
        Answer answer = get(POLICIES + "/" + policyId("BMC-WC-0448214"));
        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.body().path("detail").asText()).contains("requires version May 2026 of Epic");
        assertThat(get("/epic/account/v1/accounts/" + OKAFOR + "/relationships").status())
                .isEqualTo(426);
        assertThat(get(POLICIES).status()).isEqualTo(200);
    }

    @Test
    void makesAPolicyWithOneLineAndOneMore() {
        JsonNode line = get(LINES + "?client=" + OKAFOR + "&embed=status,lineType,issuingCompany")
                .body()
                .at("/_embedded/lines/0");
        assertThat(line.at("/_embedded/issuingCompany/lookupCode").asText()).hasSizeLessThanOrEqualTo(6);
        assertThat(line.has("premium")).isFalse();
        String lineBody = """
                {"status":"%s","lineType":"%s","issuingLocation":{"stateOrProvince":"TX","country":"USA"},
                 "organization":"%s","billMode":"DIRECT"%s}""".formatted(
                        line.path("status").asText(),
                        line.path("lineType").asText(),
                        line.path("organization").asText(),
                        "%s");
        String policyBody = """
                {"description":"Quote","effectiveOn":"2027-01-01","expirationOn":"2028-01-01","client":"%s",
                 "policyType":"%s","premium":{"estimated":{"units":%s,"partialUnits":0}},"lines":[%s]}""";
        String type = line.path("lineType").asText();

        Answer numeric = post(POLICIES, policyBody.formatted(OKAFOR, type, "1000", lineBody.formatted("")));
        assertThat(numeric.status()).isEqualTo(400);
        assertThat(numeric.body().at("/additionalDetails/0/detail").asText()).contains("units");
        String two = lineBody.formatted("") + "," + lineBody.formatted("");
        assertThat(post(POLICIES, policyBody.formatted(OKAFOR, type, "\"1000\"", two))
                        .status())
                .isEqualTo(400);
        assertThat(post(POLICIES, "{}").body().path("additionalDetails")).hasSize(5);
        Answer made = post(POLICIES, policyBody.formatted(OKAFOR, type, "\"1000\"", lineBody.formatted("")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("status").asText()).isEqualTo("PROSPECTIVE");
        assertThat(made.body().path("lines")).hasSize(1);

        String further = ",\"policy\":\"%s\"";
        String madeId = made.body().path("id").asText();
        assertThat(post(LINES, lineBody.formatted(further.formatted(madeId))).status())
                .isEqualTo(201);
        Answer locked = post(LINES, lineBody.formatted(further.formatted(policyId("BMC-GL-0448213"))));
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.body().path("detail").asText()).isEqualTo("Resource locked by user");
        assertThat(post(LINES, lineBody.formatted("")).status()).isEqualTo(400);
    }

    @Test
    void makesAnActivityOnlyAsDocumented() {
        String code = activityCode("NOTE");
        String client = "\"association\":{\"type\":\"CLIENT\",\"id\":\"" + OKAFOR + "\"%s}";
        String organization = ",\"organization\":{\"agency\":{\"id\":\"e1000000-0000-4000-8000-000000000001\"},"
                + "\"branch\":{\"id\":\"e2000000-0000-4000-8000-000000000002\"}}";
        String body = "{\"code\":{\"id\":\"%s\"},\"description\":\"Call\",%s%s}";

        assertThat(post(ACTIVITIES, body.formatted(code, client.formatted(""), ""))
                        .status())
                .isEqualTo(400);
        assertThat(post(ACTIVITIES, body.formatted(code, "\"associatedItem\":{}", ""))
                        .status())
                .isEqualTo(400);
        assertThat(post(ACTIVITIES, body.formatted(activityCode("TASK"), client.formatted(organization), ""))
                        .body()
                        .toString())
                .contains("owner is required");
        String failed = ",\"status\":\"CLOSED\",\"closed\":{\"successful\":false}";
        assertThat(post(ACTIVITIES, body.formatted(code, client.formatted(organization), failed))
                        .status())
                .isEqualTo(400);
        Answer made = post(ACTIVITIES, body.formatted(code, client.formatted(organization), ""));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("status").asText()).isEqualTo("CLOSED");
        assertThat(made.body().at("/owner/name").asText()).isEqualTo("Nora Whitaker");
        assertThat(made.body().has("note")).isFalse();

        String notes = ACTIVITIES + "/" + made.body().path("id").asText() + "/notes";
        assertThat(post(notes, "{\"content\":\"Reached her\"}").status()).isEqualTo(200);
        assertThat(post(notes, "{}").status()).isEqualTo(400);
        assertThat(get(notes).body().at("/_embedded/notes/0/content").asText()).isEqualTo("Reached her");
        JsonNode listed = get("/workflow-management/v1/clients/" + OKAFOR
                        + "/activities?enteredByDate_after=2026-11-20")
                .body();
        assertThat(listed.at("/_embedded/activities/0/code").asText()).isEqualTo("NOTE");
        assertThat(get(ACTIVITIES + "/codes?code=@AOP").body().path("total").asInt())
                .isZero();
        assertThat(put(ACTIVITIES + "/" + made.body().path("id").asText()).status())
                .isEqualTo(405);
    }

    @Test
    void showsAFileOnlyOnceItHasCome() {
        assertThat(post(ATTACHMENTS, "{\"description\":\"No name\"}").status()).isEqualTo(400);
        Answer made = post(
                ATTACHMENTS,
                "{\"description\":\"Letter\",\"active\":true,\"attachTo\":{\"id\":\"" + OKAFOR
                        + "\",\"type\":\"ACCOUNT\"},\"uploadFileName\":\"letter.pdf\"}");
        String path = ATTACHMENTS + "/" + made.body().path("id").asText();
        String upload = made.body().path("uploadUrl").asText();
        assertThat(get(path).body().has("file")).isFalse();
        assertThat(get(path).body().path("uploadUrl").asText()).isEqualTo(upload);

        assertThat(send(HttpMethod.PUT, upload.replace("key=", "key=0"), "application/octet-stream", "x")
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.PUT, upload, "application/octet-stream", "A letter")
                        .status())
                .isEqualTo(200);

        JsonNode whole = get(path).body();
        assertThat(whole.has("uploadUrl")).isFalse();
        assertThat(whole.at("/file/status").asText()).isEqualTo("OK");
        assertThat(whole.at("/file/extension").asText()).isEqualTo(".pdf");
        assertThat(whole.at("/file/size").asInt()).isEqualTo(8);
        CLOCK.advance(Duration.ofMinutes(61));
        assertThat(send(HttpMethod.PUT, upload, "application/octet-stream", "Late")
                        .status())
                .isEqualTo(403);
    }

    private String policyId(String number) {
        return get(POLICIES + "?policyNumber=" + number)
                .body()
                .at("/_embedded/policies/0/id")
                .asText();
    }

    private String activityCode(String code) {
        return get(ACTIVITIES + "/codes?code=" + code)
                .body()
                .at("/_embedded/activityCodes/0/id")
                .asText();
    }

    private Answer login(String pair, String form) {
        RestClient.RequestBodySpec request = http.post()
                .uri(URI.create(host + "/v1/auth/connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (!pair.isEmpty()) {
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        return request.body(form).exchange((sent, response) -> answer(response));
    }

    private Answer get(String path) {
        return send(HttpMethod.GET, host + path, "application/json", null);
    }

    private Answer put(String path) {
        return send(HttpMethod.PUT, host + path, "application/json", "{}");
    }

    private Answer post(String path, String body) {
        return send(HttpMethod.POST, host + path, "application/json", body);
    }

    private Answer send(HttpMethod method, String url, String type, @Nullable String body) {
        RestClient.RequestBodySpec request =
                http.method(method).uri(URI.create(url)).header("Authorization", "Bearer " + token);
        if (body != null) {
            request.header("Content-Type", type).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.exchange((sent, response) -> answer(response));
    }

    private Answer answer(ClientHttpResponse response) throws IOException {
        byte[] bytes = response.getBody().readAllBytes();
        String type = String.valueOf(response.getHeaders().getContentType());
        return new Answer(
                response.getStatusCode().value(),
                type,
                bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes));
    }
}
