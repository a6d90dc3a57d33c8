package org.throughline.ams.nowcerts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.ams.AmsCertificatePayload;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.platform.MovingClock;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The adapter's requests to the letter of the vendor's document, and what it makes of each kind of answer. */
class NowCertsWireTest {

    @RegisterExtension
    static final WireMockExtension VENDOR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String CLIENT = "11111111-1111-1111-1111-111111111111";
    private static final String EMPTY = "{\"@odata.count\":0,\"value\":[]}";

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final MovingClock clock = new MovingClock();
    private final NowCertsProperties properties = properties(Duration.ofSeconds(20));
    private final NowCertsApi api = api(properties);
    private final NowCertsClients clients = new NowCertsClients(api);
    private final NowCertsPolicies policies = new NowCertsPolicies(api);

    @BeforeEach
    void login() {
        VENDOR.stubFor(post("/api/token").willReturn(okJson(token("first", "refresh-1"))));
    }

    @Test
    void logsInByPasswordOnceAndSendsTheBearerToken() {
        list("InsuredDetailList", EMPTY);

        clients.find(CLIENT);
        clients.find(CLIENT);

        VENDOR.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/token"))
                        .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                        .withRequestBody(equalTo("grant_type=password&username=user%40agency.example"
                                + "&password=p+w%26d&client_id=ngAuthApp")));
        VENDOR.verify(
                2,
                getRequestedFor(urlPathEqualTo("/api/InsuredDetailList()"))
                        .withHeader("Authorization", equalTo("Bearer first"))
                        .withQueryParam("$count", equalTo("true"))
                        .withQueryParam("$orderby", equalTo("id asc"))
                        .withQueryParam("$skip", equalTo("0"))
                        .withQueryParam("$top", equalTo("1"))
                        .withQueryParam("$filter", equalTo("id eq " + CLIENT)));
    }

    @Test
    void logsInOnceForTwoHundredCallsAtOnce() throws ExecutionException, InterruptedException {
        list("InsuredDetailList", EMPTY);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        List<Future<?>> calls = new ArrayList<>();

        for (int call = 0; call < 200; call++) {
            calls.add(threads.submit(() -> clients.find(CLIENT)));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        threads.shutdown();

        VENDOR.verify(1, postRequestedFor(urlPathEqualTo("/api/token")));
        VENDOR.verify(200, getRequestedFor(urlPathEqualTo("/api/InsuredDetailList()")));
    }

    @Test
    void spendsTheRefreshTokenOnceTheAccessTokenIsOld() {
        list("InsuredDetailList", EMPTY);
        clients.find(CLIENT);
        VENDOR.stubFor(post("/api/token")
                .withRequestBody(equalTo("grant_type=refresh_token&refresh_token=refresh-1&client_id=ngAuthApp"))
                .willReturn(okJson(token("second", "refresh-2"))));
        clock.advance(Duration.ofDays(1));

        clients.find(CLIENT);

        VENDOR.verify(
                1,
                getRequestedFor(urlPathEqualTo("/api/InsuredDetailList()"))
                        .withHeader("Authorization", equalTo("Bearer second")));
    }

    @Test
    void logsInAgainOnceWhenTheTokenIsRefused() {
        VENDOR.stubFor(get(urlPathEqualTo("/api/InsuredDetailList()"))
                .inScenario("stale")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("fresh"));
        VENDOR.stubFor(get(urlPathEqualTo("/api/InsuredDetailList()"))
                .inScenario("stale")
                .whenScenarioStateIs("fresh")
                .willReturn(okJson(EMPTY)));

        assertThat(clients.find(CLIENT)).isEmpty();

        VENDOR.verify(2, postRequestedFor(urlPathEqualTo("/api/token")));
    }

    @Test
    void givesUpAfterASecondRefusal() {
        VENDOR.stubFor(get(urlPathEqualTo("/api/InsuredDetailList()"))
                .willReturn(aResponse().withStatus(401)));

        assertThatThrownBy(() -> clients.find(CLIENT)).isInstanceOf(VendorUnavailable.class);

        VENDOR.verify(2, getRequestedFor(urlPathEqualTo("/api/InsuredDetailList()")));
    }

    @Test
    void sendsTheBodyOfCoveragesWithAGet() {
        list("PolicyDetailList", """
                {"@odata.count":1,"value":[{"databaseId":"p-1","number":"GL 1",
                  "effectiveDate":"2026-07-01T00:00:00-05:00","expirationDate":"7/1/2027 12:00:00 AM",
                  "insuredDatabaseId":"c","insuredCommercialName":"Acme LLC",
                  "carrierName":"Carrier","status":"Pending Cancel","totalPremium":1234.5,
                  "cancellationDate":"2026-12-09T00:00:00","description":"CG 20 10 04 13 blanket"}]}""");
        VENDOR.stubFor(post("/api/Insured/InsuredPolicies").willReturn(okJson("""
                [{"databaseId":"p-1","number":"GL 1","effectiveDate":"2026-07-01T00:00:00","businessType":0,
                  "insuredDatabaseId":"c","linesOfBusiness":["General Liability"]}]""")));
        VENDOR.stubFor(get("/api/Policy/Coverages").willReturn(okJson("""
                [{"generalLiabilityCoverages":[{"policyId":"p-1","occur":true,"project":true,
                  "limitEachOccurrence":"$1,000,000","limitMedExp":"EXCLUDED"}]}]""")));
        list("PolicyAdditionalInterestDetailList", """
                {"@odata.count":1,"value":[{"databaseId":"i-1","certificateHolderName":"Lender","mortgagee":true,
                  "insuredDatabaseId":"c","addressLine1":"1 Way","city":"Austin","stateAbbreviationCode":"TX",
                  "zipCode":"78701","policies":[{"databaseId":"p-1"},{"databaseId":"p-1"}]}]}""");

        assertThat(policies.ofClient("c")).singleElement().satisfies(policy -> {
            assertThat(policy.limits())
                    .isEqualTo(Map.of(
                            "GL",
                            Map.of(
                                    "eachOccurrence", "1000000",
                                    "medExp", "EXCLUDED",
                                    "occurrenceForm", "true",
                                    "aggregateAppliesPer", "PROJECT")));
            assertThat(policy.lines()).containsExactly("GL");
            assertThat(policy.expiration()).isEqualTo("2027-07-01");
            assertThat(policy.cancellationDate()).isEqualTo("2026-12-09");
            assertThat(policy.additionalInterests())
                    .extracting(Policy.AdditionalInterest::address)
                    .containsExactly("1 Way, Austin TX 78701");
            assertThat(policy.rawStatus()).isEqualTo("Pending Cancel");
            assertThat(policy.premium()).isEqualByComparingTo("1234.5");
            assertThat(policy.forms()).singleElement().satisfies(form -> {
                assertThat(form.number()).isEqualTo("CG 20 10");
                assertThat(form.blanket()).isTrue();
            });
        });

        VENDOR.verify(getRequestedFor(urlPathEqualTo("/api/Policy/Coverages"))
                .withRequestBody(equalToJson("{\"PolicyDataBaseId\":[\"p-1\"]}")));
    }

    @Test
    void takesStatusZeroForARefusalAlthoughHttpSaysOk() {
        VENDOR.stubFor(post("/api/Zapier/InsertNote")
                .willReturn(okJson("{\"status\":0,\"message\":\"The insured was not found.\",\"data\":null}")));

        assertThatThrownBy(() -> notes().perform(note()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("The insured was not found.");
    }

    @Test
    void writesANoteWithOurReferenceAndReadsItBackByIt() {
        VENDOR.stubFor(post("/api/Zapier/InsertNote")
                .willReturn(okJson("{\"status\":1,\"data\":{\"database_id\":\"n-1\"},\"message\":\"\"}")));
        list(
                "NotesList",
                "{\"@odata.count\":2,\"value\":["
                        + "{\"databaseId\":\"cut\",\"subject\":\"Sent [SR-2026-000123-1]\"},"
                        + "{\"databaseId\":\"n-1\",\"subject\":\"Sent\\nto O'Hara [SR-2026-000123-1]\"}]}");

        assertThat(notes().perform(note())).isEqualTo(WriteOutcome.done("n-1"));
        assertThat(notes().find(note())).contains("n-1");

        VENDOR.verify(postRequestedFor(urlPathEqualTo("/api/Zapier/InsertNote"))
                .withRequestBody(equalToJson("""
                {"subject":"Sent\\nto O'Hara [SR-2026-000123-1]","insured_database_id":"%s",
                 "creator_name":"Throughline"}""".formatted(CLIENT))));
        VENDOR.verify(getRequestedFor(urlPathEqualTo("/api/NotesList()"))
                .withQueryParam("$filter", equalTo("contains(subject,'[SR-2026-000123-1]')")));
    }

    @Test
    void putsADocumentAsMultipartAndReplacesABrokenOne() {
        DocumentContent content = id -> new DocumentContent.Content(
                "certificate.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        AmsChannel documents = channel(new NowCertsDocuments(api, properties, content));
        OutboundWrite write =
                write(WriteKind.AMS_DOCUMENT, new AmsDocumentPayload(CLIENT, null, "d-1", "certificate \"final\".pdf"));
        VENDOR.stubFor(put(urlPathEqualTo("/api/Insured/UploadInsuredFile"))
                .willReturn(okJson("{\"status\":1,\"data\":{\"databaseId\":\"f-1\"},\"message\":\"\"}")));
        VENDOR.stubFor(get(urlPathEqualTo("/api/Insured/GetInsuredFilesList"))
                .willReturn(okJson("{\"status\":1,\"data\":{\"name\":\"Acme\",\"files\":[{\"databaseId\":\"f-0\","
                        + "\"name\":\"certificate _final_ SR-2026-000123-1.pdf\",\"size\":3}]},\"message\":null}")));

        assertThat(documents.find(write)).isEmpty();
        assertThat(documents.perform(write)).isEqualTo(WriteOutcome.done("f-1"));

        VENDOR.verify(putRequestedFor(urlPathEqualTo("/api/Insured/UploadInsuredFile"))
                .withQueryParam("insuredId", equalTo(CLIENT))
                .withQueryParam("folderId", equalTo("folder-0"))
                .withHeader("Content-Type", containing("multipart/form-data; boundary="))
                .withRequestBody(containing("filename=\"certificate _final_ SR-2026-000123-1.pdf\""))
                .withRequestBody(containing("%PDF-1.7")));
    }

    @Test
    void completesACertificateRequestUnderItsOwnId() {
        AmsChannel certificates = channel(new NowCertsCertificates(api));
        OutboundWrite write = write(
                WriteKind.AMS_CERTIFICATE,
                new AmsCertificatePayload(
                        CLIENT,
                        "Acme LLC",
                        "office@acme.example",
                        List.of("p-1"),
                        List.of("GL 1"),
                        List.of("GL"),
                        "Holder Inc",
                        new Client.Address("1 Main St", null, "Houston", "TX", "77002"),
                        true,
                        false,
                        ""));
        list(
                "ServiceRequestCertificateOfInsuranceList",
                "{\"@odata.count\":1,\"value\":[{\"id\":\"r-1\","
                        + "\"holderName\":\"Holder Inc\",\"holderAddress\":\"\",\"description\":"
                        + "\"Certificate of insurance for Holder Inc [SR-2026-000123-1]\"}]}");
        VENDOR.stubFor(post("/api/ServiceRequestCertificateOfInsurance/InsertOrUpdate")
                .willReturn(okJson("{\"databaseId\":\"r-1\",\"status\":1,\"message\":\"\"}")));

        assertThat(certificates.find(write)).isEmpty();
        assertThat(certificates.perform(write)).isEqualTo(WriteOutcome.done("r-1"));

        VENDOR.verify(postRequestedFor(urlPathEqualTo("/api/ServiceRequestCertificateOfInsurance/InsertOrUpdate"))
                .withRequestBody(equalToJson("""
                        {"database_id":"r-1","holder_name":"Holder Inc","holder_address":"1 Main St",
                         "holder_city":"Houston","holder_state":"TX","holder_zip":"77002","status":"Completed",
                         "insured_name":"Acme LLC","insured_email":"office@acme.example","insured_id":"%s",
                         "policy_lob":"GL","policy_number":"GL 1","policies":["p-1"],
                         "additional_interest_requested":true,"waver_subrogation_requested":false,
                         "additional_requirements":"",
                         "description":"Certificate of insurance for Holder Inc [SR-2026-000123-1]"}""".formatted(CLIENT))));
    }

    @Test
    void takesWhatMayPassForUnavailableAndWhatWillNotForABrokenContract() {
        answerEverything(serverError());
        assertThatThrownBy(() -> clients.find(CLIENT)).isInstanceOf(VendorUnavailable.class);
        answerEverything(okJson("{\"@odata.count\":1,\"val"));
        assertThatThrownBy(() -> clients.find(CLIENT))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("malformed JSON");
        answerEverything(aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>"));
        assertThatThrownBy(() -> clients.find(CLIENT))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("text/html");
        answerEverything(aResponse().withStatus(400).withBody("no such field"));
        assertThatThrownBy(() -> clients.find(CLIENT))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("no such field");
    }

    @Test
    void leavesTheVendorAloneForAsLongAsItAsks() {
        answerEverything(aResponse().withStatus(429).withHeader("Retry-After", "30"));
        assertThatThrownBy(() -> clients.find(CLIENT)).isInstanceOf(VendorBusy.class);
        VENDOR.resetRequests();

        assertThatThrownBy(() -> clients.find(CLIENT))
                .isInstanceOf(VendorBusy.class)
                .hasMessageContaining("asked us to wait");
        assertThat(VENDOR.getAllServeEvents()).isEmpty();
    }

    @Test
    void doesNotWaitForEver() {
        answerEverything(okJson(EMPTY).withFixedDelay(3000));
        NowCertsClients impatient = new NowCertsClients(api(properties(Duration.ofMillis(100))));

        assertThatThrownBy(() -> impatient.find(CLIENT)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void stopsCallingAVendorThatKeepsFailing() {
        answerEverything(serverError());
        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> clients.find(CLIENT)).isInstanceOf(VendorUnavailable.class);
        }

        assertThatThrownBy(() -> clients.find(CLIENT))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("was not called");
    }

    private NowCertsApi api(NowCertsProperties settings) {
        return new NowCertsConfiguration()
                .nowCertsApi(new VendorClients(new MockEnvironment(), Clock.systemUTC()), settings, clock);
    }

    private static NowCertsProperties properties(Duration readTimeout) {
        return new NowCertsProperties(
                URI.create(VENDOR.baseUrl() + "/api"),
                "user@agency.example",
                "p w&d",
                "ngAuthApp",
                "folder-0",
                Duration.ofSeconds(5),
                readTimeout,
                Duration.ofMinutes(5));
    }

    private void answerEverything(ResponseDefinitionBuilder answer) {
        VENDOR.resetMappings();
        VENDOR.stubFor(any(anyUrl()).willReturn(answer));
        VENDOR.stubFor(post("/api/token").willReturn(okJson(token("first", "refresh-1"))));
    }

    private static void list(String name, String answer) {
        VENDOR.stubFor(get(urlPathEqualTo("/api/" + name + "()")).willReturn(okJson(answer)));
    }

    private static String token(String access, String refresh) {
        return "{\"access_token\":\"" + access + "\",\"token_type\":\"bearer\",\"expires_in\":86399,"
                + "\"refresh_token\":\"" + refresh + "\"}";
    }

    private AmsChannel channel(AmsWriter<?> writer) {
        return new AmsChannel(List.of(writer), json);
    }

    private AmsChannel notes() {
        return channel(new NowCertsNotes(api));
    }

    private OutboundWrite note() {
        return write(WriteKind.AMS_NOTE, new AmsNotePayload(CLIENT, null, "Sent", "to O'Hara"));
    }

    private OutboundWrite write(WriteKind kind, Object payload) {
        return PlannedRow.of("SR-2026-000123-1", kind, payload);
    }
}
