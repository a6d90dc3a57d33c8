package org.throughline.ams.epic;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
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
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
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

/** The adapter's requests to the letter of the vendor's documents, and what it makes of each kind of answer. */
class EpicWireTest {

    @RegisterExtension
    static final WireMockExtension VENDOR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String TOKEN = "/v1/auth/connect/token";
    private static final String CLIENT = "11111111-1111-4111-8111-111111111111";
    private static final String POLICY = "22222222-2222-4222-8222-222222222222";
    private static final String ACCOUNT = "/epic/account/v1/accounts/" + CLIENT;
    private static final String ACTIVITIES = "/workflow-management/v1/clients/" + CLIENT + "/activities";
    private static final String ATTACHMENTS = "/epic/attachment/v2/attachments";
    private static final String EMPTY = "{\"total\":0,\"_links\":{},\"_embedded\":{}}";
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final MovingClock clock = new MovingClock();
    private final EpicProperties properties = properties(EpicProperties.TokenStyle.BASIC, null);
    private final VendorClients vendors = new VendorClients(new MockEnvironment(), clock);
    private final EpicApi api = new EpicConfiguration().epicApi(vendors, properties, clock);
    private final EpicLookups lookups = new EpicLookups(api, properties, clock);
    private final EpicActivities activities = new EpicActivities(api, lookups, properties);
    private final EpicClients clients = new EpicClients(api);
    private final EpicPolicies policies = new EpicPolicies(api, lookups, properties);

    @BeforeEach
    void login() {
        VENDOR.stubFor(post(TOKEN).willReturn(okJson(token("first"))));
        list("/workflow-management/v1/activities/codes", "activityCodes", """
                {"id":"code-note","code":"NOTE","description":"Note"},{"id":"code-task","code":"TASK"}""");
        list("/workflow-management/v1/owners/employees", "employeeOwners", """
                {"id":"e-1","code":"SANMA1","name":"Maria Santos"},{"id":"e-2","code":"WHINO1","name":"Nora Whitaker"}""");
        list("/epic/policy/v2/statuses", "statuses", """
                {"id":"s-act","code":"ACT","description":"Active"},
                {"id":"s-pcn","code":"PCN","description":"Pending cancellation"},
                {"id":"s-can","code":"CAN","description":"Cancelled"}""");
    }

    @Test
    void buysATokenWithKeyAndSecretOnceAndSendsIt() {
        account();

        clients.find(CLIENT);
        clients.find(CLIENT);

        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo(TOKEN))
                        .withHeader("Authorization", equalTo("Basic a2V5OnAgdyZk"))
                        .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                        .withRequestBody(
                                equalTo("grant_type=client_credentials&audience=api.myappliedproducts.com%2Fepic")));
        VENDOR.verify(
                2,
                getRequestedFor(urlEqualTo(ACCOUNT))
                        .withHeader("Authorization", equalTo("Bearer first"))
                        .withHeader("Accept", equalTo("application/hal+json")));
    }

    @Test
    void buysATokenElsewhereWithAllInTheFormWhereAnAgencyIsSetUpSo() {
        account();
        VENDOR.stubFor(post("/other/token").willReturn(okJson(token("other"))));
        EpicProperties other =
                properties(EpicProperties.TokenStyle.FORM, URI.create(VENDOR.baseUrl() + "/other/token"));

        new EpicConfiguration().epicApi(vendors, other, clock).account(CLIENT);

        VENDOR.verify(postRequestedFor(urlEqualTo("/other/token"))
                .withHeader("Authorization", absent())
                .withRequestBody(equalTo("grant_type=client_credentials&client_id=key&client_secret=p+w%26d")));
    }

    @Test
    void buysANewTokenWhenTheOldOneIsTwoHoursOld() {
        account();
        clients.find(CLIENT);
        VENDOR.stubFor(post(TOKEN).willReturn(okJson(token("second"))));
        clock.advance(Duration.ofHours(2));

        clients.find(CLIENT);

        VENDOR.verify(1, getRequestedFor(urlEqualTo(ACCOUNT)).withHeader("Authorization", equalTo("Bearer second")));
    }

    @Test
    void buysANewTokenOnceWhenOneIsRefused() {
        VENDOR.stubFor(get(ACCOUNT)
                .inScenario("stale")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(problem(401, "Unauthorized", "You are not authorized to access this resource"))
                .willSetStateTo("fresh"));
        VENDOR.stubFor(get(ACCOUNT)
                .inScenario("stale")
                .whenScenarioStateIs("fresh")
                .willReturn(okJson("{\"id\":\"" + CLIENT + "\",\"type\":\"COMPANY\"}")));

        assertThat(clients.find(CLIENT)).isEmpty();

        VENDOR.verify(2, postRequestedFor(urlEqualTo(TOKEN)));
    }

    @Test
    void twoHundredCallsAtOnceBuyOneToken() throws Exception {
        VENDOR.stubFor(get(ACCOUNT).willReturn(okJson("{\"id\":\"" + CLIENT + "\",\"type\":\"CLIENT\"}")));
        ExecutorService threads = Executors.newFixedThreadPool(200);
        List<Future<EpicRows.AccountRow>> calls = new ArrayList<>();
        for (int call = 0; call < 200; call++) {
            calls.add(threads.submit(() -> api.account(CLIENT)));
        }
        for (Future<EpicRows.AccountRow> call : calls) {
            assertThat(call.get().id()).isEqualTo(CLIENT);
        }
        threads.shutdown();

        VENDOR.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
        VENDOR.verify(200, getRequestedFor(urlEqualTo(ACCOUNT)));
    }

    @Test
    void readsAClientFromAccountClientAndContacts() {
        account();

        assertThat(clients.find(CLIENT)).hasValueSatisfying(client -> {
            assertThat(client.displayName()).isEqualTo("Ben Ruiz");
            assertThat(client.dba()).isEqualTo("Ruiz Electric");
            assertThat(client.commercial()).isTrue();
            assertThat(client.prospect()).isFalse();
            assertThat(client.state()).isEqualTo("TX");
            assertThat(client.contacts()).singleElement().satisfies(contact -> {
                assertThat(contact.name()).isEqualTo("Ben Ruiz");
                assertThat(contact.email()).isEqualTo("ben@ruiz.example");
                assertThat(contact.phone()).isEqualTo("+15125550164");
                assertThat(contact.authorized()).isTrue();
            });
        });
    }

    @Test
    void readsAllClientsInPagesOfFiveHundred() {
        String accounts = "/epic/account/v1/accounts";
        VENDOR.stubFor(get(urlPathEqualTo(accounts))
                .withQueryParam("offset", equalTo("0"))
                .willReturn(okJson(page(3, "accounts", row("a") + "," + row("b")))));
        VENDOR.stubFor(get(urlPathEqualTo(accounts))
                .withQueryParam("offset", equalTo("2"))
                .willReturn(okJson(page(3, "accounts", row("c")))));
        list("/epic/client/v1/clients", "clients", "{\"id\":\"b\",\"individualOrBusiness\":\"INDIVIDUAL\"}");
        list("/epic/contact/v1/contacts", "contacts", "{\"id\":\"x\",\"account\":\"c\",\"name\":\"Cy\"}");

        assertThat(clients.changedSince(null)).extracting(client -> client.id()).containsExactly("a", "b", "c");

        VENDOR.verify(
                2,
                getRequestedFor(urlPathEqualTo(accounts))
                        .withQueryParam("type", equalTo("CLIENT"))
                        .withQueryParam("active_status", equalTo("active,inactive"))
                        .withQueryParam("limit", equalTo("500")));
    }

    @Test
    void asksWhichPoliciesAndLinesChanged() {
        list("/epic/policy/v2/policies", "policies", policy("p-1", "GL 1", "General Liability"));
        list("/epic/policy/v2/lines", "lines", line("p-1", "s-act", "ISSUED"));
        account();

        assertThat(clients.changedSince(Instant.parse("2026-11-23T17:30:00.5Z")))
                .extracting(client -> client.id())
                .containsExactly(CLIENT);

        VENDOR.verify(getRequestedFor(urlPathEqualTo("/epic/policy/v2/policies"))
                .withQueryParam("lastUpdatedBy.date_after", equalTo("2026-11-23T17:30:00Z"))
                .withQueryParam("historic_status", equalTo("CURRENT,HISTORIC"))
                .withQueryParam("client", absent()));
        VENDOR.verify(getRequestedFor(urlPathEqualTo("/epic/policy/v2/lines"))
                .withQueryParam("lastUpdatedOn.date_after", equalTo("2026-11-23T17:30:00Z")));
    }

    @Test
    void joinsPoliciesWithTheirLines() {
        list(
                "/epic/policy/v2/policies",
                "policies",
                policy("p-1", "PKG 1", "Package | Surplus lines | Named insured: Ruiz LP | States: OK"));
        list(
                "/epic/policy/v2/lines",
                "lines",
                line("p-1", "s-pcn", "ISSUED") + ","
                        + line("p-1", "s-can", "CANCELLED").replace("General L", "Cargo L"));
        VENDOR.stubFor(get(urlPathEqualTo("/epic/policy/v2/policies/p-1")).willReturn(okJson("""
                {"id":"p-1","client":"c","effectiveOn":"2026-07-01","expirationOn":"2027-07-01","_embedded":{"lines":[
                  {"id":"l-1","cancellationDate":"2026-12-28"}]}}""")));

        assertThat(policies.ofClient(CLIENT)).singleElement().satisfies(policy -> {
            assertThat(policy.lines()).containsExactly("GL");
            assertThat(policy.states()).containsExactly("TX", "OK");
            assertThat(policy.status()).isEqualTo(PolicyStatus.PENDING_CANCEL);
            assertThat(policy.rawStatus()).isEqualTo("Pending cancellation");
            assertThat(policy.cancellationDate()).isEqualTo("2026-12-28");
            assertThat(policy.carrierName()).isEqualTo("Blue Mesa Casualty Company");
            assertThat(policy.namedInsured()).isEqualTo("Ruiz LP");
            assertThat(policy.surplusLines()).isTrue();
            assertThat(policy.premium()).isEqualByComparingTo("3133.32");
            assertThat(policy.limits()).isEmpty();
            assertThat(policy.forms()).isNull();
        });

        VENDOR.verify(getRequestedFor(urlPathEqualTo("/epic/policy/v2/lines"))
                .withQueryParam("client", equalTo(CLIENT))
                .withQueryParam("embed", equalTo("lineType,issuingCompany")));
        VENDOR.verify(
                1,
                getRequestedFor(urlPathEqualTo("/epic/policy/v2/statuses"))
                        .withQueryParam("isActive_status", equalTo("active,inactive")));
    }

    @Test
    void readsFewClientsOfALargeBookOneByOne() {
        String path = "/epic/policy/v2/policies";
        String row = policy("p-1", "GL 1", "General Liability");
        VENDOR.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(page(2000, "policies", row))));
        VENDOR.stubFor(get(urlPathEqualTo(path))
                .withQueryParam("client", equalTo(CLIENT))
                .willReturn(okJson(page(1, "policies", row))));
        list("/epic/policy/v2/lines", "lines", line("p-1", "s-act", "ISSUED"));

        assertThat(policies.headersOfClients(List.of(CLIENT)))
                .singleElement()
                .satisfies(policy -> assertThat(policy.status()).isEqualTo(PolicyStatus.ACTIVE));

        VENDOR.verify(
                getRequestedFor(urlPathEqualTo("/epic/policy/v2/lines")).withQueryParam("client", equalTo(CLIENT)));
    }

    @Test
    void doesWithoutTheDayOfCancellationWhereTheReleaseIsTooOld() {
        list("/epic/policy/v2/policies", "policies", policy("p-1", "GL 1", "General Liability"));
        list("/epic/policy/v2/lines", "lines", line("p-1", "s-pcn", "ISSUED"));
        VENDOR.stubFor(get(urlPathEqualTo("/epic/policy/v2/policies/p-1"))
                .willReturn(problem(426, "Upgrade Required", "This method requires version May 2026")));

        assertThat(policies.ofClient(CLIENT)).singleElement().satisfies(policy -> {
            assertThat(policy.status()).isEqualTo(PolicyStatus.PENDING_CANCEL);
            assertThat(policy.cancellationDate()).isNull();
        });
    }

    @Test
    void writesANoteAsAnActivityThatIsDone() {
        VENDOR.stubFor(post("/workflow-management/v1/activities")
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/hal+json")
                        .withBody("{\"id\":\"a-1\"}")));
        list(ACTIVITIES, "activities", "{\"id\":\"a-0\",\"description\":\"Sent [SR-2026-000123-12]\"}");

        assertThat(notes().find(note())).isEmpty();
        assertThat(notes().perform(note())).isEqualTo(WriteOutcome.done("a-1"));

        VENDOR.verify(postRequestedFor(urlEqualTo("/workflow-management/v1/activities"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("""
                {"code":{"id":"code-note"},"description":"Sent [SR-2026-000123-1]",
                 "association":{"type":"CLIENT","id":"%s",
                   "organization":{"agency":{"id":"agency-1"},"branch":{"id":"branch-1"}}},
                 "status":"CLOSED","closed":{"successful":true},"owner":{"type":"EMPLOYEE","id":"e-2"},
                 "note":{"content":"Sent\\nto O'Hara"}}""".formatted(CLIENT))));
        VENDOR.verify(
                2,
                getRequestedFor(urlPathEqualTo(ACTIVITIES))
                        .withQueryParam("enteredByDate_after", equalTo("2026-11-21")));
    }

    @Test
    void addsTheNoteToAnActivityThatCameWithoutIt() {
        list(ACTIVITIES, "activities", "{\"id\":\"a-1\",\"description\":\"Sent [SR-2026-000123-1]\"}");
        list("/workflow-management/v1/activities/a-1/notes", "notes", "{\"id\":\"n-0\",\"content\":\"Sent\\nto O'\"}");
        VENDOR.stubFor(post("/workflow-management/v1/activities/a-1/notes")
                .willReturn(okJson("{\"id\":\"n-1\",\"content\":\"Sent to O'Hara\"}")));

        assertThat(notes().find(note())).isEmpty();
        assertThat(notes().perform(note())).isEqualTo(WriteOutcome.done("a-1"));
        list(
                "/workflow-management/v1/activities/a-1/notes",
                "notes",
                "{\"id\":\"n-1\",\"content\":\"Sent\\r\\nto O'Hara \"}");
        assertThat(notes().find(note())).contains("a-1");

        VENDOR.verify(0, postRequestedFor(urlEqualTo("/workflow-management/v1/activities")));
    }

    @Test
    void writesATaskAsAnOpenActivityAboutThePolicy() {
        list("/epic/policy/v2/policies", "policies", policy(POLICY, "GL 1", "General Liability"));
        list(ACTIVITIES, "activities", "");
        VENDOR.stubFor(post("/workflow-management/v1/activities").willReturn(okJson("{\"id\":\"t-1\"}")));
        AmsChannel tasks = channel(new EpicTasks(activities, api, lookups, properties, clock, agency()));
        OutboundWrite write = write(
                WriteKind.AMS_TASK,
                new AmsTaskPayload(CLIENT, "GL 1", "Call back", "Waiver?", LocalDate.of(2026, 12, 1), "Maria Santos"));

        assertThat(tasks.perform(write)).isEqualTo(WriteOutcome.done("t-1"));

        VENDOR.verify(postRequestedFor(urlEqualTo("/workflow-management/v1/activities"))
                .withRequestBody(equalToJson("""
                {"code":{"id":"code-task"},"description":"Call back [SR-2026-000123-1]",
                 "association":{"type":"POLICY","id":"%s"},"status":"OPEN",
                 "startFollowUpOn":"2026-12-01T14:00:00Z","endFollowUpOn":"2026-12-01T23:00:00Z",
                 "owner":{"type":"EMPLOYEE","id":"e-1"},
                 "note":{"content":"Call back\\nWaiver?\\nPolicy GL 1"}}""".formatted(POLICY))));
    }

    @Test
    void attachesADocumentInTwoSteps() {
        attachments("");
        String upload = "/bucket/f%201?X-Signature=ab%2Fc%2B1%3D%3D&X-Date=20261123T180000Z&response=a%20b";
        VENDOR.stubFor(post(ATTACHMENTS)
                .willReturn(okJson("{\"id\":\"d-1\",\"uploadUrl\":\"" + VENDOR.baseUrl() + upload + "\"}")));
        VENDOR.stubFor(put(urlEqualTo(upload)).willReturn(aResponse().withStatus(200)));

        assertThat(documents().find(document(POLICY))).isEmpty();
        assertThat(documents().perform(document(POLICY))).isEqualTo(WriteOutcome.done("d-1"));

        VENDOR.verify(postRequestedFor(urlEqualTo(ATTACHMENTS)).withRequestBody(equalToJson("""
                {"description":"certificate.pdf [SR-2026-000123-1]","active":true,
                 "uploadFileName":"certificate SR-2026-000123-1.pdf","attachTo":{"id":"%s","type":"POLICY"}}""".formatted(POLICY))));
        VENDOR.verify(putRequestedFor(urlEqualTo(upload))
                .withHeader("Content-Type", equalTo("application/octet-stream"))
                .withHeader("Authorization", absent())
                .withRequestBody(binaryEqualTo(PDF)));
        VENDOR.verify(
                2,
                getRequestedFor(urlPathEqualTo(ATTACHMENTS))
                        .withQueryParam("account", equalTo(CLIENT))
                        .withQueryParam("description_contains", equalTo("[SR-2026-000123-1]")));
    }

    @Test
    void sendsTheFileOfARecordThatCameWithoutIt() {
        attachments("{\"id\":\"d-1\",\"description\":\"certificate.pdf [SR-2026-000123-1]\"}");
        VENDOR.stubFor(get(ATTACHMENTS + "/d-1")
                .willReturn(okJson("{\"id\":\"d-1\",\"uploadUrl\":\"" + VENDOR.baseUrl() + "/put/d-1?key=1\"}")));
        VENDOR.stubFor(put("/put/d-1?key=1").willReturn(aResponse().withStatus(204)));

        assertThat(documents().find(document(null))).isEmpty();
        assertThat(documents().perform(document(null))).isEqualTo(WriteOutcome.done("d-1"));

        VENDOR.verify(0, postRequestedFor(urlEqualTo(ATTACHMENTS)));
    }

    @Test
    void makesANewRecordWhereTheUploadAddressIsGone() {
        attachments("""
                {"id":"d-1","description":"certificate.pdf [SR-2026-000123-1]","file":{"id":"f-1","status":"OK","size":3}}""");
        VENDOR.stubFor(get(ATTACHMENTS + "/d-1")
                .willReturn(okJson("{\"id\":\"d-1\",\"uploadUrl\":\"" + VENDOR.baseUrl() + "/put/d-1\"}")));
        VENDOR.stubFor(put("/put/d-1").willReturn(aResponse().withStatus(403)));
        VENDOR.stubFor(post(ATTACHMENTS)
                .willReturn(okJson("{\"id\":\"d-2\",\"uploadUrl\":\"" + VENDOR.baseUrl() + "/put/d-2\"}")));
        VENDOR.stubFor(put("/put/d-2").willReturn(aResponse().withStatus(200)));

        assertThat(documents().find(document(null))).isEmpty();
        assertThat(documents().perform(document(null))).isEqualTo(WriteOutcome.done("d-2"));
    }

    @Test
    void leavesAQuarantinedFileToAPerson() {
        attachments("""
                {"id":"d-1","description":"certificate.pdf [SR-2026-000123-1]","file":{"id":"f-1","status":"QUARANTINED"}}""");

        assertThatThrownBy(() -> documents().find(document(null)))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("quarantine");
    }

    @Test
    void saysWhatTheVendorSaidAboutARefusal() {
        list(ACTIVITIES, "activities", "");
        VENDOR.stubFor(post("/workflow-management/v1/activities")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("""
                        {"type":"about:blank","title":"Bad Request","status":400,"detail":"One or more arguments are invalid",
                         "traceId":"42","additionalDetails":[{"detail":"owner is required"},"and more"]}""")));

        assertThatThrownBy(() -> notes().perform(note()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("One or more arguments are invalid; owner is required; and more (trace 42)");
    }

    @Test
    void tellsWhatMayPassFromWhatWillNot() {
        answerEverything(serverError());
        assertThatThrownBy(() -> api.account(CLIENT)).isInstanceOf(VendorUnavailable.class);
        answerEverything(problem(423, "Locked", "Resource locked by user"));
        assertThatThrownBy(() -> api.account(CLIENT))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("Resource locked by user");
        for (int status : List.of(400, 403, 412, 426)) {
            answerEverything(problem(status, "No", "One or more arguments are invalid"));
            assertThatThrownBy(() -> api.account(CLIENT))
                    .isInstanceOf(VendorContractBroken.class)
                    .hasMessageContaining("One or more arguments are invalid");
        }
        answerEverything(problem(404, "Not Found", "The specified resource was not found"));
        assertThat(clients.find(CLIENT)).isEmpty();
        answerEverything(okJson("{\"total\":1,\"_emb"));
        assertThatThrownBy(() -> api.account(CLIENT))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("malformed JSON");
        answerEverything(aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>"));
        assertThatThrownBy(() -> api.account(CLIENT))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void waitsAsLongAsTheVendorAsks() {
        account();
        clients.find(CLIENT);
        answerEverything(aResponse().withStatus(429).withHeader("Retry-After", "30"));

        assertThatThrownBy(() -> api.account(CLIENT)).isInstanceOf(VendorBusy.class);
        VENDOR.resetRequests();
        assertThatThrownBy(() -> api.account(CLIENT))
                .isInstanceOf(VendorBusy.class)
                .hasMessageContaining("was not called");

        VENDOR.verify(0, new RequestPatternBuilder());
    }

    static AgencyProfile agency() {
        return new Agency(
                "harborline",
                "Harborline Insurance Agency, LLC",
                "Harborline Insurance",
                new AgencyProfile.PostalAddress("1800 Harbor Loop", null, "Houston", "TX", "77002"),
                "(713) 555-0100",
                null,
                "TX-2200417",
                ZoneId.of("America/Chicago"),
                Map.of(),
                new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", null),
                "service@harborline.example");
    }

    private static EpicProperties properties(EpicProperties.TokenStyle style, @Nullable URI tokens) {
        return new EpicProperties(
                URI.create(VENDOR.baseUrl()),
                tokens,
                style,
                "key",
                "p w&d",
                "api.myappliedproducts.com/epic",
                null,
                "agency-1",
                "branch-1",
                "NOTE",
                "TASK",
                "WHINO1",
                null,
                null,
                Duration.ofHours(1),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(1));
    }

    private static void account() {
        VENDOR.stubFor(
                get(ACCOUNT)
                        .willReturn(
                                okJson(
                                        "{\"id\":\"" + CLIENT
                                                + "\",\"type\":\"CLIENT\",\"name\":\"Ben Ruiz dba Ruiz Electric\",\"lookupCode\":\"RUIZ-01\",\"active\":true}")));
        VENDOR.stubFor(
                get("/epic/client/v1/clients/" + CLIENT).willReturn(okJson("{\"id\":\"" + CLIENT + "\"," + """
                "type":"INSURED","individualOrBusiness":"BUSINESS","address":{"streets":["1 Main St"],"city":"Houston",
                "stateOrProvince":"TX","zipOrPostalCode":"77002"}}""")));
        VENDOR.stubFor(get(urlPathEqualTo("/epic/contact/v1/contacts"))
                .withQueryParam("account", equalTo(CLIENT))
                .willReturn(okJson(page(1, "contacts", """
                        {"id":"p-1","account":"c","firstName":"Ben","lastName":"Ruiz","description":"Authorized - Owner",
                         "phoneNumbers":[{"number":"+15125550164","type":"MOBILE"}],
                         "emails":[{"emailAddress":"ben@ruiz.example"}]}"""))));
    }

    private static void attachments(String rows) {
        list(ATTACHMENTS, "attachments", rows);
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"CLIENT\",\"name\":\"" + id + "\"}";
    }

    private static String policy(String id, String number, String description) {
        return "{\"id\":\"" + id + "\",\"status\":\"CONTRACTED\",\"description\":\"" + description
                + "\",\"policyNumber\":\""
                + number + "\",\"client\":\"" + CLIENT + "\"," + """
                "effectiveOn":"2026-07-01","expirationOn":"2027-07-01","policyType":"t-1",
                "premium":{"estimated":{"currencySymbol":"$","units":"3133","partialUnits":32}},
                "_embedded":{"client":{"id":"c","name":"Ben Ruiz dba Ruiz Electric"}}}""";
    }

    private static String line(String policy, String status, String stage) {
        return "{\"id\":\"l-" + status + "\",\"client\":\"" + CLIENT + "\",\"policy\":\"" + policy + "\",\"status\":\""
                + status + "\",\"stage\":\"" + stage + "\"," + """
                "issuingLocation":{"stateOrProvince":"TX","country":"USA"},
                "_embedded":{"lineType":{"id":"t-1","code":"GLIA","description":"General Liability"},
                  "issuingCompany":{"id":"i-1","name":"Blue Mesa Casualty Company","lookupCode":"BMC-1"}}}""";
    }

    private static void list(String path, String plural, String rows) {
        VENDOR.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(rows.isEmpty() ? EMPTY : page(1, plural, rows))));
    }

    private static String page(int total, String plural, String rows) {
        return "{\"total\":" + total + ",\"_links\":{},\"_embedded\":{\"" + plural + "\":[" + rows + "]}}";
    }

    private static ResponseDefinitionBuilder problem(int status, String title, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}");
    }

    private static void answerEverything(ResponseDefinitionBuilder answer) {
        VENDOR.resetMappings();
        VENDOR.stubFor(any(anyUrl()).willReturn(answer));
        VENDOR.stubFor(post(TOKEN).willReturn(okJson(token("first"))));
    }

    private static String token(String access) {
        return "{\"access_token\":\"" + access + "\",\"expires_in\":7200,\"token_type\":\"Bearer\"}";
    }

    private AmsChannel channel(AmsWriter<?> writer) {
        return new AmsChannel(List.of(writer), json);
    }

    private AmsChannel notes() {
        return channel(new EpicNotes(activities, lookups, properties));
    }

    private AmsChannel documents() {
        DocumentContent content = id -> new DocumentContent.Content("certificate.pdf", "application/pdf", PDF);
        return channel(new EpicDocuments(api, new EpicUploads(vendors, properties), properties, content));
    }

    private OutboundWrite note() {
        return write(WriteKind.AMS_NOTE, new AmsNotePayload(CLIENT, null, "Sent", "to O'Hara"));
    }

    private OutboundWrite document(@Nullable String policyId) {
        return write(WriteKind.AMS_DOCUMENT, new AmsDocumentPayload(CLIENT, policyId, "d", "certificate.pdf"));
    }

    private OutboundWrite write(WriteKind kind, Object payload) {
        return PlannedRow.of("SR-2026-000123-1", kind, payload, clock.instant());
    }
}
