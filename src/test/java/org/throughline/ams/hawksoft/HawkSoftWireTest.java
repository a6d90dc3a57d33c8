package org.throughline.ams.hawksoft;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
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
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.Client;
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
class HawkSoftWireTest {

    @RegisterExtension
    static final WireMockExtension VENDOR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String AGENCY = "/vendor/agency/7";
    private static final String LOG = AGENCY + "/client/10002/log";
    private static final String ATTACHMENT = AGENCY + "/client/10002/attachment";
    private static final String REFERENCE = "SR-2026-000123-1";
    private static final String CREDENTIAL =
            "Basic " + Base64.getEncoder().encodeToString("abc:p w&d".getBytes(StandardCharsets.UTF_8));

    private final HawkSoftProperties properties = properties(Duration.ofSeconds(20));
    private final HawkSoftApi api = api(properties);
    private final HawkSoftBook book = new HawkSoftBook(api, properties);
    private final HawkSoftClients clients = new HawkSoftClients(book);
    private final HawkSoftPolicies policies = new HawkSoftPolicies(book);
    private final HawkSoftWrites writes = new HawkSoftWrites(api, properties);

    @Test
    void sendsCredentialAndVersionWithACall() {
        client("{\"clientNumber\":10002}");

        clients.find("10002");

        VENDOR.verify(getRequestedFor(urlPathEqualTo(AGENCY + "/client/10002"))
                .withHeader("Authorization", equalTo(CREDENTIAL))
                .withQueryParam("version", equalTo("3.0"))
                .withQueryParam("include", equalTo("Details,People,Contacts")));
    }

    @Test
    void logsInNowhereUnderTwoHundredParallelCalls() throws InterruptedException, ExecutionException {
        client("{\"clientNumber\":10002}");
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(
                            call -> () -> clients.find("10002").isPresent())
                    .toList();

            for (Future<Boolean> found : threads.invokeAll(calls)) {
                assertThat(found.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        VENDOR.verify(200, anyRequestedFor(anyUrl()));
        VENDOR.verify(200, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo(CREDENTIAL)));
    }

    @Test
    void readsNamesInAnyCase() {
        client("""
                {"ClientNumber":10002,
                 "Details":{"IsCommercial":true,"CompanyName":"Marin Framing LLC","ClientType":"Customer",
                   "MailingAddress":{"Address1":"2815 Chandler Creek Blvd","City":"Round Rock","State":"TX","Zip":"78665"}},
                 "People":[{"Id":"p-1","FirstName":"Luis","LastName":"Marin"}],
                 "Contacts":[
                   {"Type":"Fax","PersonId":"p-1","Data":"512-555-0100","Priority":1},
                   {"Type":"CellPhone","PersonId":"p-1","Data":"512-555-0164","Priority":3},
                   {"Type":"Email","PersonId":"p-1","Data":"b@marin.example","Priority":2,"Description":"Authorized - Owner"},
                   {"Type":"Email","PersonId":"p-1","Data":"a@marin.example","Priority":1},
                   {"Type":"Email","Data":"office@marin.example","Priority":0}]}""");

        assertThat(clients.find("10002")).hasValueSatisfying(client -> {
            assertThat(client.displayName()).isEqualTo("Marin Framing LLC");
            assertThat(client.commercial()).isTrue();
            assertThat(client.prospect()).isFalse();
            assertThat(client.state()).isEqualTo("TX");
            assertThat(client.address())
                    .isEqualTo(new Client.Address("2815 Chandler Creek Blvd", null, "Round Rock", "TX", "78665"));
            assertThat(client.contacts())
                    .containsExactly(
                            new Client.ClientContact("Marin Framing LLC", "office@marin.example", null, false),
                            new Client.ClientContact("Luis Marin", "a@marin.example", "512-555-0164", true),
                            new Client.ClientContact("Luis Marin", "b@marin.example", null, true));
        });
    }

    @Test
    void knowsNobodyWhereTheVendorSaysSo() {
        VENDOR.stubFor(get(urlPathEqualTo(AGENCY + "/client/5"))
                .willReturn(aResponse().withStatus(404).withBody("not found")));

        assertThat(clients.find("5")).isEmpty();
        assertThat(clients.find("a-guid-of-another-system")).isEmpty();
        assertThat(policies.ofClient("5")).isEmpty();
    }

    @Test
    void readsChangedClientsByNumberAndInBulks() {
        List<Integer> numbers = IntStream.rangeClosed(1, 201).boxed().toList();
        VENDOR.stubFor(get(urlPathEqualTo(AGENCY + "/clients")).willReturn(okJson(numbers.toString())));
        VENDOR.stubFor(post(urlPathEqualTo(AGENCY + "/clients")).willReturn(okJson("[{\"clientNumber\":1}]")));

        assertThat(clients.changedSince(Instant.parse("2026-11-23T17:30:00.123Z")))
                .hasSize(2);

        VENDOR.verify(getRequestedFor(urlPathEqualTo(AGENCY + "/clients"))
                .withQueryParam("version", equalTo("3.0"))
                .withQueryParam("asOf", equalTo("2026-11-23T17:30:00Z")));
        VENDOR.verify(postRequestedFor(urlPathEqualTo(AGENCY + "/clients"))
                .withQueryParam("version", equalTo("3.0"))
                .withQueryParam("include", equalTo("Details,People,Contacts"))
                .withRequestBody(equalToJson("{\"clientNumbers\":" + numbers.subList(0, 200) + "}")));
        VENDOR.verify(postRequestedFor(urlPathEqualTo(AGENCY + "/clients"))
                .withRequestBody(equalToJson("{\"clientNumbers\":[201]}")));
    }

    @Test
    void asksForAllClientsWithoutATime() {
        VENDOR.stubFor(get(urlPathEqualTo(AGENCY + "/clients")).willReturn(okJson("[]")));

        assertThat(clients.changedSince(null)).isEmpty();

        VENDOR.verify(getRequestedFor(urlPathEqualTo(AGENCY + "/clients")).withQueryParam("asOf", absent()));
    }

    @Test
    void readsHeadersWithoutLimits() {
        VENDOR.stubFor(post(urlPathEqualTo(AGENCY + "/clients")).willReturn(okJson("""
                [{"clientNumber":10002,"details":{"isCommercial":true,"companyName":"Marin Framing LLC"},
                  "policies":[{"id":"g-1","policyNumber":"GL 1","loBs":[{"code":"CGL","name":"General Liability"}],
                    "effectiveDate":"2026-08-23T00:00:00","expirationDate":"2027-08-23T00:00:00","status":"Active",
                    "coverages":[{"code":"EAOCC","limits":"1000000"}]}]}]""")));

        assertThat(policies.headersOfClients(List.of("10002", "no number")))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.number()).isEqualTo("GL 1");
                    assertThat(policy.clientId()).isEqualTo("10002");
                    assertThat(policy.limits()).isEmpty();
                });

        VENDOR.verify(postRequestedFor(urlPathEqualTo(AGENCY + "/clients"))
                .withQueryParam("include", equalTo("Details,People,Policies"))
                .withRequestBody(equalToJson("{\"clientNumbers\":[10002]}")));
    }

    @Test
    void writesANoteIntoTheLogUnderAReferenceThatStaysTheSame() {
        VENDOR.stubFor(post(urlPathEqualTo(LOG)).willReturn(text(200, "Log created")));
        AmsChannel notes = channel(new HawkSoftNotes(writes));

        WriteOutcome first = notes.perform(note());
        WriteOutcome second = notes.perform(note());

        assertThat(notes.find(note())).isEmpty();
        assertThat(first).isEqualTo(WriteOutcome.done(writes.refId(note()))).isEqualTo(second);
        VENDOR.verify(
                2,
                postRequestedFor(urlPathEqualTo(LOG))
                        .withQueryParam("version", equalTo("3.0"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("""
                        {"refId":"%s","ts":"2026-11-23T18:00:00Z","action":27,"policyId":"g-1",
                         "note":"Sent\\nto O'Hara [SR-2026-000123-1]"}""".formatted(writes.refId(note())))));
    }

    @Test
    void takesAQueuedWriteForAccepted() {
        VENDOR.stubFor(post(urlPathEqualTo(LOG)).willReturn(text(202, "Log queued")));

        assertThat(channel(new HawkSoftNotes(writes)).perform(note())).isEqualTo(WriteOutcome.accepted());
    }

    @Test
    void writesATaskInsideTheLogForAPersonOrForTheRole() {
        client("{\"clientNumber\":10002,\"policies\":[{\"id\":\"g-1\",\"policyNumber\":\"GL 1\"}]}");
        VENDOR.stubFor(post(urlPathEqualTo(LOG)).willReturn(text(200, "Log created")));
        AmsChannel tasks = channel(new HawkSoftTasks(writes, book, properties));

        tasks.perform(task("GL 1", LocalDate.of(2026, 12, 1), "Maria Santos"));
        tasks.perform(task(null, null, "Devon Reed"));

        VENDOR.verify(postRequestedFor(urlPathEqualTo(LOG))
                .withRequestBody(equalToJson("""
                {"refId":"%s","ts":"2026-11-23T18:00:00Z","action":27,"policyId":"g-1",
                 "note":"Call back [SR-2026-000123-1]",
                 "task":{"title":"Call back [SR-2026-000123-1]","description":"About the waiver\\nPolicy GL 1",
                   "dueDate":"2026-12-01T12:00:00","assignedToRole":"SpecifiedUser",
                   "assignedToEmail":"maria@agency.example"}}""".formatted(writes.refId(note())))));
        VENDOR.verify(postRequestedFor(urlPathEqualTo(LOG))
                .withRequestBody(equalToJson("""
                {"refId":"%s","ts":"2026-11-23T18:00:00Z","action":27,"note":"Call back [SR-2026-000123-1]",
                 "task":{"title":"Call back [SR-2026-000123-1]",
                   "description":"About the waiver\\nFor Devon Reed","assignedToRole":"CSR"}}""".formatted(writes.refId(note())))));
    }

    @Test
    void attachesADocumentWithItsNameInHeaders() {
        VENDOR.stubFor(post(urlPathEqualTo(ATTACHMENT)).willReturn(text(200, "Attachment created")));
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        DocumentContent content = id -> new DocumentContent.Content("certificate.pdf", "application/pdf", pdf);
        AmsChannel documents = channel(new HawkSoftDocuments(writes, content));
        OutboundWrite write = PlannedRow.of(
                REFERENCE,
                WriteKind.AMS_DOCUMENT,
                new AmsDocumentPayload(
                        "10002", "g-1", "d-1", "certificate \"final\" for somebody with a long name.pdf"));

        assertThat(documents.perform(write)).isEqualTo(WriteOutcome.done(writes.refId(write)));

        VENDOR.verify(postRequestedFor(urlPathEqualTo(ATTACHMENT))
                .withQueryParam("version", equalTo("3.0"))
                .withHeader("Content-Type", equalTo("application/octet-stream"))
                .withHeader("RefId", equalTo(writes.refId(write)))
                .withHeader("TS", equalTo("2026-11-23T18:00:00Z"))
                .withHeader("Desc", base64("certificate \"final\" for somebody with a l"))
                .withHeader(
                        "LogNote", base64("certificate \"final\" for somebody with a long name.pdf [SR-2026-000123-1]"))
                .withHeader("FileName", base64("certificate _final_ for somebody with a long name SR-2026-000123-1"))
                .withHeader("FileExt", equalTo("pdf"))
                .withHeader("Channel", equalTo("27"))
                .withHeader("PolicyId", equalTo("g-1"))
                .withHeader("TaskTitle", absent()));
        // WireMock unpacks a body that is packed; that it is packed, the simulated vendor insists on.
        LoggedRequest sent =
                VENDOR.findAll(postRequestedFor(urlPathEqualTo(ATTACHMENT))).get(0);
        assertThat(sent.getBody()).isEqualTo(pdf);
    }

    @Test
    void takesAMissingClientForARefusalOfTheWrite() {
        VENDOR.stubFor(post(urlPathEqualTo(LOG)).willReturn(text(404, "The requested client was not found")));
        AmsChannel notes = channel(new HawkSoftNotes(writes));

        assertThatThrownBy(() -> notes.perform(note()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("The requested client was not found");
        OutboundWrite elsewhere =
                PlannedRow.of(REFERENCE, WriteKind.AMS_NOTE, new AmsNotePayload("a-guid", null, "Sent", "text"));
        assertThatThrownBy(() -> notes.perform(elsewhere)).isInstanceOf(VendorRejected.class);
    }

    @Test
    void cannotTellWhatAWebPageMeansForAWrite() {
        VENDOR.stubFor(post(urlPathEqualTo(LOG))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>")));

        assertThatThrownBy(() -> channel(new HawkSoftNotes(writes)).perform(note()))
                .isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void repeatsARefusedCallOnceAndGivesUpAfterASecondRefusal() {
        VENDOR.stubFor(get(urlPathEqualTo(AGENCY + "/client/10002"))
                .inScenario("in passing")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(text(401, "The provided credentials are invalid"))
                .willSetStateTo("good again"));
        VENDOR.stubFor(get(urlPathEqualTo(AGENCY + "/client/10002"))
                .inScenario("in passing")
                .whenScenarioStateIs("good again")
                .willReturn(okJson("{\"clientNumber\":10002}")));
        assertThat(clients.find("10002")).isPresent();
        VENDOR.verify(2, anyRequestedFor(anyUrl()));

        answerEverything(text(401, "The provided credentials are invalid"));
        assertThatThrownBy(() -> clients.find("10002")).isInstanceOf(VendorUnavailable.class);
        VENDOR.verify(4, anyRequestedFor(anyUrl()));
    }

    @Test
    void waitsAsLongAsTheVendorAsks() {
        answerEverything(aResponse().withStatus(429).withHeader("Retry-After", "60"));

        assertThatThrownBy(() -> clients.find("10002"))
                .isInstanceOfSatisfying(
                        VendorBusy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(60)));
        assertThatThrownBy(() -> clients.find("10002"))
                .isInstanceOf(VendorBusy.class)
                .hasMessageContaining("was not called");

        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void takesWhatMayPassForUnavailableAndWhatWillNotForABrokenContract() {
        for (ResponseDefinitionBuilder passing : List.of(
                serverError(),
                aResponse().withStatus(503),
                okJson("{\"clientNumber\":100"),
                aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>"))) {
            answerEverything(passing);
            assertThatThrownBy(() -> clients.find("10002")).isInstanceOf(VendorUnavailable.class);
        }
        for (int status : List.of(400, 403)) {
            answerEverything(text(status, "why not"));
            assertThatThrownBy(() -> clients.find("10002"))
                    .isInstanceOf(VendorContractBroken.class)
                    .hasMessageContaining("why not");
        }
        client("{\"clientNumber\":10002,\"policies\":[{\"id\":\"g\",\"effectiveDate\":\"soon\","
                + "\"expirationDate\":\"later\"}]}");
        assertThatThrownBy(() -> policies.ofClient("10002")).isInstanceOf(VendorContractBroken.class);
    }

    @Test
    void doesNotWaitForEver() {
        answerEverything(okJson("{\"clientNumber\":10002}").withFixedDelay(3000));
        HawkSoftProperties hasty = properties(Duration.ofMillis(100));
        HawkSoftClients impatient = new HawkSoftClients(new HawkSoftBook(api(hasty), hasty));

        assertThatThrownBy(() -> impatient.find("10002")).isInstanceOf(VendorUnavailable.class);
    }

    private static HawkSoftApi api(HawkSoftProperties settings) {
        return new HawkSoftConfiguration()
                .hawkSoftApi(new VendorClients(new MockEnvironment(), Clock.systemUTC()), settings);
    }

    private static HawkSoftProperties properties(Duration readTimeout) {
        return new HawkSoftProperties(
                URI.create(VENDOR.baseUrl()),
                "abc",
                "p w&d",
                7,
                "3.0",
                Map.of("Maria Santos", "maria@agency.example"),
                Duration.ofSeconds(5),
                readTimeout,
                Duration.ofMinutes(5));
    }

    private static void client(String answer) {
        VENDOR.stubFor(get(urlPathEqualTo(AGENCY + "/client/10002")).willReturn(okJson(answer)));
    }

    private static void answerEverything(ResponseDefinitionBuilder answer) {
        VENDOR.resetMappings();
        VENDOR.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder text(int status, String text) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody(text);
    }

    private static StringValuePattern base64(String text) {
        return equalTo(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static AmsChannel channel(AmsWriter<?> writer) {
        return new AmsChannel(List.of(writer), PlannedRow.JSON);
    }

    private static OutboundWrite note() {
        return PlannedRow.of(REFERENCE, WriteKind.AMS_NOTE, new AmsNotePayload("10002", "g-1", "Sent", "to O'Hara"));
    }

    private static OutboundWrite task(@Nullable String policy, @Nullable LocalDate due, String assignee) {
        return PlannedRow.of(
                REFERENCE,
                WriteKind.AMS_TASK,
                new AmsTaskPayload("10002", policy, "Call back", "About the waiver", due, assignee));
    }
}
