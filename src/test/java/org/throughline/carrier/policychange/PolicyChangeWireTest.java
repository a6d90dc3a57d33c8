package org.throughline.carrier.policychange;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.carrier.policychange.Submissions.TODAY;
import static org.throughline.carrier.policychange.Submissions.insured;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The adapter's requests to the letter of the vendor's documents, and what it makes of each kind of answer. */
class PolicyChangeWireTest {

    @RegisterExtension
    static final WireMockExtension CARRIER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String REFERENCE = "SR-2026-000123-4";
    private static final String JOB = "/job/v1/jobs/pc%3A7";
    private static final String INSUREDS = "/lines/GLLine/additional-insureds";
    private static final Submission CHANGE = Submissions.of(
            CarrierOperation.POLICY_CHANGE, "BMC-GL-0448213", "GL", TODAY, insured("Gulfton Apartments LP"));

    private MovingClock clock;
    private PolicyChangeApi api;
    private PolicyChangeConnection connection;

    @BeforeEach
    void connect() {
        clock = new MovingClock();
        Connection settings = new Connection(
                URI.create(CARRIER.baseUrl()),
                URI.create(CARRIER.baseUrl() + "/oauth2/token"),
                "client",
                "secret",
                "pc.service tenant.x",
                "description",
                Map.of(),
                Map.of("sold", "soldbusiness"),
                "payment",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofMillis(10),
                null);
        api = PolicyChangeConfiguration.api(new VendorClients(new MockEnvironment(), clock), clock, "BMC", settings);
        connection = PolicyChangeConfiguration.connection(api, "BMC", settings, TestAgency.PROFILE);
        CARRIER.stubFor(post("/oauth2/token")
                .willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":3600,\"token_type\":\"Bearer\"}")));
        CARRIER.stubFor(post("/policy/v1/search/policies").willReturn(okJson("""
                {"count":1,"data":[{"attributes":{"id":"pc:1","policyNumber":"BMC-GL-0448213","new":1},"checksum":"a"}]}
                """)));
        noJobs();
    }

    private static void noJobs() {
        CARRIER.stubFor(post(urlPathEqualTo("/job/v1/search/jobs")).willReturn(okJson("{\"count\":0,\"data\":[]}")));
    }

    private static void job(String status) {
        String job = body(status);
        CARRIER.stubFor(post(urlPathEqualTo("/job/v1/search/jobs"))
                .willReturn(okJson("{\"count\":1,\"data\":[{\"attributes\":{\"id\":\"pc:7\"}}]}")));
        CARRIER.stubFor(get(JOB).willReturn(okJson(job)));
    }

    private static String body(String status) {
        return """
                {"data":{"attributes":{"id":"pc:7","jobNumber":"0007","jobStatus":{"code":"%s"},
                "description":"The insured asks for this. [SR-2026-000123-4]",
                "jobEffectiveDate":"2026-11-23T00:01:00.000Z",
                "changeInCost":{"amount":"61.84","currency":"usd"}},"checksum":"c-%s"}}""".formatted(status, status);
    }

    private static void issuedIs(String path) {
        CARRIER.stubFor(get(urlPathEqualTo(path + INSUREDS)).willReturn(okJson("""
                {"count":1,"data":[{"attributes":{"id":"i1","displayName":"GULFTON APARTMENTS, LP",
                "address":{"addressLine1":"4200 Gulfton St","city":"Houston","state":{"code":"TX"},"postalCode":"77081"},
                "form":"CG 20 10","edition":"04 13","waiverOfSubrogation":false},"checksum":"i-1"}]}""")));
    }

    @Test
    void writesAChangeToTheLetter() {
        CARRIER.stubFor(post("/policy/v1/policies/pc%3A1/change").willReturn(okJson(body("Draft"))));
        CARRIER.stubFor(get(urlPathEqualTo(JOB + INSUREDS)).willReturn(okJson("{\"count\":0,\"data\":[]}")));
        CARRIER.stubFor(post(JOB + INSUREDS).willReturn(okJson("{\"data\":{\"attributes\":{\"id\":\"i1\"}}}")));
        CARRIER.stubFor(get(JOB).willReturn(okJson(body("Draft"))));
        CARRIER.stubFor(post(JOB + "/quote").willReturn(okJson(body("Quoted"))));
        CARRIER.stubFor(post(JOB + "/bind-and-issue").willReturn(okJson(body("Bound"))));
        issuedIs("/policy/v1/policies/pc%3A1");

        SubmissionAnswer answer = connection.submit(CHANGE, REFERENCE);

        CARRIER.verify(postRequestedFor(urlEqualTo("/oauth2/token"))
                .withRequestBody(containing("grant_type=client_credentials"))
                .withRequestBody(containing("scope=pc.service+tenant.x")));
        CARRIER.verify(postRequestedFor(urlEqualTo("/policy/v1/policies/pc%3A1/change"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .withHeader("GW-DBTransaction-ID", equalTo("client/SR-2026-000123-4/start"))
                .withHeader("X-Correlation-ID", equalTo(REFERENCE))
                .withRequestBody(equalToJson("""
                        {"data":{"attributes":{"jobEffectiveDate":"2026-11-23",
                        "description":"The insured asks for this. [SR-2026-000123-4]"}}}""")));
        CARRIER.verify(postRequestedFor(urlEqualTo(JOB + INSUREDS))
                .withHeader("GW-DBTransaction-ID", equalTo("client/SR-2026-000123-4/change-1"))
                .withRequestBody(equalToJson("""
                        {"data":{"attributes":{"displayName":"Gulfton Apartments LP","form":"CG 20 10",
                        "edition":"04 13","waiverOfSubrogation":true,"address":{"addressLine1":"4200 Gulfton St",
                        "city":"Houston","state":{"code":"TX"},"postalCode":"77081"}}}}""")));
        CARRIER.verify(postRequestedFor(urlEqualTo(JOB + "/bind-and-issue"))
                .withHeader("GW-DBTransaction-ID", equalTo("client/SR-2026-000123-4/bind")));
        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.carrierReference()).isEqualTo("0007");
        assertThat(answer.premiumChange()).isEqualByComparingTo("61.84");
        assertThat(answer.issued())
                .singleElement()
                .satisfies(issued -> assertThat(issued.values())
                        .containsEntry("waiver", "false")
                        .containsEntry("form", "CG 20 10"));
    }

    @Test
    void writesACancellationToTheLetter() {
        CARRIER.stubFor(post("/policy/v1/policies/pc%3A1/cancel").willReturn(okJson(body("Quoted"))));
        CARRIER.stubFor(post(JOB + "/bind-and-issue").willReturn(okJson(body("Bound"))));

        SubmissionAnswer answer = connection.submit(
                Submissions.of(CarrierOperation.CANCELLATION, "BMC-GL-0448213", "GL", TODAY), REFERENCE);

        CARRIER.verify(postRequestedFor(urlEqualTo("/policy/v1/policies/pc%3A1/cancel"))
                .withRequestBody(equalToJson("""
                        {"data":{"attributes":{"cancellationReasonCode":{"code":"soldbusiness"},
                        "cancellationSource":{"code":"insured"},"jobEffectiveDate":"2026-11-23",
                        "description":"The insured asks for this. [SR-2026-000123-4]"}}}""")));
        assertThat(answer.issued()).isEmpty();
    }

    @Test
    void readsAnExecutedTransactionAsDone() {
        job("Quoted");
        CARRIER.stubFor(get(urlPathEqualTo(JOB + INSUREDS)).willReturn(okJson("""
                {"data":[{"attributes":{"id":"i1","displayName":"Gulfton Apartments LP","form":"CG 20 10",
                "edition":"04 13","waiverOfSubrogation":true,"address":{"addressLine1":"4200 Gulfton St",
                "city":"Houston","state":{"code":"TX"},"postalCode":"77081"}},"checksum":"i-1"}]}""")));
        CARRIER.stubFor(
                get(JOB).inScenario("bound").whenScenarioStateIs("Started").willReturn(okJson(body("Quoted"))));
        CARRIER.stubFor(post(JOB + "/bind-and-issue")
                .inScenario("bound")
                .willSetStateTo("executed")
                .willReturn(problem(400, "gw.api.webservice.exception.AlreadyExecutedException", "executed")));
        CARRIER.stubFor(
                get(JOB).inScenario("bound").whenScenarioStateIs("executed").willReturn(okJson(body("Bound"))));
        issuedIs("/policy/v1/policies/pc%3A1");

        assertThat(connection.submit(CHANGE, REFERENCE).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void correctsWhatAnEarlierAttemptLeftHalfDone() {
        job("Quoted");
        issuedIs(JOB);
        issuedIs("/policy/v1/policies/pc%3A1");
        CARRIER.stubFor(patch(urlEqualTo(JOB + INSUREDS + "/i1"))
                .willReturn(okJson("{\"data\":{\"attributes\":{\"id\":\"i1\"}}}")));
        CARRIER.stubFor(post(JOB + "/bind-and-issue").willReturn(okJson(body("Bound"))));

        connection.submit(CHANGE, REFERENCE);

        CARRIER.verify(patchRequestedFor(urlEqualTo(JOB + INSUREDS + "/i1"))
                .withHeader("GW-DBTransaction-ID", equalTo("client/SR-2026-000123-4/change-1-i-1"))
                .withRequestBody(equalToJson(
                        "{\"data\":{\"attributes\":{\"waiverOfSubrogation\":true},\"checksum\":\"i-1\"}}")));
        CARRIER.verify(0, postRequestedFor(urlEqualTo("/policy/v1/policies/pc%3A1/change")));
    }

    @ParameterizedTest
    @CsvSource({
        "Draft,",
        "Quoted,",
        "Binding, PENDING",
        "SomethingNew, PENDING",
        "Declined, DECLINED",
        "Withdrawn, DECLINED",
        "NotTaken, DECLINED"
    })
    void saysHowFarTheJobIs(String status, Status expected) {
        job(status);
        CARRIER.stubFor(get(urlPathEqualTo(JOB + "/uw-issues")).willReturn(okJson("{\"data\":[]}")));

        assertThat(connection.find(CHANGE, REFERENCE).map(SubmissionAnswer::status))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void doesNotTakeAnUnderwritersSilenceForAnAnswer() {
        job("Quoted");
        CARRIER.stubFor(get(urlPathEqualTo(JOB + "/uw-issues")).willReturn(okJson("""
                {"data":[{"attributes":{"id":"u1","active":true,"hasApprovalOrRejection":false}}]}""")));
        CARRIER.stubFor(get(urlPathEqualTo(JOB + "/activities")).willReturn(okJson("{\"data\":[]}")));
        assertThat(connection.find(CHANGE, REFERENCE)).isEmpty();

        CARRIER.stubFor(get(urlPathEqualTo(JOB + "/activities")).willReturn(okJson("""
                {"data":[{"attributes":{"id":"a1","activityPattern":"approve_general"}}]}""")));

        assertThat(connection.find(CHANGE, REFERENCE).orElseThrow().status()).isEqualTo(Status.REFERRED);
    }

    @Test
    void refusesToBindAQuoteThatIsNotOpenAnyMore() {
        CARRIER.stubFor(get(JOB).willReturn(okJson(body("Withdrawn"))));

        assertThatThrownBy(() -> connection.submit(Submissions.bindingOf(CHANGE, "pc:7"), REFERENCE))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("ask for a new quote");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected, The effective date is out of the term",
        "422, Rejected, The effective date is out of the term",
        "400, Broken, Schema definition has no property named 'description'",
        "403, Broken, no",
        "409, Unavailable, conflict",
        "500, Unavailable, no",
        "503, Unavailable, no"
    })
    void turnsErrorsIntoWhatTheyMean(int status, String meaning, String message) {
        CARRIER.stubFor(post("/policy/v1/policies/pc%3A1/change")
                .willReturn(problem(status, "gw.api.rest.exceptions.BadInputException", message)));

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE))
                .isInstanceOf(
                        switch (meaning) {
                            case "Rejected" -> VendorRejected.class;
                            case "Broken" -> VendorContractBroken.class;
                            default -> VendorUnavailable.class;
                        })
                .hasMessageContaining(message);
    }

    @Test
    void doesNotKnowTheOutcomeOfACallThatTimesOut() {
        CARRIER.stubFor(post("/policy/v1/policies/pc%3A1/change")
                .willReturn(okJson(body("Draft")).withFixedDelay(3500)));

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void logsInOnceForTwoHundredCallsAndAgainWhenTheTokenIsSpent() throws Exception {
        CARRIER.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson(body("Draft"))));
        CARRIER.stubFor(post("/oauth2/token")
                .willReturn(
                        okJson("{\"access_token\":\"t1\",\"expires_in\":3600}").withFixedDelay(100)));
        ExecutorService threads = Executors.newFixedThreadPool(200);
        List<Future<PolicyChangeWire.One>> calls = new ArrayList<>();
        for (int call = 0; call < 200; call++) {
            calls.add(threads.submit(() -> api.job("pc:7")));
        }
        for (Future<PolicyChangeWire.One> call : calls) {
            assertThat(call.get().resource().id()).isEqualTo("pc:7");
        }
        threads.shutdown();
        CARRIER.verify(1, postRequestedFor(urlEqualTo("/oauth2/token")));

        clock.advance(Duration.ofHours(1));
        api.job("pc:7");

        CARRIER.verify(2, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    @Test
    void readsACollectionToItsEnd() {
        CARRIER.stubFor(
                get("/job/v1/jobs/pc%3A7/uw-issues?pageSize=100&pageOffset=0").willReturn(okJson("""
                {"data":[{"attributes":{"id":"u1","hasApprovalOrRejection":true}}],"links":{"next":{"href":"/x"}}}""")));
        CARRIER.stubFor(
                get("/job/v1/jobs/pc%3A7/uw-issues?pageSize=100&pageOffset=1").willReturn(okJson("""
                {"data":[{"attributes":{"id":"u2","hasApprovalOrRejection":true}}],"links":{}}""")));

        assertThat(PolicyChangeReader.all(offset -> api.ofJob("pc:7", "uw-issues", offset)))
                .extracting(PolicyChangeWire.Resource::id)
                .containsExactly("u1", "u2");
    }

    private static ResponseDefinitionBuilder problem(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":{\"status\":" + status + ",\"errorCode\":\"" + code + "\",\"userMessage\":\""
                        + message + "\"}}");
    }
}
