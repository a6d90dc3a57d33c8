package org.throughline.ams.nowcerts;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.ams.AmsContactPayload;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorConflict;
import org.throughline.platform.vendor.VendorRejected;

/** A change of a contact to the letter of the vendor's document. */
class NowCertsContactsWireTest {

    @RegisterExtension
    static final WireMockExtension VENDOR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String CLIENT = "11111111-1111-1111-1111-111111111111";
    private static final String DENISE = """
            {"databaseId":"c-1","insuredDatabaseId":"%s","firstName":"Denise","lastName":"Okafor","type":"Office_Manager",
             "personalEmail":null,"businessEmail":"denise@okafor.example","homePhone":"713-555-0100","officePhone":"",
             "cellPhone":"(713) 555-0142","changeDate":"2026-11-20T10:00:00-06:00"}""".formatted(CLIENT);

    private final NowCertsContacts contacts = new NowCertsContacts(api(), TestAgency.PROFILE);

    @BeforeEach
    void login() {
        VENDOR.stubFor(
                post("/api/token")
                        .willReturn(
                                okJson(
                                        "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":86399,\"refresh_token\":\"r\"}")));
        VENDOR.stubFor(post("/api/Zapier/InsertPrincipal")
                .willReturn(okJson("{\"status\":1,\"data\":{\"database_id\":\"c-1\"},\"message\":\"imported\"}")));
    }

    @Test
    void sendsWhatTheCallRequiresAndTheFieldWhereItsValueStands() {
        principals(DENISE);
        AmsContactPayload change = change(Field.PHONE, "713.555.0142", "713-555-0199");

        assertThat(contacts.find(write(change), change)).isEmpty();
        assertThat(contacts.perform(write(change), change).remoteReference()).isEqualTo("c-1");

        VENDOR.verify(getRequestedFor(urlPathEqualTo("/api/PrincipalList()"))
                .withQueryParam("$filter", equalTo("insuredDatabaseId eq " + CLIENT))
                .withQueryParam("$orderby", equalTo("databaseId asc")));
        VENDOR.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/Zapier/InsertPrincipal"))
                        .withRequestBody(equalToJson("""
                        {"database_id":"c-1","insured_database_id":"%s","first_name":"Denise","last_name":"Okafor",
                         "type":"Office_Manager","cell_phone":"713-555-0199"}""".formatted(CLIENT))));
    }

    @Test
    void writesAFirstNumberWhereTheVendorsBusinessNumberStands() {
        principals(DENISE.replace("713-555-0100", "").replace("(713) 555-0142", ""));
        AmsContactPayload change = change(Field.PHONE, "", "713-555-0199");

        contacts.perform(write(change), change);

        VENDOR.verify(postRequestedFor(urlPathEqualTo("/api/Zapier/InsertPrincipal"))
                .withRequestBody(equalToJson("{\"office_phone\":\"713-555-0199\"}", true, true)));
    }

    @Test
    void writesNothingOverAnotherValue() {
        principals(DENISE);
        AmsContactPayload change = change(Field.EMAIL, "old@okafor.example", "new@okafor.example");

        assertThatThrownBy(() -> contacts.perform(write(change), change))
                .isInstanceOf(VendorConflict.class)
                .hasMessage("The e-mail address of Denise Okafor in NowCerts is \"denise@okafor.example\", last changed"
                        + " 11/20/2026 10:00 AM. The change to \"new@okafor.example\" was made for"
                        + " \"old@okafor.example\".");

        VENDOR.verify(0, postRequestedFor(urlPathEqualTo("/api/Zapier/InsertPrincipal")));
    }

    @Test
    void refusesANameThatTwoContactsHave() {
        principals(DENISE + "," + DENISE.replace("c-1", "c-2"));
        AmsContactPayload change = change(Field.PHONE, "(713) 555-0142", "713-555-0199");

        assertThat(contacts.find(write(change), change)).isEmpty();
        assertThatThrownBy(() -> contacts.perform(write(change), change))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("2 contacts named denise okafor");
    }

    private static void principals(String rows) {
        int count = rows.split("databaseId\":\"c-", -1).length - 1;
        VENDOR.stubFor(get(urlPathEqualTo("/api/PrincipalList()"))
                .willReturn(okJson("{\"@odata.count\":" + count + ",\"value\":[" + rows + "]}")));
    }

    private static AmsContactPayload change(Field field, String base, String value) {
        return new AmsContactPayload(
                CLIENT, "denise okafor", field, base, value, Instant.parse("2026-11-23T16:00:00Z"));
    }

    private static OutboundWrite write(AmsContactPayload change) {
        return PlannedRow.of("SR-2026-000001-1", WriteKind.AMS_CONTACT, change);
    }

    private static NowCertsApi api() {
        NowCertsProperties properties = new NowCertsProperties(
                URI.create(VENDOR.baseUrl() + "/api"),
                "user@agency.example",
                "practice-only",
                "ngAuthApp",
                "folder-0",
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5));
        return new NowCertsConfiguration()
                .nowCertsApi(
                        new VendorClients(new MockEnvironment(), Clock.systemUTC()), properties, new MovingClock());
    }
}
