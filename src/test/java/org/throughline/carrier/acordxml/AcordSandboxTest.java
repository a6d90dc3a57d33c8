package org.throughline.carrier.acordxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.client.RestClient;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlLimits;
import org.throughline.platform.xml.XmlReading;

/** A simulated carrier as anybody's client sees it: what it takes, what it refuses and how it says so. */
@SpringBootTest(
        classes = SimulatedAcord.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.carrier.store=jdbc:h2:mem:strict-acord-carriers",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AcordSandboxTest {

    private static final String SIGN_ON = "<SignonRq><SignonPswd><CustId><CustPermId>HARBORLINE-4417</CustPermId>"
            + "<CustLoginId>harborline-throughline</CustLoginId></CustId><CustPswd><Pswd>practice-only</Pswd></CustPswd>"
            + "</SignonPswd></SignonRq>";
    private static final String PRODUCER =
            "<Producer><ProducerInfo><ContractNumber>HARBORLINE-4417</ContractNumber></ProducerInfo></Producer>";
    private static final String CHANGE = "<GeneralLiabilityPolicyModRq><RqUID>$</RqUID><BusinessPurposeTypeCd>PCH"
            + "</BusinessPurposeTypeCd><ItemIdInfo><AgencyId>SR-2026-900001-1</AgencyId></ItemIdInfo>"
            + "<TransactionEffectiveDt>2026-11-23</TransactionEffectiveDt>" + PRODUCER
            + "<CommlPolicy><PolicyNumber>LNI-PKG-330918</PolicyNumber><AdditionalInterest id='i'><GeneralPartyInfo>"
            + "<NameInfo><CommlName><CommercialName>Strict LLC</CommercialName></CommlName></NameInfo></GeneralPartyInfo>"
            + "<AdditionalInterestInfo><NatureInterestCd>ADDIN</NatureInterestCd></AdditionalInterestInfo>"
            + "</AdditionalInterest></CommlPolicy><ModInfo IdRef='i'><ActionCd>A</ActionCd></ModInfo>"
            + "</GeneralLiabilityPolicyModRq>";

    private final RestClient sandbox;

    AcordSandboxTest(@LocalServerPort int port) {
        this.sandbox = RestClient.builder()
                .baseUrl("http://localhost:" + port + "/sandbox/carrier")
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<ACORD>",
                "<SOAP/>",
                "<ACORD/><ACORD/>",
                "<!DOCTYPE ACORD [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><ACORD>&x;</ACORD>"
            })
    void saysInADocumentThatItCannotReadOne(String body) {
        assertThat(status(post(body))).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({"practice-only, guess", "HARBORLINE-4417, SOMEBODY", "harborline-throughline, nobody"})
    void refusesASignOnInADocument(String right, String wrong) {
        XmlElement answer = post(acord(SIGN_ON.replace(right, wrong), CHANGE));

        assertThat(status(answer)).isEqualTo("1740");
        assertThat(answer.at("InsuranceSvcRs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$ | no-uuid | InvalidRqUID",
                "GeneralLiabilityPolicyModRq | CommlInlandMarinePolicyModRq | Unsupported",
                "<ContractNumber>HARBORLINE-4417 | <ContractNumber>OTHER | DataError",
                "PCH | NBS | DataError",
                "<ActionCd>A | <ActionCd>Z | DataError",
                "IdRef='i' | IdRef='j' | DataError",
                "ADDIN | WHAT | DataError",
                "LNI-PKG-330918 | LNI-PKG-000000 | DataError",
                "LNI-PKG-330918 | LNI-HO-713559 | DataError",
                "2026-11-23 | soon | DataError",
                "2026-11-23 | 2031-11-23 | DataError",
                "<ModInfo IdRef='i'><ActionCd>A</ActionCd></ModInfo> | '' | DataError"
            })
    void refusesAMessageThatIsNotRight(String right, String wrong, String error) {
        XmlElement answer = message(CHANGE.replace(right, wrong));

        assertThat(answer.text("MsgStatus/MsgStatusCd")).contains("Error");
        assertThat(answer.text("MsgStatus/MsgErrorCd")).contains(error);
        assertThat(writes()).isEmpty();
    }

    @Test
    void takesMessagesWithAnyPrefixAndEchoesTheirIds() {
        String id = UUID.randomUUID().toString();
        String quote = CHANGE.replace("PCH", "ENQ").replace("$", id);
        String prefixed = acord(SIGN_ON, quote)
                .replaceAll("<(/?)([A-Z])", "<$1a:$2")
                .replace("<a:ACORD>", "<a:ACORD xmlns:a='urn:any'>");

        XmlElement answer =
                post(prefixed).at("InsuranceSvcRs/GeneralLiabilityPolicyModRs").orElseThrow();

        assertThat(answer.text("RqUID")).contains(id);
        assertThat(answer.text("ItemIdInfo/AgencyId")).contains("SR-2026-900001-1");
        assertThat(answer.text("MsgStatus/MsgStatusCd")).contains("Success");
        assertThat(answer.text("CommlPolicy/PolicyStatusCd")).contains("QuotedNotBound");
        assertThat(answer.text("CommlPolicy/QuoteInfo/CompanysQuoteNumber")).isPresent();
    }

    @Test
    void answersOnlyWhereACarrierTakesIt() {
        assertThat(call("BMC", "text/xml", "<ACORD/>").getStatusCode()).isEqualTo(HttpStatusCode.valueOf(404));
        assertThat(call("LNI", "application/json", "{}").getStatusCode()).isEqualTo(HttpStatusCode.valueOf(415));
        assertThat(call("KHI", "application/xml", "<ACORD/>").getStatusCode()).isEqualTo(HttpStatusCode.valueOf(200));
    }

    private XmlElement message(String message) {
        String whole = message.replace("$", UUID.randomUUID().toString());
        return post(acord(SIGN_ON, whole)).at("InsuranceSvcRs").orElseThrow().children().stream()
                .filter(child -> child.name().endsWith("Rs"))
                .findFirst()
                .orElseThrow();
    }

    private static String acord(String signOn, String message) {
        return "<ACORD>" + signOn + "<InsuranceSvcRq><RqUID>" + UUID.randomUUID() + "</RqUID>" + message
                + "</InsuranceSvcRq></ACORD>";
    }

    private XmlElement post(String body) {
        ResponseEntity<byte[]> answer = call("LNI", "text/xml;charset=UTF-8", body);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(200));
        assertThat(Objects.requireNonNull(answer.getHeaders().getContentType()).isCompatibleWith(MediaType.TEXT_XML))
                .isTrue();
        return XmlReading.document(Objects.requireNonNull(answer.getBody()), "UTF-8", XmlLimits.MESSAGE);
    }

    private ResponseEntity<byte[]> call(String carrier, String type, String body) {
        return sandbox.post()
                .uri("/" + carrier + "/acord")
                .contentType(MediaType.parseMediaType(type))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toEntity(byte[].class);
    }

    private static String status(XmlElement answer) {
        return answer.text("SignonRs/Status/StatusCd").orElse("");
    }

    private Iterable<JsonNode> writes() {
        JsonNode state =
                Objects.requireNonNull(sandbox.get().uri("/_state").retrieve().body(JsonNode.class));
        return state.path("writes")
                .valueStream()
                .filter(write -> !write.path("record").path("status").asText().equals("QUOTED"))
                .toList();
    }
}
