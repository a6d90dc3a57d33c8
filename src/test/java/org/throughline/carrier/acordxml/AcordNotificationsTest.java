package org.throughline.carrier.acordxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.download.DownloadReader.Reading;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.Transaction.Coverage;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.carrier.download.UnreadableFile;

/** Files of notifications, all of them invented. */
class AcordNotificationsTest {

    private static final String IMAGE = """
            <CommlAutoPolicyFullImageNotifyRq>
              <RqUID>11111111-1111-4111-8111-111111111111</RqUID>
              <BusinessPurposeTypeCd>PCH</BusinessPurposeTypeCd>
              <TransactionRequestDt>2026-11-20T08:00:00</TransactionRequestDt>
              <TransactionEffectiveDt>2026-11-18</TransactionEffectiveDt>
              <InsuredOrPrincipal><GeneralPartyInfo><NameInfo><CommlName><CommercialName>RAHMAN FREIGHT INC
                </CommercialName></CommlName></NameInfo></GeneralPartyInfo></InsuredOrPrincipal>
              <CommlPolicy>
                <PolicyNumber>KHI-CA-55108</PolicyNumber><LOBCd>AUTOB</LOBCd><NAICCd>99158</NAICCd>
                <InsurerName>Keystone Harbor Insurance Company</InsurerName>
                <ContractTerm><EffectiveDt>2026-03-01</EffectiveDt><ExpirationDt>2027-03-01</ExpirationDt></ContractTerm>
                <CurrentTermAmt><Amt>47,300.00</Amt></CurrentTermAmt><NetChangeAmt><Amt>812.50</Amt></NetChangeAmt>
                <AdditionalInterest><GeneralPartyInfo><NameInfo><CommlName><CommercialName>First Harbor Bank
                  </CommercialName></CommlName></NameInfo></GeneralPartyInfo><AdditionalInterestInfo><NatureInterestCd>LP
                  </NatureInterestCd><AccountNumberId>L-77</AccountNumberId></AdditionalInterestInfo></AdditionalInterest>
              </CommlPolicy>
              <CommlAutoLineBusiness><CommlRateState>
                <CommlVeh id="v1"><ModelYear>2022</ModelYear><Manufacturer>Volvo</Manufacturer>
                  <VehIdentificationNumber>4V4NC9EH5NN000001</VehIdentificationNumber>
                  <Coverage><CoverageCd>COLL</CoverageCd><Deductible><FormatInteger>1000</FormatInteger></Deductible>
                  </Coverage></CommlVeh>
                <Coverage><CoverageCd>BI</CoverageCd><Limit><FormatInteger>100000</FormatInteger></Limit>
                  <Limit><FormatInteger>300000</FormatInteger></Limit><CurrentTermAmt><Amt>900</Amt></CurrentTermAmt>
                  </Coverage>
              </CommlRateState></CommlAutoLineBusiness>
              <RemarkText>Added unit 12</RemarkText>
            </CommlAutoPolicyFullImageNotifyRq>""";

    private final AcordNotifications reader = new AcordNotifications();
    private final List<Downloaded> read = new ArrayList<>();
    private final Path folder;

    AcordNotificationsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String file(String... messages) {
        return "<?xml version=\"1.0\"?>\n<ACORD><SignonRq/><InsuranceSvcRq><RqUID>x</RqUID>"
                + String.join("\n", messages) + "</InsuranceSvcRq></ACORD>";
    }

    private Reading read(String text) throws IOException, UnreadableFile {
        return read(text, StandardCharsets.UTF_8);
    }

    private Reading read(String text, Charset charset) throws IOException, UnreadableFile {
        read.clear();
        return reader.read(Files.writeString(folder.resolve("download.xml"), text, charset), read::add);
    }

    private Transaction first() {
        return read.get(0).transaction();
    }

    @Test
    void knowsItsFilesByTheirStartAndEnd() {
        assertThat(reader.format()).isEqualTo("ACORD_XML");
        assertThat(reader.recognizes("d.xml", file(IMAGE))).isTrue();
        assertThat(reader.recognizes("d.dat", "<a:ACORD xmlns:a='urn:x'>")).isTrue();
        assertThat(reader.recognizes("d.xml", "<html><body>ACORD</body></html>"))
                .isFalse();
        assertThat(reader.recognizes("d.xml", "<ACORDION/>")).isFalse();
        assertThat(reader.isWhole(file(IMAGE) + "\r\n")).isTrue();
        assertThat(reader.isWhole("</InsuranceSvcRq></a:ACORD >")).isTrue();
        assertThat(reader.isWhole("</InsuranceSvcRq></ACO")).isFalse();
    }

    @Test
    void saysInOurTermsWhatTheCarrierDid() throws IOException, UnreadableFile {
        assertThat(read(file(IMAGE))).isEqualTo(new Reading(1, List.of()));

        Transaction change = first();
        assertThat(change.code()).isEqualTo(TransactionCode.PCH);
        assertThat(change.carrier()).isEqualTo("Keystone Harbor Insurance Company");
        assertThat(change.naic()).isEqualTo("99158");
        assertThat(change.policyNumber()).isEqualTo("KHI-CA-55108");
        assertThat(change.line()).isEqualTo("AUTO");
        assertThat(change.insured()).isEqualTo("RAHMAN FREIGHT INC");
        assertThat(change.effective()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(change.processed()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(change.termFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(change.termTo()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(change.premium()).isEqualByComparingTo("47300");
        assertThat(change.premiumChange()).isEqualByComparingTo("812.5");
        assertThat(change.remarks()).isEqualTo("Added unit 12");
        assertThat(change.whole()).isTrue();
    }

    @Test
    void showsWhatStandsOnThePolicy() throws IOException, UnreadableFile {
        read(file(IMAGE));

        assertThat(first().image())
                .containsExactly(
                        new Change(Action.ADD, Subject.LOSS_PAYEE, "First Harbor Bank", Map.of("loanNumber", "L-77")),
                        new Change(
                                Action.ADD,
                                Subject.VEHICLE,
                                "4V4NC9EH5NN000001",
                                Map.of("year", "2022", "make", "Volvo")));
        assertThat(first().coverages())
                .extracting(Coverage::code, Coverage::limit, Coverage::secondLimit, Coverage::deductible)
                .containsExactly(tuple("COLL", "", "", "1000"), tuple("BI", "100000", "300000", ""));
    }

    @Test
    void keepsEveryValueForPeopleAndTheMessageItself() throws IOException, UnreadableFile {
        read(file(IMAGE));

        String text = read.get(0).text();
        assertThat(text).startsWith(first().subject());
        assertThat(text)
                .contains("CommlPolicy PolicyNumber: KHI-CA-55108")
                .contains("CommlAutoLineBusiness CommlRateState CommlVeh VehIdentificationNumber: 4V4NC9EH5NN000001");
        String original = new String(read.get(0).bytes(), StandardCharsets.UTF_8);
        assertThat(original).contains("id=\"v1\"").contains("<RqUID>11111111-1111-4111-8111-111111111111</RqUID>");
    }

    @Test
    void knowsTheSameTransactionInAnotherSending() throws IOException, UnreadableFile {
        read(file(IMAGE));
        String id = first().id();

        read(file(IMAGE.replace("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"))
                .replace("<ACORD>", "<ACORD xmlns=\"http://www.ACORD.org/standards/PC_Surety/ACORD1/xml/\">"));
        assertThat(first().id()).isEqualTo(id);

        read(file(IMAGE.replace("812.50", "812.51")));
        assertThat(first().id()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "<BusinessPurposeTypeCd>RWL</BusinessPurposeTypeCd>, RWL",
        "<BusinessPurposeTypeCd>XYZ</BusinessPurposeTypeCd>, UNKNOWN",
        "<CancelNonRenewInfo/>, XLC",
        "<ReinstateInfo/>, REI",
        "<Policy><PolicyStatusCd>NBS</PolicyStatusCd></Policy>, NBS",
        "'', UNKNOWN"
    })
    void tellsWhatWasDone(String body, TransactionCode code) throws IOException, UnreadableFile {
        read(file("<HomePolicyFullImageNotify>" + body + "</HomePolicyFullImageNotify>"));

        assertThat(first().code()).isEqualTo(code);
    }

    @Test
    void readsAnEndFromBillingAndTheStateOfAClaim() throws IOException, UnreadableFile {
        read(file("""
                <BillingCancelReinstateNotifyRq><TransactionEffectiveDt>2026-12-05</TransactionEffectiveDt>
                <PolicyCancelReinstate><PolicyNumber>LNI-HO-713559</PolicyNumber><CancelNonRenewInfo><CancelReason>
                Non-payment</CancelReason></CancelNonRenewInfo></PolicyCancelReinstate></BillingCancelReinstateNotifyRq>""", """
                <ClaimDownloadNotify><Policy><PolicyNumber>KHI-CA-55108</PolicyNumber></Policy><ClaimsOccurrence>
                <ItemIdInfo><InsurerId>C-9</InsurerId></ItemIdInfo><LossDt>2026-10-01</LossDt><ClaimStatusCd>Closed
                </ClaimStatusCd><IncidentDesc>Rear-ended</IncidentDesc></ClaimsOccurrence></ClaimDownloadNotify>"""));

        assertThat(first().code()).isEqualTo(TransactionCode.XLC);
        assertThat(first().policyNumber()).isEqualTo("LNI-HO-713559");
        assertThat(first().naic()).isNull();
        assertThat(first().premium()).isNull();
        assertThat(first().effective()).isEqualTo(LocalDate.of(2026, 12, 5));
        Transaction claim = read.get(1).transaction();
        assertThat(claim.code()).isEqualTo(TransactionCode.UNKNOWN);
        assertThat(claim.effective()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(claim.remarks()).isEqualTo("Claim C-9 Closed\nRear-ended");
    }

    @Test
    void keepsWhatCameBeforeABreak() throws IOException, UnreadableFile {
        String whole = file(IMAGE, IMAGE.replace("55108", "55109"), IMAGE.replace("55108", "55110"));
        String cut = whole.substring(0, whole.lastIndexOf("CommlAutoLineBusiness") - 40);

        Reading reading = read(cut);

        assertThat(reading.transactions()).isEqualTo(2);
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("After 2 transactions"));
        assertThat(read)
                .extracting(each -> each.transaction().policyNumber())
                .containsExactly("KHI-CA-55108", "KHI-CA-55109");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml at all",
                "<ACORD><InsuranceSvcRq/></ACORD>",
                "<other><HomePolicyFullImageNotify/></other>",
                "<!DOCTYPE ACORD [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><ACORD>&x;</ACORD>"
            })
    void saysWhyAFileCannotBeRead(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFile.class);
        assertThat(read).isEmpty();
    }

    @Test
    void readsTheEncodingThatTheFileNames() throws IOException, UnreadableFile {
        String text = file(IMAGE.replace("RAHMAN", "PEÑA"))
                .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"ISO-8859-1\"");

        read(text, StandardCharsets.ISO_8859_1);

        assertThat(first().insured()).isEqualTo("PEÑA FREIGHT INC");
        assertThat(read.get(0).original()).contains("PEÑA");
    }

    @Test
    void readsALongFileWithoutHoldingIt() throws IOException, UnreadableFile {
        int many = 5_000;
        Path file = folder.resolve("long.xml");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("<ACORD><InsuranceSvcRq>");
            for (int at = 0; at < many; at++) {
                out.write(IMAGE.replace("55108", String.valueOf(100_000 + at)));
            }
            out.write("</InsuranceSvcRq></ACORD>");
        }
        Set<String> ids = new HashSet<>();

        Reading reading = reader.read(file, each -> ids.add(each.transaction().id()));

        assertThat(reading).isEqualTo(new Reading(many, List.of()));
        assertThat(ids).hasSize(many);
    }
}
