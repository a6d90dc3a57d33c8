package org.throughline.ams.ezlynx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.platform.ledger.PlannedRow;

/** The simulated EZLynx refuses what the vendor would refuse, and has its quirks; called as anybody's client would. */
@EzLynxSimulation
class EzLynxStrictnessTest {

    private static final String SEARCH = "/PolicyApi/policy/v1/search";
    private static final String V8 = "/DiscussionApi/v8";
    private static final String ALL_SCOPES = "DiscussionApi DocumentApi PolicyApi openid";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    EzLynxStrictnessTest(@LocalServerPort int port) {
        this.root = "http://localhost:" + port + "/sandbox/ezlynx";
    }

    @Test
    void turnsAwayWhoDoesNotSayWhoItIs() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(request(SEARCH).header("User-Agent", "Python-urllib/3.11").GET());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("1010");
    }

    @Test
    void givesTheClassicTokenInAHeaderAndAsksForAllThreeHeaders() throws IOException, InterruptedException {
        HttpResponse<String> login = send(login("practice-only").GET());
        String token = login.headers().firstValue("EZToken").orElseThrow();

        assertThat(login.body()).isEmpty();
        assertThat(send(classic("/Applicant/v2/25410001", token).GET()).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/ezlynxapi/api/Applicant/v2/25410001")
                                .header("EZToken", token)
                                .header("AccountUsername", "throughline")
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(classic("/Applicant/v2/25410001", gatewayToken(ALL_SCOPES))
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(login("wrong").GET()).statusCode()).isEqualTo(401);
        assertThat(send(login("practice-only").setHeader("EZToken", "").GET()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "throughline_api, practice-client-secret, client_credentials, PolicyApi, 4017, unsupported_grant_type",
        "throughline_api, wrong, vendor_data_access, PolicyApi, 4017, invalid_client",
        "throughline_api, practice-client-secret, vendor_data_access, Everything, 4017, invalid_scope",
        "throughline_api, practice-client-secret, vendor_data_access, PolicyApi, 1, invalid_grant"
    })
    void refusesOtherGrants(String client, String secret, String grant, String scope, String group, String error)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = token(client, secret, grant, scope, group);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
    }

    @Test
    void asksForTheScopeOfEachSurface() throws IOException, InterruptedException {
        String token = gatewayToken("PolicyApi openid");

        assertThat(send(gateway(SEARCH, token).GET()).statusCode()).isEqualTo(200);
        assertThat(send(gateway(V8 + "/discussions/by-applicant?applicantId=25410001", token)
                                .GET())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(gateway(SEARCH, "made-up").GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void ignoresFiltersItDoesNotKnowAndCountsPagesFromOne() throws IOException, InterruptedException {
        String token = gatewayToken(ALL_SCOPES);

        JsonNode ignored = json(send(gateway(SEARCH + "?ApplicantId=25410001&PageIndex=1&PageSize=20", token)
                .GET()));
        JsonNode second = json(send(gateway("/policyapi/policy/v1/search?pageIndex=2&pageSize=100", token)
                .GET()));
        JsonNode exact = json(
                send(gateway(SEARCH + "?PolicyNumber=BMC-GL-0513370", token).GET()));

        assertThat(ignored.path("totalSize").asInt()).isGreaterThanOrEqualTo(122);
        assertThat(ignored.path("results")).hasSize(20);
        assertThat(second.path("pageIndex").asInt()).isEqualTo(2);
        assertThat(second.path("results").size()).isBetween(22, 40);
        assertThat(exact.path("results")).singleElement().satisfies(row -> {
            assertThat(row.path("carrierID").asText()).isEqualTo("0");
            assertThat(row.path("writingCompany").asText()).isEqualTo("0");
            assertThat(row.path("naicCode").asText()).isEqualTo("99112");
            assertThat(row.has("lob")).isFalse();
        });
        assertThat(send(gateway(SEARCH + "?PageIndex=0", token).GET()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void writesEveryPolicyAnewAndAnswersWithABareNumber() throws IOException, InterruptedException {
        String token = gatewayToken(ALL_SCOPES);
        String policy = """
                {"accountId":25410001,"policyNumber":"NEW-1","writingCompany":"0","lob":"HOME",
                 "effectiveDate":"2026-12-01","expirationDate":"2027-12-01","masterCompany":13112,
                 "writtenPremium":900.00,"ratingState":"TX","transactionType":"NBS","acordXml":""}""";
        String path = "/PolicyApi/account/25410001/policy/v1/create";

        HttpResponse<String> first = post(gateway(path, token), policy);
        HttpResponse<String> second = post(gateway(path, token), policy);

        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(first.body()).matches("\\d+").isNotEqualTo(second.body());
        assertThat(post(gateway(path, token), policy.replace("accountId", "AccountId"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(gateway("/PolicyApi/account/1/policy/v1/create", token), policy)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsDiscussionsToTheLetter() throws IOException, InterruptedException {
        String token = gatewayToken(ALL_SCOPES);
        String body = "{\"applicantId\":25410001,\"discussion\":{\"title\":\"T\"},"
                + "\"note\":{\"type\":\"Note\",\"body\":\"B\"}}";

        String id = post(gateway(V8 + "/discussions/with-note", token), body).body();
        JsonNode discussion = json(
                send(gateway(V8 + "/discussions/" + id + "/with-notes", token).GET()));
        String noteId = discussion.path("notes").path(0).path("noteId").asText();
        JsonNode queried = json(post(gateway(V8 + "/notes/query", token), "{\"noteIds\":[" + noteId + "]}"));

        assertThat(discussion.path("noteCount").asInt()).isEqualTo(1);
        assertThat(queried.path(0).path("body").asText()).isEqualTo("B");
        assertThat(post(gateway(V8 + "/discussions/with-note", token), body).body())
                .isNotEqualTo(id);
        assertThat(send(gateway(V8 + "/discussions/" + id + "/notes", token).GET())
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(gateway("/DiscussionApi/v7/discussions/" + id, token).GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(gateway(V8 + "/discussions/with-note", token), body.replace("\"Note\"", "\"Memo\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(gateway(V8 + "/discussions/with-note", token), body.replace("applicantId", "ApplicantId"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(
                                gateway(V8 + "/discussions/" + id + "/notes", token),
                                "{\"type\":\"TaskCreationNote\",\"body\":\"B\",\"task\":{\"assignedUserId\":\"438001\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void servesTheOtherReadsOfTheWebServices() throws IOException, InterruptedException {
        String token = send(login("practice-only").GET())
                .headers()
                .firstValue("EZToken")
                .orElseThrow();

        assertThat(json(send(classic("/User/Users/40170", token).GET()))
                        .path(0)
                        .path("UserName")
                        .asText())
                .isEqualTo("throughline");
        assertThat(send(classic("/User/Users/1", token).GET()).statusCode()).isEqualTo(403);
        assertThat(json(send(classic("/User/438001", token).GET()))
                        .path("IsActive")
                        .asBoolean())
                .isTrue();
        assertThat(json(send(classic("/Enumerables/v1", token).GET())).path("LinesOfBusiness"))
                .isNotEmpty();
        assertThat(json(send(classic("/documentlibrary/list/25410001/1/20/0", token)
                                .GET()))
                        .has("TotalRecords"))
                .isTrue();
        assertThat(json(send(classic("/Policy/61000001", token).GET()))
                        .path("Id")
                        .asText())
                .doesNotContain("61000001");
        assertThat(json(send(classic("/Policy/61000001?encryptPolicyIdAndApplicantId=false", token)
                                .GET()))
                        .path("Id")
                        .asLong())
                .isEqualTo(61000001);
        assertThat(send(classic("/applicant/v1/search?email=a@b.example", token).GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(classic("/Quote/GetCompletedQuote/1", token).GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void putsNotesOfTheWebServicesIntoOneDiscussionOfTheirTitle() throws IOException, InterruptedException {
        String classic = send(login("practice-only").GET())
                .headers()
                .firstValue("EZToken")
                .orElseThrow();
        String body = "{\"ApplicantId\":25410003,\"DiscussionTitle\":\"Renewal\",\"NoteDescription\":\"%s\"}";

        JsonNode first = json(post(classic("/note/v1", classic), body.formatted("one")));
        JsonNode second = json(post(classic("/note/v1", classic), body.formatted("two")));

        assertThat(first.path("NoteId").asLong())
                .isPositive()
                .isNotEqualTo(second.path("NoteId").asLong());
        JsonNode discussions =
                json(send(gateway(V8 + "/discussions/by-applicant?applicantId=25410003", gatewayToken(ALL_SCOPES))
                        .GET()));
        assertThat(discussions)
                .filteredOn(row -> row.path("title").asText().equals("Renewal"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("noteCount").asInt()).isEqualTo(2));
        assertThat(post(classic("/note/v1", classic), body.formatted("").replace("25410003", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void makesApplicantsOfBodiesWithCapitals() throws IOException, InterruptedException {
        String token = send(login("practice-only").GET())
                .headers()
                .firstValue("EZToken")
                .orElseThrow();

        HttpResponse<String> made = post(
                classic("/Applicant/v2/Commercial", token),
                "{\"BusinessName\":\"New Co LLC\",\"BusinessEmail\":\"a@newco.example\",\"AssignedTo\":\"maria.santos\"}");

        assertThat(json(send(classic("/Applicant/v2/" + made.body(), token).GET()))
                        .path("BusinessName")
                        .asText())
                .isEqualTo("New Co LLC");
        assertThat(post(classic("/Applicant/v2/Commercial", token), "{\"businessName\":\"New Co LLC\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesLeadsBySoap() throws IOException, InterruptedException {
        String lead = Base64.getEncoder()
                .encodeToString(
                        "<EZAUTO><Applicant><FirstName>Ada</FirstName><LastName>Lead</LastName></Applicant></EZAUTO>"
                                .getBytes(StandardCharsets.UTF_8));
        String envelope = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header><A>"
                + "<Username>harborline_api</Username><Password>practice-only</Password>"
                + "<AccountUsername>throughline</AccountUsername></A></s:Header><s:Body><UploadFile>"
                + "<FileData Name=\"EZAuto\" MimeType=\"text/xml\">" + lead
                + "</FileData></UploadFile></s:Body></s:Envelope>";

        assertThat(soap(envelope, "http://tempuri.org/UploadFile").body()).contains("Succeeded=\"true\"");
        assertThat(soap(envelope, "http://tempuri.org/Other").statusCode()).isEqualTo(500);
        assertThat(soap(
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + envelope,
                                "http://tempuri.org/UploadFile")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> soap(String envelope, String action) throws IOException, InterruptedException {
        return send(request("/EzLynxWebService/EzLynxFileUpload.asmx?WSDL=")
                .header("SOAPAction", action)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)));
    }

    private HttpRequest.Builder login(String password) {
        return request("/ezlynxapi/api/authenticate")
                .header("EZUser", "harborline_api")
                .header("EZPassword", password)
                .header("EZAppSecret", "practice-app-secret")
                .header("EZToken", "authenticate");
    }

    private HttpRequest.Builder classic(String path, String token) {
        return request("/ezlynxapi/api" + path)
                .header("EZToken", token)
                .header("EZAppSecret", "practice-app-secret")
                .header("AccountUsername", "throughline");
    }

    private HttpRequest.Builder gateway(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private String gatewayToken(String scope) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                token("throughline_api", "practice-client-secret", "vendor_data_access", scope, "4017");
        return json(answer).path("access_token").asText();
    }

    private HttpResponse<String> token(String client, String secret, String grant, String scope, String group)
            throws IOException, InterruptedException {
        String form = "client_id=" + client + "&client_secret=" + secret + "&grant_type=" + grant + "&scope="
                + scope.replace(' ', '+') + "&username=throughline&integration_group_id=" + group;
        return send(request("/auth/connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    private HttpResponse<String> post(HttpRequest.Builder request, String json)
            throws IOException, InterruptedException {
        return send(request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return PlannedRow.JSON.readTree(answer.body());
    }
}
