package org.throughline.ams.ezlynx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.throughline.ams.connection.NoticeController;
import org.throughline.ams.ezlynx.EzLynxHints.Kind;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

/** What the webhook takes, what it keeps, and whom it turns away. */
class EzLynxWebhookTest {

    private static final String ADDRESS = "/webhooks/ezlynx/webhook-token";

    private final EzLynxHints hints = new EzLynxHints(
            JdbcClient.create(TestDatabase.migrated().jdbc()),
            TestAgency.PROFILE,
            Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC));
    private final MockMvc webhook = MockMvcBuilders.standaloneSetup(new NoticeController(() -> Map.of(
                    TestAgency.PROFILE,
                    new EzLynxNotices(
                            hints,
                            EzLynxWiring.properties(URI.create("http://nowhere.example"), Duration.ofSeconds(1))))))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"EventCallbackNotification\":{\"EventName\":\"ApplicantUpdated\",\"ApplicantId\":7}}",
                "{\"event\":\"CoApplicantCreated\",\"data\":{\"applicantId\":\"7\",\"id\":9}}",
                "{\"EventType\":\"ProspectCreated\",\"EntityId\":7}",
                "[{\"Event\":\"CarrierUpdated\",\"Id\":8},{\"Event\":\"ApplicantCreated\",\"Id\":7}]",
                "{\"PolicyUpdated\":{\"PolicyId\":5,\"AccountId\":7}}",
                " <?xml version=\"1.0\"?><EventCallbackNotification xmlns=\"urn:x\"><EventName>ApplicantUpdated</EventName>"
                        + "<ApplicantId>7</ApplicantId></EventCallbackNotification>",
                "<EventCallbackNotification Event=\"ApplicantDeleted\" ApplicantId=\"7\"/>",
                "<Batch><EventCallbackNotification><Event>UserCreated</Event><Id>1</Id></EventCallbackNotification>"
                        + "<EventCallbackNotification><Event>ApplicantCreated</Event><Id>7</Id>"
                        + "</EventCallbackNotification></Batch>"
            })
    void keepsWhichApplicantMayHaveChanged(String body) throws Exception {
        webhook.perform(post(ADDRESS).content(body.strip())).andExpect(status().isOk());
        webhook.perform(post(ADDRESS).content(body.strip())).andExpect(status().isOk());

        assertThat(hints.since(Kind.APPLICANT, Instant.EPOCH)).containsOnlyKeys("7");
        assertThat(hints.since(Kind.POLICY, Instant.EPOCH)).isEmpty();
    }

    @Test
    void keepsAPolicyWhereNoApplicantIsNamed() throws Exception {
        webhook.perform(post(ADDRESS).content("{\"EventName\":\"PolicyDownloaded\",\"PolicyId\":61}"))
                .andExpect(status().isOk());

        assertThat(hints.since(Kind.POLICY, Instant.EPOCH)).containsOnlyKeys("61");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"EventName\":\"DiscussionCreated\",\"ApplicantId\":7}",
                "{\"EventName\":\"ApplicantUpdated\",\"ApplicantId\":\"7 or 8\"}",
                "{}",
                "[]",
                "7"
            })
    void acknowledgesWhatDoesNotConcernTheIndex(String body) throws Exception {
        webhook.perform(post(ADDRESS).content(body)).andExpect(status().isOk());

        assertThat(hints.since(Kind.APPLICANT, Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a document",
                "{\"EventName\":",
                "<EventCallbackNotification>",
                "<!DOCTYPE e [<!ENTITY id SYSTEM \"file:///etc/hostname\">]>"
                        + "<E><EventName>ApplicantUpdated</EventName><ApplicantId>&id;</ApplicantId></E>"
            })
    void refusesWhatCannotBeRead(String body) throws Exception {
        webhook.perform(post(ADDRESS).content(body)).andExpect(status().isBadRequest());

        assertThat(hints.since(Kind.APPLICANT, Instant.EPOCH)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() throws Exception {
        webhook.perform(post(ADDRESS).content(" ".repeat(256 * 1024 + 1))).andExpect(status().isPayloadTooLarge());
        webhook.perform(post(ADDRESS).content("<a>".repeat(100) + "</a>".repeat(100)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void asksForTheToken() throws Exception {
        String body = "{\"EventName\":\"ApplicantUpdated\",\"ApplicantId\":7}";

        webhook.perform(post("/webhooks/ezlynx/other").content(body)).andExpect(status().isForbidden());
        webhook.perform(post("/webhooks/ezlynx").content(body)).andExpect(status().isForbidden());
        assertThat(hints.since(Kind.APPLICANT, Instant.EPOCH)).isEmpty();

        webhook.perform(post("/webhooks/ezlynx")
                        .header(NoticeController.HEADER, "webhook-token")
                        .content(body))
                .andExpect(status().isOk());
        assertThat(hints.since(Kind.APPLICANT, Instant.EPOCH)).containsOnlyKeys("7");
    }
}
