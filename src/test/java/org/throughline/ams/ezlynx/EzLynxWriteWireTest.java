package org.throughline.ams.ezlynx;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The adapter's writes to the letter, and which answers to them it believes. */
class EzLynxWriteWireTest {

    @RegisterExtension
    static final WireMockExtension VENDOR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String REQUEST = "SR-2026-000123";
    private static final String TAG = "[SR-2026-000123-1]";
    private static final String DISCUSSIONS = "/DiscussionApi/v8/discussions";
    private static final String DOCUMENTS = "/DocumentApi/documents/v1";
    private static final String NAME = "certificate SR-2026-000123-1.pdf";
    private static final byte[] PDF = "%PDF-1.7 \u00e4".getBytes(StandardCharsets.ISO_8859_1);

    private final EzLynxWiring ezlynx = new EzLynxWiring(
            EzLynxWiring.properties(URI.create(VENDOR.baseUrl()), Duration.ofSeconds(20)),
            Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC),
            id -> new DocumentContent.Content("certificate.pdf", "application/pdf", PDF));

    @BeforeEach
    void login() {
        VENDOR.stubFor(get("/ezlynxapi/api/authenticate").willReturn(ok().withHeader("EZToken", "classic-1")));
        VENDOR.stubFor(
                post("/auth/connect/token").willReturn(okJson("{\"access_token\":\"gateway-1\",\"expires_in\":3600}")));
    }

    @AfterEach
    void close() {
        ezlynx.close();
    }

    @Test
    void opensADiscussionForTheRequestWithTheNote() {
        discussions("[]");
        opened(text("841"));
        notes("841", "{\"noteId\":17,\"type\":\"Note\",\"body\":\"Sent\\nto O'Hara " + TAG + "\"}");

        assertThat(ezlynx.channel.perform(note("7"))).isEqualTo(WriteOutcome.done("17"));

        VENDOR.verify(postRequestedFor(urlPathEqualTo(DISCUSSIONS + "/with-note"))
                .withHeader("Authorization", equalTo("Bearer gateway-1"))
                .withHeader("User-Agent", containing("Throughline"))
                .withRequestBody(equalToJson("""
                        {"applicantId":7,"discussion":{"title":"Throughline SR-2026-000123"},
                         "note":{"type":"Note","body":"Sent\\nto O'Hara [SR-2026-000123-1]"}}""")));
    }

    @Test
    void findsANoteByItsReferenceAndNoneThatWasCut() {
        discussions("[{\"discussionId\":840,\"title\":\"Renewal\"},"
                + "{\"discussionId\":842,\"title\":\"Throughline SR-2026-000123\",\"deleted\":true},"
                + "{\"discussionId\":841,\"title\":\"Throughline SR-2026-000123\"}]");
        notes(
                "841",
                "{\"noteId\":16,\"body\":\"Sent\\nto O'H\"},{\"noteId\":17,\"body\":\"Sent\\nto O'Hara " + TAG
                        + "\"},{\"noteId\":18,\"body\":\"Another [SR-2026-000123-12]\"}");

        assertThat(ezlynx.channel.find(note("7"))).contains("17");
    }

    @Test
    void addsToTheDiscussionThatIsThere() {
        discussions("[{\"discussionId\":841,\"title\":\"Throughline SR-2026-000123\"}]");
        VENDOR.stubFor(post(DISCUSSIONS + "/841/notes").willReturn(okJson("{\"noteId\":17}")));

        assertThat(ezlynx.channel.perform(note("7"))).isEqualTo(WriteOutcome.done("17"));

        VENDOR.verify(0, postRequestedFor(urlPathEqualTo(DISCUSSIONS + "/with-note")));
        VENDOR.verify(postRequestedFor(urlPathEqualTo(DISCUSSIONS + "/841/notes"))
                .withRequestBody(equalToJson("{\"type\":\"Note\",\"body\":\"Sent\\nto O'Hara " + TAG + "\"}")));
    }

    @Test
    void takesANumberAsJsonToo() {
        discussions("[]");
        opened(okJson("841"));
        notes("841", "{\"noteId\":17,\"body\":\"" + TAG + "\"}");

        assertThat(ezlynx.channel.perform(note("7"))).isEqualTo(WriteOutcome.done("17"));
    }

    @Test
    void doesNotBelieveANumberThatWasCut() {
        VENDOR.stubFor(get(urlPathEqualTo(DISCUSSIONS + "/by-applicant"))
                .inScenario("cut")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("[]"))
                .willSetStateTo("written"));
        VENDOR.stubFor(get(urlPathEqualTo(DISCUSSIONS + "/by-applicant"))
                .inScenario("cut")
                .whenScenarioStateIs("written")
                .willReturn(okJson("[{\"discussionId\":841,\"title\":\"Throughline SR-2026-000123\"}]")));
        opened(text("84"));
        VENDOR.stubFor(get(DISCUSSIONS + "/84/with-notes").willReturn(notFound()));
        notes("841", "{\"noteId\":17,\"body\":\"" + TAG + "\"}");

        assertThat(ezlynx.channel.perform(note("7"))).isEqualTo(WriteOutcome.done("17"));
    }

    @Test
    void doesNotKnowWhatHappenedWhenTheAnswerIsNoNumber() {
        discussions("[]");
        for (ResponseDefinitionBuilder answer : new ResponseDefinitionBuilder[] {
            aResponse().withHeader("Content-Type", "text/html").withBody("841"),
            text(""),
            text("accepted"),
            okJson("{\"discussionId\":84"),
            aResponse().withStatus(500)
        }) {
            opened(answer);
            assertThatThrownBy(() -> ezlynx.channel.perform(note("7"))).isInstanceOf(VendorUnavailable.class);
        }
        opened(text("841"));
        notes("841", "");
        assertThatThrownBy(() -> ezlynx.channel.perform(note("7")))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("does not show");
    }

    @Test
    void callsAnApplicantThatIsNotThereARefusal() {
        discussions("[]");
        opened(notFound().withBody("Applicant not found."));

        assertThatThrownBy(() -> ezlynx.channel.perform(note("7")))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("no applicant 7");
        assertThatThrownBy(() -> ezlynx.channel.perform(note("not-a-number"))).isInstanceOf(VendorRejected.class);
    }

    @Test
    void writesATaskForAPersonWithADate() {
        users();
        discussions("[]");
        opened(text("841"));
        notes("841", "{\"noteId\":17,\"body\":\"" + TAG + "\",\"task\":{\"taskId\":5,\"assignedUserId\":12}}");

        ezlynx.channel.perform(task("Maria Santos", LocalDate.of(2026, 11, 30)));

        VENDOR.verify(
                postRequestedFor(urlPathEqualTo(DISCUSSIONS + "/with-note")).withRequestBody(equalToJson("""
                {"applicantId":7,"discussion":{"title":"Throughline SR-2026-000123"},
                 "note":{"type":"TaskCreationNote",
                  "body":"Call back\\nAbout the waiver\\nPolicy GL-1 [SR-2026-000123-1]",
                  "task":{"assignedUserId":12,"due":"2026-11-30T23:00:00.000Z"}}}""")));
    }

    @Test
    void writesATaskForNobodyKnownToOurselvesAndSaysWhoIsMeant() {
        users();
        discussions("[]");
        opened(text("841"));
        notes("841", "{\"noteId\":17,\"body\":\"" + TAG + "\",\"task\":{\"taskId\":5}}");

        ezlynx.channel.perform(task("Former Employee", null));

        VENDOR.verify(
                postRequestedFor(urlPathEqualTo(DISCUSSIONS + "/with-note")).withRequestBody(equalToJson("""
                {"applicantId":7,"discussion":{"title":"Throughline SR-2026-000123"},
                 "note":{"type":"TaskCreationNote",
                  "body":"Call back\\nAbout the waiver\\nPolicy GL-1\\nFor Former Employee [SR-2026-000123-1]",
                  "task":{"assignedUserId":11,"due":"2026-11-24T23:00:00.000Z"}}}""")));
    }

    @Test
    void countsANoteWithoutItsTaskAsAbsent() {
        discussions("[{\"discussionId\":841,\"title\":\"Throughline SR-2026-000123\"}]");
        notes("841", "{\"noteId\":17,\"type\":\"TaskCreationNote\",\"body\":\"" + TAG + "\"}");

        assertThat(ezlynx.channel.find(task("Maria Santos", null))).isEmpty();
    }

    @Test
    void uploadsADocumentAndBelievesTheList() {
        VENDOR.stubFor(post(DOCUMENTS + "/account/7/document").willReturn(text("91")));
        listed("{\"id\":91,\"documentName\":\"" + NAME + "\"}");

        assertThat(ezlynx.channel.perform(document())).isEqualTo(WriteOutcome.done("91"));

        VENDOR.verify(postRequestedFor(urlPathEqualTo(DOCUMENTS + "/account/7/document"))
                .withHeader("Accept", equalTo("text/plain"))
                .withHeader("Content-Type", containing("multipart/form-data; boundary="))
                .withRequestBody(containing("name=\"DocumentName\"\r\n\r\n" + NAME))
                .withRequestBody(containing("name=\"PolicyMasterId\"\r\n\r\n61"))
                .withRequestBody(containing("name=\"File\"; filename=\"" + NAME + "\"")));
    }

    @Test
    void findsADocumentThatIsWholeAndNoneThatLostBytes() {
        listed("{\"id\":90,\"documentName\":\"" + NAME + "\"},{\"id\":91,\"documentName\":\"" + NAME + "\"}");
        VENDOR.stubFor(get(DOCUMENTS + "/90/download").willReturn(ok().withBody(new byte[] {'%', 'P', 'D'})));
        VENDOR.stubFor(get(DOCUMENTS + "/91/download").willReturn(ok().withBody(PDF)));

        assertThat(ezlynx.channel.find(document())).contains("91");
    }

    @Test
    void takesAPageInPlaceOfADocumentForAnOutage() {
        listed("{\"id\":91,\"documentName\":\"" + NAME + "\"}");
        VENDOR.stubFor(get(DOCUMENTS + "/91/download")
                .willReturn(ok("<html></html>").withHeader("Content-Type", "text/html; charset=utf-8")));

        assertThatThrownBy(() -> ezlynx.channel.find(document())).isInstanceOf(VendorUnavailable.class);
    }

    private static ResponseDefinitionBuilder text(String body) {
        return aResponse()
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody(body);
    }

    private static void discussions(String rows) {
        VENDOR.stubFor(get(urlPathEqualTo(DISCUSSIONS + "/by-applicant"))
                .withQueryParam("applicantId", equalTo("7"))
                .willReturn(okJson(rows)));
    }

    private static void opened(ResponseDefinitionBuilder answer) {
        VENDOR.stubFor(post(DISCUSSIONS + "/with-note").willReturn(answer));
    }

    private static void notes(String discussionId, String notes) {
        VENDOR.stubFor(get(DISCUSSIONS + "/" + discussionId + "/with-notes")
                .willReturn(okJson("{\"discussionId\":" + discussionId + ",\"notes\":[" + notes + "]}")));
    }

    private static void listed(String documents) {
        VENDOR.stubFor(
                get(DOCUMENTS + "/account/7/document-search").willReturn(okJson("{\"results\":[" + documents + "]}")));
    }

    private static void users() {
        VENDOR.stubFor(get("/ezlynxapi/api/User/Users/40170").willReturn(okJson("""
                [{"Id":11,"UserName":"agency.user","IsActive":true},{"Id":12,"UserName":"Maria.Santos","IsActive":true},
                 {"Id":13,"UserName":"former.employee","IsActive":false}]""")));
    }

    private static OutboundWrite note(String clientId) {
        return PlannedRow.of(
                REQUEST + "-1", WriteKind.AMS_NOTE, new AmsNotePayload(clientId, null, "Sent", "to O'Hara"));
    }

    private static OutboundWrite task(String assignee, @Nullable LocalDate due) {
        return PlannedRow.of(
                REQUEST + "-1",
                WriteKind.AMS_TASK,
                new AmsTaskPayload("7", "GL-1", "Call back", "About the waiver", due, assignee));
    }

    private static OutboundWrite document() {
        return PlannedRow.of(
                REQUEST + "-1",
                WriteKind.AMS_DOCUMENT,
                new AmsDocumentPayload("7", "61", "document-1", "certificate.pdf"));
    }
}
