package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.RoutingFacts;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
class PartnerScreenIT extends ScreenTest {

    private final ServiceRequests requests;
    private final RoutingFacts routing;
    private final JdbcClient jdbc;

    private String number = "";

    @Autowired
    PartnerScreenIT(ServiceRequests requests, RoutingFacts routing, JdbcClient jdbc) {
        this.requests = requests;
        this.routing = routing;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void openARequestForThePartner() {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "senderRole", "AUTHORIZED_CONTACT",
                "authenticated", true,
                "securityFlag", false,
                "judgement", false,
                "contractAttached", false,
                "surplusLines", false,
                "missingInfo", false,
                "mark", "NONE",
                "alarm", "NONE"));
        facts.putAll(Map.of(
                "hoursToHardDate",
                9999,
                "hoursToNeededBy",
                9999,
                "lineOfBusiness",
                "AUTO",
                "commercial",
                true,
                "state",
                "TX"));
        Map<String, Object> request = new HashMap<>(Map.of(
                "workType", "ENDT_VEHICLE",
                "classification", "AUTO",
                "senderAddress", "denise@okaforplumbing.example",
                "clientName", "Okafor Plumbing",
                "subject", "Add the van for Denise Okafor",
                "policyNumbers", "BMC-CA-0448214",
                "state", "TX",
                "lineOfBusiness", "AUTO",
                "status", "NEW"));
        request.put("askText", "Please add the 2026 Transit, VIN 1FTBW1Y89RKA00001. My SSN is 512-44-7781.");
        request.put("acknowledge", false);
        number = requests.open(request, routing.of(facts, "ENDT_VEHICLE", "AUTO"));
    }

    @Test
    void anaSeesHerPacketAcceptsItAndSendsAFile() {
        login("tasklist", "ana");
        press(page.getByText("My queues").first());
        press(page.locator("ol.tasks-list > li").getByText("Accept work").first());

        Locator tab = page.locator(".request-tab");
        assertThat(tab.locator(".request-title")).containsText(number);
        assertThat(tab).containsText("Key the change as requested");
        assertThat(tab).containsText("BMC-CA-0448214");
        assertThat(tab).containsText("VIN 1FTBW1Y89RKA00001");
        assertThat(tab).containsText("[Social Security number removed]");
        assertThat(tab).not().containsText("Okafor");
        assertThat(tab).not().containsText("Timeline");
        assertThat(page.locator("body")).not().containsText("Okafor");
        photograph("tasklist-partner-packet");

        tab.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("bill.txt", "text/plain", "Bill of sale".getBytes(StandardCharsets.UTF_8)));
        assertThat(tab).containsText("bill.txt has been sent.");
        assertThat(jdbc.sql("select count(*) from partner_file")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        press(page.locator("[ng-click='claim()']"));
        press(page.getByText("Form").first());
        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("Accept this work or decline it");
        photograph("tasklist-partner-accept");
    }

    @Test
    void kofiSeesNothingOfIt() {
        login("tasklist", "kofi");
        press(page.getByText("My queues").first());

        assertThat(page.locator("body")).containsText("My queues");
        assertThat(page.locator("ol.tasks-list > li")).hasCount(0);
    }
}
