package org.throughline.ams.ezlynx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.platform.MovingClock;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorUnavailable;

/** The adapter's logins and reads to the letter, and what it makes of each kind of answer. */
class EzLynxWireTest {

    @RegisterExtension
    static final WireMockExtension VENDOR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String APPLICANT = "/ezlynxapi/api/Applicant/v2/7";
    private static final String SEARCH = "/PolicyApi/policy/v1/search";

    private final MovingClock clock = new MovingClock();
    private final EzLynxWiring ezlynx = wiring(Duration.ofSeconds(20));

    private EzLynxWiring wiring(Duration readTimeout) {
        return new EzLynxWiring(EzLynxWiring.properties(URI.create(VENDOR.baseUrl()), readTimeout), clock, id -> {
            throw new IllegalStateException("no documents here");
        });
    }

    @BeforeEach
    void login() {
        VENDOR.stubFor(get("/ezlynxapi/api/authenticate").willReturn(ok().withHeader("EZToken", "classic-1")));
        VENDOR.stubFor(post("/auth/connect/token")
                .willReturn(okJson("{\"access_token\":\"gateway-1\",\"expires_in\":3600,\"scope\":\"PolicyApi\"}")));
    }

    @AfterEach
    void close() {
        ezlynx.close();
    }

    @Test
    void logsInByHeadersOnceAndSendsTheTokenOfTheAnswersHeader() {
        applicant();

        ezlynx.clients.find("7");
        ezlynx.clients.find("7");

        VENDOR.verify(
                1,
                getRequestedFor(urlPathEqualTo("/ezlynxapi/api/authenticate"))
                        .withHeader("EZUser", equalTo("account"))
                        .withHeader("EZPassword", equalTo("p w&d"))
                        .withHeader("EZAppSecret", equalTo("app secret"))
                        .withHeader("EZToken", equalTo("authenticate"))
                        .withHeader("AccountUsername", equalTo("agency.user"))
                        .withHeader("User-Agent", containing("Throughline")));
        VENDOR.verify(
                2,
                getRequestedFor(urlPathEqualTo(APPLICANT))
                        .withHeader("EZToken", equalTo("classic-1"))
                        .withHeader("EZAppSecret", equalTo("app secret"))
                        .withHeader("AccountUsername", equalTo("agency.user"))
                        .withHeader("User-Agent", containing("Throughline")));
    }

    @Test
    void logsInAnewWhenTheTokenHasBeenKeptAQuarterOfAnHour() {
        applicant();
        ezlynx.clients.find("7");
        clock.advance(Duration.ofMinutes(15));

        ezlynx.clients.find("7");

        VENDOR.verify(2, getRequestedFor(urlPathEqualTo("/ezlynxapi/api/authenticate")));
    }

    @Test
    void buysAGatewayTokenWithTheVendorsOwnGrant() {
        search("[]", 0);

        ezlynx.search.everything(1, 2);
        ezlynx.search.everything(1, 2);

        VENDOR.verify(
                1,
                postRequestedFor(urlPathEqualTo("/auth/connect/token"))
                        .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                        .withHeader("User-Agent", containing("Throughline"))
                        .withRequestBody(equalTo("client_id=client&client_secret=client+secret"
                                + "&grant_type=vendor_data_access&scope=PolicyApi+openid&username=agency.user"
                                + "&integration_group_id=159")));
        VENDOR.verify(
                2,
                getRequestedFor(urlPathEqualTo(SEARCH))
                        .withHeader("Authorization", equalTo("Bearer gateway-1"))
                        .withHeader("User-Agent", containing("Throughline"))
                        .withQueryParam("PageIndex", equalTo("1"))
                        .withQueryParam("PageSize", equalTo("2")));
    }

    @Test
    void logsInOnceForTwoHundredCallsAtOnce() throws ExecutionException, InterruptedException {
        applicant();
        search("[]", 0);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        List<Future<?>> calls = new ArrayList<>();

        for (int call = 0; call < 100; call++) {
            calls.add(threads.submit(() -> ezlynx.clients.find("7")));
            calls.add(threads.submit(() -> ezlynx.search.everything(1, 2)));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        threads.shutdown();

        VENDOR.verify(1, getRequestedFor(urlPathEqualTo("/ezlynxapi/api/authenticate")));
        VENDOR.verify(1, postRequestedFor(urlPathEqualTo("/auth/connect/token")));
    }

    @Test
    void logsInAgainOnceWhenATokenIsRefused() {
        refusedOnce(APPLICANT, "{\"Id\":7,\"BusinessName\":\"Acme LLC\"}");
        refusedOnce(SEARCH, "{\"results\":[],\"totalSize\":0}");

        assertThat(ezlynx.clients.find("7")).isPresent();
        assertThat(ezlynx.search.everything(1, 2).rows()).isEmpty();

        VENDOR.verify(2, getRequestedFor(urlPathEqualTo("/ezlynxapi/api/authenticate")));
        VENDOR.verify(2, postRequestedFor(urlPathEqualTo("/auth/connect/token")));
    }

    private static void refusedOnce(String path, String answer) {
        VENDOR.stubFor(get(urlPathEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("fresh"));
        VENDOR.stubFor(get(urlPathEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("fresh")
                .willReturn(okJson(answer)));
    }

    @Test
    void saysThatItsCredentialsAreRefused() {
        VENDOR.stubFor(get("/ezlynxapi/api/authenticate").willReturn(aResponse().withStatus(401)));
        VENDOR.stubFor(post("/auth/connect/token")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}")));

        assertThatThrownBy(() -> ezlynx.clients.find("7"))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("credentials");
        assertThatThrownBy(() -> ezlynx.search.everything(1, 2))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void readsAHousehold() {
        VENDOR.stubFor(get(APPLICANT).willReturn(okJson("""
                {"Id":7,"ApplicantType":"ActiveClient","FirstName":"Jerome","LastName":"Watts","BusinessName":null,
                 "Email":"jwatts@mail.example","CellPhone":"512-555-0101","AssignedTo":"maria.santos",
                 "CurrentAddress":{"AddressLine1":"1 Main St","City":"Austin","State":"TX","Zip":"78701"},
                 "CoApplicant":{"FirstName":"Alicia","LastName":"Watts","Email":"alicia@mail.example"},
                 "Surprise":{"field":1}}""")));

        assertThat(ezlynx.clients.find("7"))
                .contains(new Client(
                        "7",
                        "Jerome Watts and Alicia Watts",
                        null,
                        false,
                        false,
                        List.of(
                                new Client.ClientContact("Jerome Watts", "jwatts@mail.example", "512-555-0101", true),
                                new Client.ClientContact("Alicia Watts", "alicia@mail.example", null, true)),
                        new Client.Address("1 Main St", null, "Austin", "TX", "78701"),
                        "TX",
                        null,
                        "maria.santos"));
    }

    @Test
    void putsAPolicyTogetherAndLeavesOutRowsThatWereNotAskedFor() {
        applicant();
        VENDOR.stubFor(
                get("/ezlynxapi/api/policy/applicant/7/2016-11-23/2031-11-23").willReturn(okJson("""
                [{"PolicyNumber":"PKG 1","LOB":"CGL","ExpirationDate":"2027-07-01T00:00:00","RatingState":"TX"},
                 {"PolicyNumber":"PKG 1","LOB":"PROPC","ExpirationDate":"7/1/2027 12:00:00 AM"},
                 {"PolicyNumber":"LOST","LOB":"BOP","ExpirationDate":"2027-01-01"}]""")));
        search("""
                [{"policyNumber":"PKG 1","policyId":61,"status":"Pending Cancel","effectiveDate":"2026-07-01T00:00:00",
                  "expirationDate":"2027-07-01T00:00:00","accountId":7,"masterCompany":13134,"naicCode":"99134",
                  "carrierID":"0","writingCompany":"0","premium":1234.5},
                 {"policyNumber":"OTHER","policyId":62,"status":"Active","effectiveDate":"2026-07-01",
                  "expirationDate":"2027-07-01","accountId":8,"naicCode":"99112"}]""", 2);

        List<Policy> policies = ezlynx.policies.ofClient("7");

        assertThat(policies)
                .filteredOn(policy -> policy.number().equals("PKG 1"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.id()).isEqualTo("61");
                    assertThat(policy.namedInsured()).isEqualTo("Acme LLC");
                    assertThat(policy.lines()).containsExactly("GL", "PROPERTY");
                    assertThat(policy.states()).containsExactly("TX");
                    assertThat(policy.status()).isEqualTo(PolicyStatus.PENDING_CANCEL);
                    assertThat(policy.rawStatus()).isEqualTo("Pending Cancel");
                    assertThat(policy.expiration()).isEqualTo("2027-07-01");
                    assertThat(policy.carrierName()).isEqualTo("Pinecrest Specialty Insurance Company");
                    assertThat(policy.surplusLines()).isTrue();
                    assertThat(policy.premium()).isEqualByComparingTo("1234.5");
                });
        assertThat(policies)
                .filteredOn(policy -> policy.number().equals("LOST"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.status()).isEqualTo(PolicyStatus.UNKNOWN);
                    assertThat(policy.carrierName()).isEqualTo("(carrier not read)");
                });
        assertThat(policies).hasSize(2);
        VENDOR.verify(getRequestedFor(urlPathEqualTo(SEARCH)).withQueryParam("PolicyNumber", equalTo("PKG 1")));
    }

    @Test
    void keepsAStatusThatNobodyKnows() {
        assertThat(EzLynxPolicyMapper.status("Under Review")).isEqualTo(PolicyStatus.UNKNOWN);
        assertThat(EzLynxPolicyMapper.status("Non-Renewed")).isEqualTo(PolicyStatus.NON_RENEWED);
    }

    @Test
    void tellsFailuresFromWhatIsNotThere() {
        VENDOR.stubFor(get(APPLICANT).willReturn(notFound().withBody("Applicant not found.")));
        assertThat(ezlynx.clients.find("7")).isEmpty();

        answer(aResponse().withStatus(400).withBody("bad"));
        assertThatThrownBy(() -> ezlynx.clients.find("7")).isInstanceOf(VendorContractBroken.class);

        answer(serverError());
        assertThatThrownBy(() -> ezlynx.clients.find("7")).isInstanceOf(VendorUnavailable.class);

        answer(aResponse().withHeader("Content-Type", "text/html").withBody("<html>down</html>"));
        assertThatThrownBy(() -> ezlynx.clients.find("7")).isInstanceOf(VendorUnavailable.class);

        answer(okJson("{\"Id\":7,\"Busin"));
        assertThatThrownBy(() -> ezlynx.clients.find("7")).isInstanceOf(VendorUnavailable.class);

        answer(okJson("{\"Id\":7}").withFixedDelay(2_000));
        try (EzLynxWiring hasty = wiring(Duration.ofMillis(200))) {
            assertThatThrownBy(() -> hasty.clients.find("7")).isInstanceOf(VendorUnavailable.class);
        }
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        VENDOR.stubFor(get(APPLICANT).willReturn(answer));
    }

    @Test
    void callsNobodyWhileTheVendorAsksForPatience() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "60"));

        assertThatThrownBy(() -> ezlynx.clients.find("7"))
                .isInstanceOfSatisfying(
                        VendorBusy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(60)));
        assertThatThrownBy(() -> ezlynx.clients.find("7")).isInstanceOf(VendorBusy.class);

        VENDOR.verify(1, getRequestedFor(urlPathEqualTo(APPLICANT)));
    }

    @Test
    void readsOnAfterThePausesOfALongReading() {
        search("[" + row(61, 7) + "]", 1);
        VENDOR.stubFor(get(APPLICANT)
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0"))
                .willSetStateTo("patient"));
        VENDOR.stubFor(get(APPLICANT)
                .inScenario("busy")
                .whenScenarioStateIs("patient")
                .willReturn(okJson("{\"Id\":7,\"BusinessName\":\"Acme LLC\"}")));

        assertThat(ezlynx.clients.changedSince(null)).extracting(Client::id).containsExactly("7");
    }

    @Test
    void pagesThroughTheBookFromOne() {
        page(1, "[" + row(61, 7) + "," + row(62, 8) + "]", 3);
        page(2, "[" + row(63, 9) + "]", 3);

        assertThat(ezlynx.book.everybody()).containsExactlyInAnyOrder("7", "8", "9");

        VENDOR.verify(2, getRequestedFor(urlPathEqualTo(SEARCH)));
    }

    @Test
    void doesNotBelieveABookThatIsNotWhole() {
        page(1, "[" + row(61, 7) + "," + row(62, 8) + "]", 3);
        page(2, "[" + row(61, 7) + "," + row(62, 8) + "]", 5);
        page(3, "[]", 5);

        assertThatThrownBy(ezlynx.book::everybody)
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("policies and then no new ones");
    }

    private static void page(int index, String rows, int total) {
        VENDOR.stubFor(get(urlPathEqualTo(SEARCH))
                .withQueryParam("PageIndex", equalTo(String.valueOf(index)))
                .willReturn(
                        okJson("{\"results\":" + rows + ",\"pageIndex\":" + index + ",\"totalSize\":" + total + "}")));
    }

    private static void search(String rows, int total) {
        VENDOR.stubFor(get(urlPathEqualTo(SEARCH))
                .willReturn(okJson("{\"results\":" + rows + ",\"pageIndex\":1,\"totalSize\":" + total + "}")));
    }

    private static String row(int policyId, int applicantId) {
        return "{\"policyNumber\":\"N " + policyId + "\",\"policyId\":" + policyId + ",\"status\":\"Active\","
                + "\"effectiveDate\":\"2026-07-01\",\"expirationDate\":\"2027-07-01\",\"applicantId\":" + applicantId
                + "}";
    }

    private static void applicant() {
        VENDOR.stubFor(any(anyUrl()).atPriority(9).willReturn(notFound()));
        VENDOR.stubFor(get(APPLICANT).willReturn(okJson("{\"Id\":7,\"BusinessName\":\"Acme LLC\"}")));
    }
}
