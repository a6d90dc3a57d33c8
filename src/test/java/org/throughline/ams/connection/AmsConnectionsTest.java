package org.throughline.ams.connection;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.TestAgency;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorUnavailable;

/** Several connections at once: what each shares with no other, and the starts that are refused. */
class AmsConnectionsTest {

    @RegisterExtension
    static final WireMockExtension OURS = WireMockExtension.newInstance()
            .options(options().dynamicPort().containerThreads(60))
            .build();

    @RegisterExtension
    static final WireMockExtension THEIRS = WireMockExtension.newInstance()
            .options(options().dynamicPort().containerThreads(60))
            .build();

    private static final Agency MAIN = TestAgency.PROFILE;
    private static final Agency BRANCH = branch("bay-side", "service@bayside.example");
    private static final String CLIENT = "11111111-1111-1111-1111-111111111111";
    private static final String EMPTY = "{\"@odata.count\":0,\"value\":[]}";

    private final Map<String, Object> settings = new HashMap<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<AnnotationConfigApplicationContext> open = new ArrayList<>();
    private final List<AmsConnections> made = new ArrayList<>();

    @BeforeEach
    void set() {
        nowCerts("throughline.ams", OURS, "ours");
        settings.put("throughline.ams.nowcerts.folder-id", "folder of ours");
        nowCerts("throughline.ams.connections.bay-side", THEIRS, "theirs");
        for (WireMockExtension vendor : List.of(OURS, THEIRS)) {
            vendor.stubFor(get(anyUrl()).willReturn(okJson(EMPTY)));
            vendor.stubFor(post("/api/token")
                    .willReturn(okJson("{\"access_token\":\"" + (vendor == OURS ? "ours" : "theirs")
                                    + "\",\"refresh_token\":\"r\",\"token_type\":\"bearer\",\"expires_in\":3600}")
                            .withFixedDelay(200)));
        }
    }

    @AfterEach
    void close() {
        made.forEach(AmsConnections::destroy);
        open.forEach(AnnotationConfigApplicationContext::close);
    }

    private void nowCerts(String prefix, WireMockExtension vendor, String user) {
        settings.put(prefix + ".vendor", "nowcerts");
        settings.put(prefix + ".nowcerts.base-url", vendor.baseUrl() + "/api");
        settings.put(prefix + ".nowcerts.username", "${login-of}" + user);
        settings.put(prefix + ".nowcerts.password", "secret of " + user);
        settings.put("login-of", "user-");
    }

    @Test
    void manyCallsOnTwoConnectionsOfOneVendorLogInOnceEach() throws Exception {
        AgencyAms ams = new AgencyAms(connections(MAIN, BRANCH));
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int call = 0; call < 200; call++) {
                Agency agency = call % 2 == 0 ? MAIN : BRANCH;
                calls.add(() -> AgencyScope.call(agency, () -> ams.find(CLIENT).isEmpty()));
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        OURS.verify(1, postRequestedFor(urlPathEqualTo("/api/token")));
        THEIRS.verify(1, postRequestedFor(urlPathEqualTo("/api/token")));
        OURS.verify(100, getRequestedFor(urlPathEqualTo("/api/InsuredDetailList()")));
        THEIRS.verify(100, getRequestedFor(urlPathEqualTo("/api/InsuredDetailList()")));
        assertThat(OURS.getAllServeEvents())
                .filteredOn(event -> event.getRequest().getUrl().contains("token"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getRequest().getBodyAsString()).contains("username=user-ours&"));
        assertThat(meters.get("throughline.vendor.call")
                        .tag("vendor", "NowCerts")
                        .tag("connection", "bay-side")
                        .timer()
                        .count())
                .isEqualTo(100);
    }

    @Test
    void aVendorThatFailsKeepsCallsFromNoOtherConnection() {
        AgencyAms ams = new AgencyAms(connections(MAIN, BRANCH));
        THEIRS.stubFor(get(anyUrl()).willReturn(serverError()));
        AgencyScope.run(BRANCH, () -> {
            for (int call = 0; call < 10; call++) {
                assertThatThrownBy(() -> ams.find(CLIENT)).isInstanceOf(VendorUnavailable.class);
            }
            assertThatThrownBy(() -> ams.find(CLIENT)).hasMessageContaining("was not called");
        });

        assertThat(ams.find(CLIENT)).isEmpty();
        assertThat(AgencyScope.call(MAIN, () -> ams.find(CLIENT))).isEmpty();
    }

    @Test
    void differentVendorsStandSideBySide() {
        settings.put("throughline.ams.connections.bay-side.vendor", "hawksoft");
        settings.put("throughline.ams.connections.bay-side.hawksoft.base-url", THEIRS.baseUrl());
        settings.put("throughline.ams.connections.bay-side.hawksoft.username", "theirs");
        settings.put("throughline.ams.connections.bay-side.hawksoft.password", "secret");
        settings.put("throughline.ams.connections.bay-side.hawksoft.agency-id", "2002");
        settings.put("throughline.ams.connections.bay-side.hawksoft.assignees[Bea Lindqvist]", "bea@bayside.example");

        AmsConnections connections = connections(MAIN, BRANCH);
        AgencyAms ams = new AgencyAms(connections);

        assertThat(ams.name()).isEqualTo("NowCerts");
        assertThat(AgencyScope.call(BRANCH, ams::name)).isEqualTo("HawkSoft");
        assertThat(new AgencyAmsChannel(connections).kinds())
                .containsAll(AgencyScope.call(
                        BRANCH, () -> connections.current().channel().kinds()));
    }

    @Test
    void anAgencyNeedsAConnection() {
        settings.keySet().removeIf(key -> key.startsWith("throughline.ams.connections"));

        refused(
                "Bay Side Insurance (bay-side) has no agency management system",
                "throughline.ams.connections.bay-side.vendor");
    }

    @Test
    void aVendorNeedsAnAdapter() {
        settings.put("throughline.ams.connections.bay-side.vendor", "ledgerline");

        refused("\"ledgerline\"", "epic, ezlynx, hawksoft, nowcerts");
    }

    @Test
    void aConnectionNeedsAnAgency() {
        settings.put("throughline.ams.connections.hillside.vendor", "epic");

        refused("hillside", "throughline.agencies");
    }

    @Test
    void theMainAgencysConnectionStandsInOnePlace() {
        settings.put("throughline.ams.connections.harborline.vendor", "epic");

        refused("throughline.ams.connections.harborline", "throughline.ams.vendor");
    }

    @Test
    void aConnectionNeedsItsOwnCredentials() {
        settings.remove("throughline.ams.connections.bay-side.nowcerts.password");
        settings.put("throughline.ams.connections.bay-side.nowcerts.username", " ");

        refused(
                "throughline.ams.connections.bay-side.nowcerts.password",
                "throughline.ams.connections.bay-side.nowcerts.username");
    }

    @Test
    void aValueThatCannotBeReadIsNamed() {
        settings.put("throughline.ams.connections.bay-side.nowcerts.read-timeout", "a while");

        refused("Bay Side Insurance (bay-side)", "throughline.ams.connections.bay-side.nowcerts.read-timeout");
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> connections(MAIN, BRANCH))
                .isInstanceOf(ConnectionRefused.class)
                .message()
                .contains(words);
    }

    private AmsConnections connections(Agency... agencies) {
        AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
        open.add(application);
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        application.registerBean(Clock.class, Clock::systemUTC);
        application.registerBean(ObjectMapper.class);
        application.registerBean(MeterRegistry.class, () -> meters);
        application.registerBean(DocumentContent.class, () -> id -> {
            throw new IllegalArgumentException(id);
        });
        application.registerBean("vendorClients", VendorClients.class);
        application.refresh();
        AmsConnections connections = new AmsConnections(
                new Agencies(List.of(agencies)), application.getEnvironment(), application.getBeanFactory());
        made.add(connections);
        return connections;
    }

    private static Agency branch(String tenant, String mailbox) {
        return new Agency(
                tenant,
                "Bay Side Insurance, LLC",
                "Bay Side Insurance",
                MAIN.address(),
                MAIN.phone(),
                null,
                MAIN.licenseNumber(),
                MAIN.timeZone(),
                MAIN.hours(),
                MAIN.authorizedRepresentative(),
                mailbox);
    }
}
