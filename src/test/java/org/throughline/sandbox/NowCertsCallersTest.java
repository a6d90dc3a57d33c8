package org.throughline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;

/** Calls that other programs written for NowCerts make, in the ways in which they make them. */
@SpringBootTest(
        classes = NowCertsCallersTest.Simulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.nowcerts.store=jdbc:h2:mem:called-nowcerts",
            "spring.servlet.multipart.enabled=false",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class NowCertsCallersTest {

    private static final String OKAFOR = "a0000000-0000-4000-8000-000000010001";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LOGIN = "grant_type=password&username=throughline%40harborline.example"
            + "&password=practice-only&client_id=ngAuthApp";

    private final String host;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private String token = "";

    NowCertsCallersTest(@LocalServerPort int port) {
        this.host = "http://localhost:" + port + "/sandbox/nowcerts/api";
    }

    /** The simulator alone. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.throughline.sandbox.nowcerts", "org.throughline.sandbox.vendor"})
    @ConfigurationPropertiesScan("org.throughline.sandbox.nowcerts")
    @SimulatorWeb
    static class Simulator {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void login() throws Exception {
        token = send("POST", "/token", FORM, LOGIN, 200).path("access_token").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "text/plain", "text/plain;charset=UTF-8"})
    void sellsATokenForABodyOfAnyType(String type) throws Exception {
        JsonNode answer = send("POST", "/token", type, LOGIN, 200);

        assertThat(answer.path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.path("as:client_id").asText()).isEqualTo("ngAuthApp");
        String refresh = "grant_type=refresh_token&client_id=ngAuthApp&refresh_token="
                + answer.path("refresh_token").asText();
        assertThat(send("POST", "/token", type, refresh, 200)
                        .path("access_token")
                        .asText())
                .isNotBlank();
        assertThat(send("POST", "/token", type, refresh, 400).path("error").asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void takesTheTokenWhateverTheCaseOfItsScheme() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(host + "/AgentList"))
                .header("Authorization", "bearer " + token)
                .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InsuredDetailList() | $filter=eMail ne null and active eq true&$count=true
            InsuredDetailList   | $filter=contains(commercialname, 'okafor')&$top=5&$orderby=ChangeDate DESC
            InsuredList()       | $filter=contains(tolower(commercialName),'okafor')&$select=id,email&$orderby=lastName asc,id desc&$skip=0
            InsuredDetailList() | $filter=id in (a0000000-0000-4000-8000-000000010001)&$orderby=Id asc
            InsuredDetailList() | $filter=id eq 'a0000000-0000-4000-8000-000000010001'&$orderby=id
            InsuredList         | key=a0000000-0000-4000-8000-000000010001
            PolicyList()        | $filter=contains(number, 'BMC') and not (isQuote eq true)&$orderby=effectiveDate desc&$top=2&$skip=0
            PolicyDetailList    | $filter=expirationDate ge 2025-01-01T00:00:00Z and totalPremium gt 100
            AgentList           | $filter=firstName in ('Maria','Nobody')&$count=true&$orderby=firstname asc
            CarrierDetailList() | $filter=contains(name, 'Blue')
            LineOfBusinessList  | $filter=endswith(name, 'Auto')&$orderby=name
            PrincipalList       | $filter=insuredDatabaseId eq 'a0000000-0000-4000-8000-000000010001'&$orderby=lastName asc
            """)
    void answersWhatIsAskedOfAList(String list, String query) throws Exception {
        JsonNode answer = get("/" + list + "?" + encoded(query), 200);

        assertThat(answer.path("@odata.context").asText()).contains("$metadata#");
        assertThat(answer.path("value")).isNotEmpty();
    }

    @Test
    void answersOneRowByItsKeyAndOnlyTheFieldsThatAreAskedFor() throws Exception {
        assertThat(get("/InsuredList(" + OKAFOR + ")", 200)
                        .path("commercialName")
                        .asText())
                .startsWith("Okafor");
        JsonNode row = get("/InsuredDetailList()?" + encoded("$select=id,city&$filter=id eq " + OKAFOR), 200)
                .path("value")
                .path(0);
        assertThat(row.properties()).extracting(field -> field.getKey()).containsExactlyInAnyOrder("id", "city");
        assertThat(get("/PolicyDetailList?" + encoded("$expand=lineOfBusinesses"), 200)
                        .path("value")
                        .path(0)
                        .path("lineOfBusinesses"))
                .isNotEmpty();
        assertThat(get("/PolicyDetailList", 200).path("value").path(0).has("lineOfBusinesses"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DeletedInsuredList(), 200",
        "NotesHistoryList, 200",
        "NoSuchList, 404",
        "InsuredDetailList?$top=10, 400",
        "InsuredDetailList?$orderby=id&$top=many, 400",
        "InsuredDetailList?$filter=id%20eq, 400"
    })
    void saysInAMessageWhatIsWrong(String path, int status) throws Exception {
        JsonNode answer = get("/" + path, status);

        assertThat(answer.has("message")).isEqualTo(status != 200);
    }

    @Test
    void readsAFormAsItReadsJson() throws Exception {
        JsonNode insured = send(
                "POST",
                "/Insured/Insert",
                FORM,
                "firstName=Outer&lastName=Client&email=outer%40client.example&addressLine1=1+Way&type=1"
                        + "&agents%5B0%5D%5BfirstName%5D=A",
                200);
        assertThat(insured.path("status").asInt()).isEqualTo(1);
        String id = insured.path("insuredDatabaseId").asText();

        JsonNode note = send(
                "POST", "/Zapier/InsertNote", FORM, "subject=From+a+form&insured_email=outer%40client.example", 200);
        assertThat(note.path("data").path("database_id").asText()).isNotBlank();

        JsonNode kept = get("/InsuredDetailList(" + id + ")", 200);
        assertThat(kept.path("type").asText()).isEqualTo("Prospect");
        assertThat(kept.path("eMail").asText()).isEqualTo("outer@client.example");
        JsonNode notes = send("POST", "/Insured/InsuredNotes", JSON, "{\"InsuredDataBaseId\":[\"" + id + "\"]}", 200);
        assertThat(notes).singleElement().satisfies(row -> {
            assertThat(row.path("subject").asText()).isEqualTo("From a form");
            assertThat(row.path("insuredLastName").asText()).isEqualTo("Client");
        });
    }

    @Test
    void overwritesAnInsuredOfTheSameNameFillsOneOrAddsAnother() throws Exception {
        String first = insured("/Insured/Insert", "{\"CommercialName\":\"Twice LLC\",\"City\":\"Austin\"}");
        assertThat(insured("/Insured/Insert", "{\"commercialName\":\"twice llc\",\"city\":\"Waco\"}"))
                .isEqualTo(first);
        assertThat(insured(
                        "/Insured/InsertNoOverride",
                        "{\"commercialName\":\"Twice LLC\",\"city\":\"Bryan\",\"zipCode\":\"76701\"}"))
                .isEqualTo(first);
        assertThat(insured("/Insured/OnlyInsertInsured", "{\"commercialName\":\"Twice LLC\"}"))
                .isNotEqualTo(first);

        JsonNode kept = get("/InsuredDetailList(" + first + ")", 200);
        assertThat(kept.path("city").asText()).isEqualTo("Waco");
        assertThat(kept.path("zipCode").asText()).isEqualTo("76701");
    }

    private String insured(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, JSON, body, 200).path("insuredDatabaseId").asText();
    }

    @Test
    void writesAnInsuredTogetherWithItsPoliciesAndQuotes() throws Exception {
        String one = "\"effectiveDate\":\"2026-12-01\",\"expirationDate\":\"2027-12-01\",\"businessType\":0,"
                + "\"businessSubType\":0,\"lineOfBusinessName\":\"General Liability\"}";
        JsonNode answer = send(
                "POST",
                "/InsuredAndPolicies/Insert",
                JSON,
                "{\"commercialName\":\"Whole LLC\",\"policies\":[{\"number\":\"W-1\"," + one
                        + "],\"quotes\":[{\"number\":\"W-2\"," + one + "]}",
                200);

        assertThat(answer.path("policiesOrQuotes"))
                .extracting(row -> row.path("isQuote").asBoolean())
                .containsExactly(false, true);
        JsonNode quote = send(
                "POST",
                "/Zapier/InsertQuote",
                JSON,
                "{\"number\":\"W-3\",\"insured_commercial_name\":\"Whole LLC\",\"effective_date\":\"2026-12-01\","
                        + "\"expiration_date\":\"2027-12-01\",\"business_type\":0,\"business_sub_type\":0,"
                        + "\"line_of_business_name\":\"Umbrella\"}",
                200);
        assertThat(quote.path("policiesOrQuotes").path(0).path("isQuote").asBoolean())
                .isTrue();
        assertThat(get("/Zapier/GetQuotes", 200))
                .extracting(row -> row.path("number").asText())
                .contains("W-2", "W-3")
                .doesNotContain("W-1");
        JsonNode found = get("/Policy/FindPolicies?Number=W-1", 200);
        assertThat(found)
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path("insuredCommercialName").asText()).isEqualTo("Whole LLC"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Claim                        | ClaimList                       | "claim_number":"C-1","status":"2"      | status  | Open
            ServiceRequestsPolicyChange  | ServiceRequestsPolicyChangeList | "subject":"Change","status":"New"      | subject | Change
            ServiceRequestsGeneric       | ServiceRequestsGenericList      | "subject":"Anything","status":"1"      | status  | InProgress
            Driver                       | DriverList                      | "first_name":"Dee","last_name":"River" | lastName| River
            TagApply                     | TagsList                        | "tag_name":"VIP"                       | tagName | VIP
            """)
    void listsWhatTheZapierCallsMake(String noun, String list, String fields, String field, String value)
            throws Exception {
        JsonNode made = send(
                "POST",
                "/Zapier/Insert" + noun,
                JSON,
                "{" + fields + ",\"insured_database_id\":\"" + OKAFOR + "\"}",
                200);
        JsonNode refused = send("POST", "/Zapier/Insert" + noun, JSON, "{}", 200);

        assertThat(made.path("status").asInt()).isEqualTo(1);
        assertThat(refused.path("status").asInt()).isZero();
        JsonNode rows = get("/" + list + "()?$orderby=createDate", 200).path("value");
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.path(field).asText()).isEqualTo(value));
        assertThat(rows.path(0).toString()).contains(OKAFOR);
    }

    @Test
    void updatesAServiceRequestOfTheKeyThatIsGiven() throws Exception {
        String body = "\"subject\":\"Add a vehicle\",\"status\":\"New\"";
        String id = send("POST", "/Zapier/InsertServiceRequestsAddVehicle", JSON, "{" + body + "}", 200)
                .path("databaseId")
                .asText();

        send(
                "POST",
                "/Zapier/InsertServiceRequestsAddVehicle",
                JSON,
                "{" + body + ",\"description\":\"a truck\",\"request_database_id\":\"" + id + "\"}",
                200);

        JsonNode read = get("/Zapier/GetServiceRequestsAddVehicle", 200);
        assertThat(read).singleElement().satisfies(row -> {
            assertThat(row.path("database_id").asText()).isEqualTo(id);
            assertThat(row.path("description").asText()).isEqualTo("a truck");
        });
    }

    @Test
    void recordsWhatIsPendingOnAPolicyAndItsEndorsements() throws Exception {
        JsonNode policy = get("/PolicyDetailList?" + encoded("$filter=number eq 'BMC-GL-0448213'"), 200)
                .path("value")
                .path(0);
        String id = policy.path("databaseId").asText();
        JsonNode pending = send(
                "POST",
                "/PendingCancellation/Insert",
                JSON,
                "{\"to\":\"2026-12-08T00:00:00\",\"policyNumber\":\"BMC-GL-0448213\"}",
                200);
        assertThat(pending.path("policyOrQuoteId").asText()).isEqualTo(id);
        assertThat(send("POST", "/Policy/PendingCancellations", JSON, "{\"PolicyDataBaseId\":[\"" + id + "\"]}", 200))
                .hasSize(1);

        String fee = "[{\"policyId\":\"" + id + "\",\"amount\":15.5,\"date\":\"2026-12-01\",\"type\":1,"
                + "\"premiumType\":0,\"billingType\":2,\"followUpDate\":\"2026-12-31\"}]";
        JsonNode first = send("POST", "/PolicyEndorsementFee/InsertPolicyEndorsementFee", JSON, fee, 200);
        assertThat(first.path(0).path("status").asInt()).isEqualTo(1);
        String key = first.path(0).path("endorsementId").asText();
        send(
                "POST",
                "/PolicyEndorsementFee/InsertUpdatePolicyEndorsementFee",
                JSON,
                fee.replace("15.5", "20").replace("[{", "[{\"databaseId\":\"" + key + "\","),
                200);
        assertThat(get("/PolicyEndorsementDetailList?" + encoded("$count=true&$filter=(policyId eq " + id + ")"), 200)
                        .path("value"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("amount").asInt()).isEqualTo(20));
    }

    @Test
    void listsFilesInTheVendorsEnvelope() throws Exception {
        String boundary = "----b";
        String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nhello\r\n--" + boundary + "--\r\n";
        JsonNode made = send(
                "PUT",
                "/Insured/UploadInsuredFile?insuredId=" + OKAFOR + "&folderid=folder-7",
                "multipart/form-data; boundary=" + boundary,
                part,
                200);
        assertThat(made.path("data").path("downloadUrl").asText()).isNotBlank();

        JsonNode listed = get("/Insured/GetInsuredFilesList?insuredId=" + OKAFOR + "&folderId=folder-7", 200);
        assertThat(listed.path("status").asInt()).isEqualTo(1);
        assertThat(listed.path("data").path("files"))
                .singleElement()
                .satisfies(file -> assertThat(file.path("size").asInt()).isEqualTo(5));
        assertThat(get("/Insured/GetInsuredFilesList?insuredId=" + OKAFOR, 200)
                        .path("data")
                        .path("files"))
                .isEmpty();
        assertThat(get(
                                "/Files/GetFileDirectUrl/"
                                        + made.path("data").path("databaseId").asText(),
                                200)
                        .path("data")
                        .path("downloadUrl")
                        .asText())
                .isNotBlank();
    }

    @Test
    void asksForCoveragesWithAnObjectInAnArrayAndForPoliciesInLocalTimes() throws Exception {
        JsonNode policies =
                send("POST", "/Insured/InsuredPolicies", JSON, "{\"InsuredDataBaseId\":[\"" + OKAFOR + "\"]}", 200);
        JsonNode policy = policies.path(0);
        assertThat(policy.path("effectiveDate").asText()).hasSize("2026-11-23T00:00:00".length());
        assertThat(policy.path("businessType").isInt()).isTrue();
        assertThat(policy.path("linesOfBusiness").path(0).isTextual()).isTrue();

        JsonNode coverages = send(
                "GET",
                "/Policy/Coverages",
                JSON,
                "{\"PolicyDataBaseId\":[\"" + policy.path("databaseId").asText() + "\"]}",
                200);
        assertThat(coverages.isArray()).isTrue();
        assertThat(coverages.path(0).has("generalLiabilityCoverages")).isTrue();
    }

    private JsonNode get(String path, int status) throws IOException, InterruptedException {
        return send("GET", path, null, "", status);
    }

    private JsonNode send(String method, String path, @Nullable String type, String body, int status)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host + path.replace("$", "%24")))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private static String encoded(String query) {
        StringBuilder encoded = new StringBuilder();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            encoded.append(encoded.isEmpty() ? "" : "&")
                    .append(part, 0, equals + 1)
                    .append(URLEncoder.encode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }
}
