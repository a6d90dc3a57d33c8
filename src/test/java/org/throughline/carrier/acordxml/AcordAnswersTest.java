package org.throughline.carrier.acordxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlLimits;
import org.throughline.platform.xml.XmlReading;

class AcordAnswersTest {

    private static final Submission CHANGE =
            Asked.change(Asked.insured("Gulfton Apartments LP", "form", "CG 20 10", "waiver", "true"));

    @ParameterizedTest
    @CsvSource({
        "Success, CONFIRMED",
        "SuccessWithInfo, CONFIRMED",
        "SUCCESSWITHCHANGES, CONFIRMED",
        "ResponsePending, PENDING",
        "ResultPendingOutOfBand, PENDING",
        "PendingNeedInformation, PENDING",
        "Referral, REFERRED",
        "Refer, REFERRED",
        "Decline, DECLINED",
        "Declined, DECLINED",
        "Rejected, DECLINED"
    })
    void readsTheStatus(String code, Status status) {
        assertThat(answer(status(code, "")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotAvailable", "GeneralFailure"})
    void triesAgainWhatTheCarrierCouldNotDoNow(String error) {
        assertThatThrownBy(() -> answer(error(error))).isInstanceOf(VendorUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DataError", "OutOfSync", "Unsupported", "SomethingOfItsOwn"})
    void hasAPersonCorrectWhatIsWrong(String error) {
        assertThatThrownBy(() -> answer(error(error)))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("it does not go")
                .hasMessageContaining(error);
    }

    @Test
    void tellsWhatIsMissingFromWhatIsNotWanted() {
        String missing = "<MsgStatus><MsgStatusCd>Rejected</MsgStatusCd><ExtendedStatus><ExtendedStatusDesc>Give the"
                + " VIN</ExtendedStatusDesc><MissingElementPath>CommlVeh/VehIdentificationNumber</MissingElementPath>"
                + "</ExtendedStatus></MsgStatus>";

        assertThatThrownBy(() -> answer(missing))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("Give the VIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<MsgStatus><MsgStatusCd>Perhaps</MsgStatusCd></MsgStatus>", ""})
    void takesNoUnknownStatusForAnAnswer(String body) {
        assertThatThrownBy(() -> answer(body)).isInstanceOf(VendorContractBroken.class);
    }

    @Test
    void doesNotTakeAPriceForAnIssue() {
        assertThat(answer(status(
                                "Success",
                                "<CommlPolicy><PolicyStatusCd>QuotedNotBound</PolicyStatusCd></CommlPolicy>"))
                        .status())
                .isEqualTo(Status.PENDING);
    }

    @Test
    void saysNothingOfWhatTheCarrierDoesNotSay() {
        SubmissionAnswer answer = answer(status("Success", ""));

        assertThat(answer.issued()).isNull();
        assertThat(answer.premiumChange()).isNull();
        assertThat(answer.effective()).isNull();
        assertThat(answer.carrierReference()).isEmpty();
        assertThat(answer.message()).isEmpty();
    }

    @Test
    void saysWhatWasIssuedAsTheAnswersItemsSayIt() {
        SubmissionAnswer answer = answer(status("SuccessWithChanges", """
                <ChangeStatus><ChangeDesc>Edition changed</ChangeDesc></ChangeStatus>
                <ItemIdInfo><AgencyId>SR-1</AgencyId><InsurerId>LNI-END-000001</InsurerId></ItemIdInfo>
                <TransactionEffectiveDt>2026-12-01</TransactionEffectiveDt>
                <CommlPolicy><NetChangeAmt><Amt>1,250.50</Amt></NetChangeAmt><PolicyStatusCd>PCH</PolicyStatusCd>
                  <AdditionalInterest id="x1"><GeneralPartyInfo><NameInfo><CommlName><CommercialName>GULFTON APTS LP
                    </CommercialName></CommlName></NameInfo></GeneralPartyInfo>
                    <AdditionalInterestInfo><NatureInterestCd>AI</NatureInterestCd></AdditionalInterestInfo>
                    <Form><FormNumber>CG 20 26</FormNumber></Form></AdditionalInterest></CommlPolicy>
                <ModInfo IdRef="x1"><ActionCd>A</ActionCd></ModInfo>
                <ModInfo IdRef="nowhere"><ActionCd>A</ActionCd></ModInfo>"""));

        assertThat(answer.issued())
                .containsExactly(new Change(
                        Action.ADD, Subject.ADDITIONAL_INSURED, "GULFTON APTS LP", Map.of("form", "CG 20 26")));
        assertThat(answer.carrierReference()).isEqualTo("LNI-END-000001");
        assertThat(answer.premiumChange()).isEqualByComparingTo(new BigDecimal("1250.50"));
        assertThat(answer.effective()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(answer.message()).isEqualTo("Edition changed");
    }

    @Test
    void addsUpWhatCoveragesChange() {
        SubmissionAnswer answer = answer(status("Success", """
                <GeneralLiabilityLineBusiness><Coverage><NetChangeAmt><Amt>10.25</Amt></NetChangeAmt></Coverage>
                <Coverage><NetChangeAmt><Amt>-4</Amt></NetChangeAmt></Coverage></GeneralLiabilityLineBusiness>"""));

        assertThat(answer.premiumChange()).isEqualByComparingTo("6.25");
    }

    @Test
    void saysWhenAndWhereMoreIsToBeHad() {
        SubmissionAnswer answer = AcordAnswers.read(CHANGE, message("""
                <MsgStatus><MsgStatusCd>ResponsePending</MsgStatusCd>
                <PendingResponseAvailDt>2026-12-01T10:00:00</PendingResponseAvailDt></MsgStatus>
                <ResponseURL>https://carrier.example/r/1</ResponseURL>"""));

        assertThat(answer.status()).isEqualTo(Status.PENDING);
        assertThat(answer.message()).contains("2026-12-01T10:00:00").contains("https://carrier.example/r/1");
    }

    @Test
    void namesTheQuote() {
        SubmissionAnswer answer = AcordAnswers.read(
                Asked.of(CarrierOperation.POLICY_CHANGE_QUOTE, Map.of()), message(status("Success", """
                <CommlPolicy><QuoteInfo><CompanysQuoteNumber>Q-7</CompanysQuoteNumber></QuoteInfo>
                <NetChangeAmt><Amt>61</Amt></NetChangeAmt></CommlPolicy>""")));

        assertThat(answer.status()).isEqualTo(Status.QUOTED);
        assertThat(answer.carrierReference()).isEqualTo("Q-7");
        assertThat(answer.issued()).isNull();
        assertThat(answer.premiumChange()).isEqualByComparingTo("61");
    }

    @Test
    void namesTheClaim() {
        SubmissionAnswer answer = AcordAnswers.read(
                Asked.of(CarrierOperation.CLAIM_NOTICE, Map.of()),
                message(status(
                        "Success",
                        "<ClaimsOccurrence><ItemIdInfo><InsurerId>LNI-C-9</InsurerId></ItemIdInfo>"
                                + "</ClaimsOccurrence>")));

        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.carrierReference()).isEqualTo("LNI-C-9");
    }

    @Test
    void saysTheLossesWithTheirValuationDay() {
        Submission runs = Asked.of(CarrierOperation.LOSS_RUNS, Map.of());

        assertThat(AcordAnswers.read(
                                runs,
                                message(status(
                                        "Success",
                                        "<LossRunInqInfo><AsOfDt>2026-11-23</AsOfDt>" + "</LossRunInqInfo>")))
                        .message())
                .isEqualTo("No losses, valued 2026-11-23");
        assertThat(AcordAnswers.read(
                                runs,
                                message(status(
                                        "Success",
                                        "<LossRunInqInfo><AsOfDt>2026-11-23</AsOfDt>"
                                                + "</LossRunInqInfo><ClaimsOccurrence><LossDt>2026-01-05</LossDt><ClaimStatusCd>Open"
                                                + "</ClaimStatusCd></ClaimsOccurrence>")))
                        .message())
                .contains("1 losses, valued 2026-11-23")
                .contains("2026-01-05 Open");
    }

    @Test
    void findsThatThePolicyIsAlreadyAsAskedFor() {
        XmlElement policy = message(status("Success", """
                <CommlPolicy><PolicyStatusCd>PCH</PolicyStatusCd>
                <AdditionalInterest><GeneralPartyInfo><NameInfo><CommlName><CommercialName>GULFTON APARTMENTS, LP
                </CommercialName></CommlName></NameInfo></GeneralPartyInfo><AdditionalInterestInfo><NatureInterestCd>ADDIN
                </NatureInterestCd></AdditionalInterestInfo><Form><FormNumber>CG 20 10</FormNumber></Form>
                </AdditionalInterest></CommlPolicy>"""));
        Change there = Asked.insured("Gulfton Apartments LP", "form", "CG 20 10");

        assertThat(AcordAsked.stands(Asked.change(there), policy))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(Status.CONFIRMED));
        assertThat(AcordAsked.stands(CHANGE, policy)).isEmpty();
        assertThat(AcordAsked.stands(Asked.change(there, Asked.insured("Another")), policy))
                .isEmpty();
        assertThat(AcordAsked.stands(Asked.change(), policy)).isEmpty();
    }

    @Test
    void takesNothingRemovedForGrantedWhereNoneOfItsKindIsListed() {
        Change gone = new Change(Action.REMOVE, Subject.DRIVER, "Ana Ruiz", Map.of());
        XmlElement without = message(status("Success", ""));
        XmlElement another = message(status(
                "Success",
                "<PersDriver><GeneralPartyInfo><NameInfo><PersonName><Surname>Lee"
                        + "</Surname></PersonName></NameInfo></GeneralPartyInfo></PersDriver>"));

        assertThat(AcordAsked.stands(Asked.change(gone), without)).isEmpty();
        assertThat(AcordAsked.stands(Asked.change(gone), another)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLATION, XLC, true",
        "CANCELLATION, REI, false",
        "REINSTATEMENT, REI, true",
        "REINSTATEMENT, PCH, false"
    })
    void knowsAnEndAndAReturnByTheStatus(CarrierOperation operation, String status, boolean stands) {
        XmlElement policy = message(
                status("Success", "<CommlPolicy><PolicyStatusCd>" + status + "</PolicyStatusCd></CommlPolicy>"));

        Optional<SubmissionAnswer> found = AcordAsked.stands(Asked.of(operation, Map.of()), policy);

        assertThat(found.isPresent()).isEqualTo(stands);
    }

    private static SubmissionAnswer answer(String body) {
        return AcordAnswers.read(CHANGE, message(body));
    }

    private static String status(String code, String rest) {
        return "<MsgStatus><MsgStatusCd>" + code + "</MsgStatusCd></MsgStatus>" + rest;
    }

    private static String error(String code) {
        return "<MsgStatus><MsgStatusCd>Error</MsgStatusCd><MsgErrorCd>" + code + "</MsgErrorCd><MsgStatusDesc>it does"
                + " not go</MsgStatusDesc></MsgStatus>";
    }

    private static XmlElement message(String body) {
        return XmlReading.document(
                ("<GeneralLiabilityPolicyModRs>" + body + "</GeneralLiabilityPolicyModRs>")
                        .getBytes(StandardCharsets.UTF_8),
                null,
                XmlLimits.MESSAGE);
    }
}
