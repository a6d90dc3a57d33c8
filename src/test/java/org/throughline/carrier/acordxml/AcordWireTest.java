package org.throughline.carrier.acordxml;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingXPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.CarrierRecords.CarrierBilling;
import org.throughline.carrier.CarrierRecords.CarrierPolicy;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.MovingClock;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorUnavailable;

/** The documents that go out, and what is made of each kind of answer, the hostile ones too. */
class AcordWireTest {

    @RegisterExtension
    static final WireMockExtension CARRIER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final String REFERENCE = "SR-2026-000123-1";
    private static final Submission CHANGE = Asked.change(Asked.insured("Gulfton Apartments LP"));
    private static final String RQ_UID =
            AcordMessage.rqUid("LNI", "HARBORLINE-4417", REFERENCE).toString();
    private static final String GOOD = "<ACORD><SignonRs><Status><StatusCd>0</StatusCd></Status></SignonRs>"
            + "<InsuranceSvcRs><GeneralLiabilityPolicyModRs><RqUID>" + RQ_UID
            + "</RqUID><MsgStatus><MsgStatusCd>Success"
            + "</MsgStatusCd></MsgStatus></GeneralLiabilityPolicyModRs></InsuranceSvcRs></ACORD>";

    private final MovingClock clock = new MovingClock();
    private final AcordXmlProperties.Connection settings =
            Asked.connection(URI.create("http://localhost:" + CARRIER.getPort() + "/acord"));
    private final AcordClient client =
            AcordXmlConfiguration.client("LNI", settings, new VendorClients(new MockEnvironment(), clock), clock);
    private final AcordXmlConnection connection = new AcordXmlConnection("LNI", settings, client, clock);
    private final AcordXmlRecords records = new AcordXmlRecords("LNI", settings, client, clock);

    @Test
    void sendsOneDocumentWithTheSignOn() {
        answer("text/xml", GOOD);

        assertThat(connection.submit(CHANGE, REFERENCE).status()).isEqualTo(Status.CONFIRMED);

        CARRIER.verify(
                1,
                postRequestedFor(urlEqualTo("/acord"))
                        .withHeader("Content-Type", equalTo("text/xml; charset=UTF-8"))
                        .withRequestBody(containing("xmlns=\"http://www.ACORD.org/standards/PC_Surety/ACORD1/xml/\""))
                        .withRequestBody(says("SignonRq/SignonPswd/CustId/SPName", "lakeshorenational.example"))
                        .withRequestBody(says("SignonRq/SignonPswd/CustId/CustPermId", "HARBORLINE-4417"))
                        .withRequestBody(says("SignonRq/SignonPswd/CustId/CustLoginId", "harborline-throughline"))
                        .withRequestBody(says("SignonRq/SignonPswd/CustPswd/Pswd", "practice-only"))
                        .withRequestBody(says("SignonRq/ClientApp/Org", "Harborline Insurance"))
                        .withRequestBody(says("SignonRq/SuppressEcho", "1"))
                        .withRequestBody(says("InsuranceSvcRq/GeneralLiabilityPolicyModRq/RqUID", RQ_UID)));
    }

    private static StringValuePattern says(String path, String value) {
        String local = path.replaceAll("([^/]+)", "*[local-name()='$1']");
        return matchingXPath("/*[local-name()='ACORD']/" + local + "/text()", equalTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml;charset=UTF-8", "application/acord+xml"})
    void takesXmlByAnyOfItsNames(String type) {
        answer(type, GOOD.replace("<ACORD>", "<a:ACORD xmlns:a='urn:x'>").replace("</ACORD>", "</a:ACORD>"));

        assertThat(connection.submit(CHANGE, REFERENCE).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void saysThatTheCredentialsAreRefusedAndDoesNotTryThemAgain() {
        answer(
                "text/xml",
                "<ACORD><SignonRs><Status><StatusCd>1740</StatusCd><StatusDesc>Unknown login</StatusDesc>"
                        + "</Status></SignonRs></ACORD>");

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("refuses our credentials")
                .hasMessageContaining("Unknown login")
                .hasMessageNotContaining("practice-only");
        CARRIER.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"503", "500", "502"})
    void doesNotKnowWhatBecameOfAMessageAfterAnError(int status) {
        CARRIER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status).withBody("oops")));

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        CARRIER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorBusy.class);
        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorBusy.class);
        CARRIER.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html/>", "application/json, {}", "'', <ACORD/>"})
    void doesNotReadWhatIsNoXml(String type, String body) {
        answer(type, body);

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void triesAgainWhatWasCutShort() {
        answer("text/xml", GOOD.substring(0, GOOD.length() / 2));

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining("malformed");
    }

    @Test
    void triesAgainWhereNothingIsSaidToTheMessage() {
        answer("text/xml", "<ACORD><SignonRs/><InsuranceSvcRs/></ACORD>");

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void takesNoAnswerToAnotherMessageForItsOwn() {
        answer("text/xml", GOOD.replace(RQ_UID, "00000000-0000-4000-8000-000000000000"));

        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("another message");
    }

    @Test
    void refusesAHostileAnswer() {
        answer("text/xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + GOOD.replace("Success", "&x;"));
        assertHostile();

        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'lol'>");
        IntStream.rangeClosed(1, 9)
                .forEach(at -> laughs.append("<!ENTITY l" + at + " '" + ("&l" + (at - 1) + ";").repeat(10) + "'>"));
        answer(
                "text/xml",
                laughs.append("]>").append(GOOD.replace("Success", "&l9;")).toString());
        assertHostile();

        answer("text/xml", "<ACORD>" + "<a>".repeat(50_000) + "</a>".repeat(50_000) + "</ACORD>");
        assertHostile();

        answer("text/xml", "<html>A proxy</html>");
        assertHostile();
    }

    @Test
    void readsNoMoreThanItCanHold() {
        byte[] fifty = new byte[50 << 20];
        Arrays.fill(fifty, (byte) ' ');
        CARRIER.stubFor(post(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", "text/xml").withResponseBody(new Body(fifty))));
        AcordXmlProperties.Connection patient = new AcordXmlProperties.Connection(
                settings.url(),
                settings.serviceProvider(),
                settings.customerId(),
                settings.login(),
                settings.password(),
                settings.org(),
                true,
                settings.connectTimeout(),
                Duration.ofSeconds(30),
                settings.breakerWait());
        AcordClient reader =
                AcordXmlConfiguration.client("LNI", patient, new VendorClients(new MockEnvironment(), clock), clock);

        assertThatThrownBy(() -> new AcordXmlConnection("LNI", patient, reader, clock).submit(CHANGE, REFERENCE))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("16777216 bytes");
    }

    private void assertHostile() {
        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorContractBroken.class);
    }

    @Test
    void readsTheEncodingThatTheTransportNames() {
        String text = GOOD.replace("</MsgStatusCd>", "</MsgStatusCd><MsgStatusDesc>Señal</MsgStatusDesc>");
        CARRIER.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/xml; charset=\"iso-8859-1\"")
                        .withResponseBody(new Body(text.getBytes(Charset.forName("ISO-8859-1"))))));
        assertThat(connection.submit(CHANGE, REFERENCE).message()).isEqualTo("Señal");

        CARRIER.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/xml")
                        .withResponseBody(new Body(text.getBytes(Charset.forName("ISO-8859-1"))))));
        assertThatThrownBy(() -> connection.submit(CHANGE, REFERENCE)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void waitsForACarrierThatKnowsTheSubmissionAndDoesNotSayHowItStands() {
        CARRIER.stubFor(post(anyUrl())
                .withRequestBody(containing("<GeneralLiabilityPolicyModRq>"))
                .willReturn(xml(error("GeneralLiabilityPolicyMod", "DuplicateRqUID"))));
        CARRIER.stubFor(post(anyUrl())
                .withRequestBody(containing("<PolicySyncRq>"))
                .willReturn(xml(error("PolicySync", "Unsupported"))));

        assertThat(connection.submit(CHANGE, REFERENCE).status()).isEqualTo(Status.PENDING);
        assertThat(connection.find(CHANGE, REFERENCE)).isEmpty();
    }

    @Test
    void findsAnAnswerThatTheCarrierHasPutBesideThePolicy() {
        String earlier = GOOD.substring(GOOD.indexOf("<GeneralLiability"), GOOD.indexOf("</InsuranceSvcRs>"))
                .replace("Success", "Referral");
        answer(
                "text/xml",
                "<ACORD><InsuranceSvcRs><PolicySyncRs><MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>"
                        + "</PolicySyncRs>" + earlier + "</InsuranceSvcRs></ACORD>");

        assertThat(connection.find(CHANGE, REFERENCE))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(Status.REFERRED));
        assertThat(connection.find(CHANGE, "SR-2026-000123-2")).isEmpty();
        CARRIER.verify(2, postRequestedFor(anyUrl()).withRequestBody(containing("<PolicySyncRq>")));
    }

    @Test
    void findsAClaimByOurReference() {
        Submission notice = Asked.of(CarrierOperation.CLAIM_NOTICE, Map.of());
        answer(
                "text/xml",
                "<ACORD><ClaimsSvcRs><LossRunInqRs><MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>"
                        + "<ClaimsOccurrence><ItemIdInfo><AgencyId>" + REFERENCE
                        + "</AgencyId><InsurerId>LNI-9</InsurerId>"
                        + "</ItemIdInfo><LossDt>2026-11-23</LossDt></ClaimsOccurrence></LossRunInqRs></ClaimsSvcRs></ACORD>");

        assertThat(connection.find(notice, REFERENCE))
                .hasValueSatisfying(
                        answer -> assertThat(answer.carrierReference()).isEqualTo("LNI-9"));
        assertThat(connection.find(notice, "SR-2026-000123-2")).isEmpty();
    }

    @Test
    void readsAPolicyAndWhatIsOwedOnIt() {
        CARRIER.stubFor(
                post(anyUrl()).withRequestBody(containing("<PolicySyncRq>")).willReturn(xml("""
                        <ACORD><InsuranceSvcRs><PolicySyncRs><MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>
                        <InsuredOrPrincipal><GeneralPartyInfo><NameInfo><PersonName><Surname>Salas</Surname>
                        <GivenName>Victor</GivenName></PersonName></NameInfo></GeneralPartyInfo></InsuredOrPrincipal>
                        <PersPolicy><PolicyNumber>LNI-HO-713559</PolicyNumber><LOBCd>HOME</LOBCd><NAICCd>99128</NAICCd>
                        <ContractTerm><EffectiveDt>2026-06-23</EffectiveDt><ExpirationDt>2027-06-23</ExpirationDt>
                        </ContractTerm><CurrentTermAmt><Amt>1408.00</Amt></CurrentTermAmt>
                        <PolicyStatusCd>Issued</PolicyStatusCd></PersPolicy>
                        <HomeLineBusiness><Dwell><Coverage><CoverageCd>DWELL</CoverageCd><Limit><FormatInteger>274000
                        </FormatInteger></Limit><Deductible><FormatInteger>2500</FormatInteger></Deductible></Coverage></Dwell>
                        </HomeLineBusiness></PolicySyncRs></InsuranceSvcRs></ACORD>""")));
        CARRIER.stubFor(
                post(anyUrl()).withRequestBody(containing("<BillingInqRq>")).willReturn(xml("""
                        <ACORD><InsuranceSvcRs><BillingInqRs><MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>
                        <BillingInfo><BalanceInfo><MinimumDueAmt><Amt>120.10</Amt></MinimumDueAmt>
                        <MinimumDueDt>2026-11-20</MinimumDueDt><NextBillDueDt>2026-12-20</NextBillDueDt>
                        <TotalDueAmt><Amt>1,408.00</Amt></TotalDueAmt></BalanceInfo></BillingInfo></BillingInqRs>
                        </InsuranceSvcRs></ACORD>""")));

        assertThat(records.policy("LNI-HO-713559")).hasValueSatisfying(policy -> {
            assertThat(policy)
                    .extracting(CarrierPolicy::insured, CarrierPolicy::line, CarrierPolicy::status)
                    .containsExactly("Victor Salas", "HOME", "Issued");
            assertThat(policy.expiration()).isEqualTo(LocalDate.of(2027, 6, 23));
            assertThat(policy.coverages()).containsEntry("DWELL", "274000, deductible 2500");
        });
        assertThat(records.billing("LNI-HO-713559"))
                .contains(new CarrierBilling(
                        new BigDecimal("1408.00"), new BigDecimal("120.10"), LocalDate.of(2026, 12, 20)));
        assertThat(records.documents("LNI-HO-713559")).isEmpty();
        assertThat(records.content("any")).isEmpty();
    }

    @Test
    void hasNoPolicyWhereTheCarrierHasNone() {
        answer("text/xml", error("PolicySync", "UnSyncAble"));

        assertThat(records.policy("nothing")).isEmpty();
    }

    private static String error(String message, String code) {
        return "<ACORD><InsuranceSvcRs><" + message + "Rs><MsgStatus><MsgStatusCd>Error</MsgStatusCd><MsgErrorCd>"
                + code + "</MsgErrorCd></MsgStatus></" + message + "Rs></InsuranceSvcRs></ACORD>";
    }

    private static ResponseDefinitionBuilder xml(String body) {
        return aResponse().withHeader("Content-Type", "text/xml; charset=utf-8").withBody(body);
    }

    private static void answer(String type, String body) {
        CARRIER.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", type)
                        .withResponseBody(new Body(body.getBytes(StandardCharsets.UTF_8)))));
    }
}
