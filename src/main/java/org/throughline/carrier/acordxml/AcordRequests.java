package org.throughline.carrier.acordxml;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Submission;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.xml.XmlWriter;

/**
 * Writes what is asked of a carrier. {@code PolicyModRq} with {@code ModInfo}, {@code CancelNonRenewInfo} or
 * {@code ReinstateInfo} and the purposes {@code PCH}, {@code XLN} and {@code REI} are confirmed. {@code ENQ} for a price
 * without a change is confirmed in AL3, whose list the purposes come from, and assumed here; so it is sent only to a carrier
 * that has said it takes it. The order of elements is that of messages seen; the licensed schema decides.
 *
 * <p>Our reference stands in {@code ItemIdInfo/AgencyId}, which a carrier may not alter, and in {@code RemarkText}, which
 * its people read.
 */
class AcordRequests {

    private static final String CHANGE = "PCH";
    private static final String CHANGE_QUOTE = "ENQ";
    private static final String CANCELLATION = "XLN";
    private static final String REINSTATEMENT = "REI";

    private final String carrier;
    private final AcordXmlProperties.Connection connection;
    private final Clock clock;

    AcordRequests(String carrier, AcordXmlProperties.Connection connection, Clock clock) {
        this.carrier = carrier;
        this.connection = connection;
        this.clock = clock;
    }

    /** The carrier knows every attempt of a submission by this. */
    UUID rqUid(String reference) {
        return AcordMessage.rqUid(carrier, connection.customerId(), reference);
    }

    /** @throws VendorRejected there is no message for it, or this carrier does not take it */
    AcordMessage of(Submission submission, String reference) {
        return switch (submission.operation()) {
            case POLICY_CHANGE -> modification(submission, reference, CHANGE);
            case POLICY_CHANGE_QUOTE -> modification(submission, reference, quote());
            case CANCELLATION -> modification(submission, reference, CANCELLATION);
            case REINSTATEMENT -> modification(submission, reference, REINSTATEMENT);
            case CLAIM_NOTICE -> claim(submission, reference);
            case LOSS_RUNS -> lossRuns(submission, reference);
        };
    }

    private String quote() {
        if (!connection.quotes()) {
            throw new VendorRejected(
                    carrier + " has not said that it prices a change over ACORD XML without binding it:"
                            + " ask for the price by mail or portal, or submit the change itself");
        }
        return CHANGE_QUOTE;
    }

    private AcordMessage modification(Submission submission, String reference, String purpose) {
        AcordLine line = AcordLine.required(submission.line());
        return new AcordMessage(AcordMessage.INSURANCE, line.modification(), rqUid(reference), xml -> {
            xml.text("BusinessPurposeTypeCd", purpose);
            head(xml, reference);
            xml.text("TransactionEffectiveDt", submission.effective());
            xml.text("CurCd", "USD");
            purpose(xml, purpose, submission.details());
            producer(xml);
            AcordItems.insured(xml, submission.changes(), submission.insured());
            xml.element(line.policy(), () -> {
                policy(xml, submission, line);
                AcordItems.interests(xml, submission.changes());
            });
            AcordItems.modifications(xml, submission.changes());
            AcordItems.section(xml, submission.changes(), line, submission.state());
            AcordItems.locations(xml, submission.changes());
            xml.text("RemarkText", remark(submission, reference));
        });
    }

    private void purpose(XmlWriter xml, String purpose, Map<String, String> details) {
        if (purpose.equals(CANCELLATION)) {
            xml.element("CancelNonRenewInfo", () -> {
                xml.text("BusinessPurposeTypeCd", CANCELLATION);
                xml.text("RequestorCd", details.getOrDefault("requestor", "Insured"));
                xml.text("CancelReason", details.get("reason"));
            });
        } else if (purpose.equals(REINSTATEMENT)) {
            xml.element("ReinstateInfo", () -> xml.text("ReasonDesc", details.get("reason")));
        }
    }

    private AcordMessage claim(Submission submission, String reference) {
        Map<String, String> details = submission.details();
        return new AcordMessage(AcordMessage.CLAIMS, "ClaimsNotificationAdd", rqUid(reference), xml -> {
            head(xml, reference);
            xml.text("CurCd", "USD");
            producer(xml);
            xml.element("InsuredOrPrincipal", () -> AcordParty.named(xml, submission.insured(), Map.of()));
            xml.element(
                    "Policy",
                    () -> policy(
                            xml, submission, AcordLine.of(submission.line()).orElse(null)));
            xml.element("ClaimsOccurrence", () -> {
                ours(xml, reference);
                xml.text("LossDt", submission.effective());
                xml.text("LossTime", details.get("lossTime"));
                xml.text("IncidentDesc", submission.description());
                xml.text("DamageDesc", details.get("injuries"));
                if (details.containsKey("place")) {
                    xml.element("Addr", () -> xml.text("Addr1", details.get("place")));
                }
            });
            if (details.containsKey("reportedBy")) {
                xml.element("ClaimsParty", () -> reporter(xml, details));
            }
            xml.text("RemarkText", remark(submission, reference));
        });
    }

    private static void reporter(XmlWriter xml, Map<String, String> details) {
        xml.element("GeneralPartyInfo", () -> {
            xml.element(
                    "NameInfo",
                    () -> xml.element("CommlName", () -> xml.text("CommercialName", details.get("reportedBy"))));
            if (details.containsKey("phone")) {
                xml.element(
                        "Communications",
                        () -> xml.element("PhoneInfo", () -> xml.text("PhoneNumber", details.get("phone"))));
            }
        });
        xml.element("ClaimsPartyInfo", () -> xml.text("ClaimsPartyRoleCd", "ReportedBy"));
    }

    private AcordMessage lossRuns(Submission submission, String reference) {
        LocalDate today = submission.effective();
        String years = submission.details().get("years");
        LocalDate from = years != null && years.matches("\\d{1,2}") ? today.minusYears(Long.parseLong(years)) : null;
        return new AcordMessage(AcordMessage.CLAIMS, "LossRunInq", rqUid(reference), xml -> {
            head(xml, reference);
            losses(xml, submission, today, from, today);
            xml.text("RemarkText", remark(submission, reference));
        });
    }

    /** Asks for the losses of the day of a claim; changes nothing at the carrier. */
    AcordMessage lossesOfThatDay(Submission submission, String reference) {
        return new AcordMessage(AcordMessage.CLAIMS, "LossRunInq", UUID.randomUUID(), xml -> {
            head(xml, reference);
            losses(xml, submission, LocalDate.now(clock), submission.effective(), submission.effective());
        });
    }

    /** @param from null for as long as there have been losses */
    private void losses(XmlWriter xml, Submission submission, LocalDate asOf, @Nullable LocalDate from, LocalDate to) {
        xml.element("LossRunInqInfo", () -> {
            xml.text("AsOfDt", asOf);
            if (from != null) {
                xml.element("EvaluationPeriod", () -> {
                    xml.text("EffectiveDt", from);
                    xml.text("ExpirationDt", to);
                });
            }
            xml.element("InsuredOrPrincipal", () -> AcordParty.named(xml, submission.insured(), Map.of()));
            xml.element(
                    "PartialPolicy",
                    () -> policy(
                            xml, submission, AcordLine.of(submission.line()).orElse(null)));
        });
    }

    /**
     * Asks for a policy as it stands; changes nothing at the carrier.
     *
     * @param line null where we do not know it
     * @param reference of an earlier submission that we want to hear of; null where there is none
     */
    AcordMessage policy(String number, @Nullable AcordLine line, @Nullable String reference) {
        return new AcordMessage(AcordMessage.INSURANCE, "PolicySync", UUID.randomUUID(), xml -> {
            xml.text("TransactionRequestDt", now());
            if (reference != null) {
                ours(xml, reference);
            }
            producer(xml);
            xml.text("PolicyNumber", number);
            xml.text("LOBCd", line == null ? null : line.code());
        });
    }

    /** Asks for what is owed on a policy; changes nothing at the carrier. */
    AcordMessage billing(String number) {
        return new AcordMessage(AcordMessage.INSURANCE, "BillingInq", UUID.randomUUID(), xml -> {
            xml.text("TransactionRequestDt", now());
            producer(xml);
            xml.element("PartialPolicy", () -> xml.text("PolicyNumber", number));
        });
    }

    private void head(XmlWriter xml, String reference) {
        xml.text("TransactionRequestDt", now());
        ours(xml, reference);
    }

    private static void ours(XmlWriter xml, String reference) {
        xml.element("ItemIdInfo", () -> xml.text("AgencyId", reference));
    }

    private void producer(XmlWriter xml) {
        xml.element("Producer", () -> {
            AcordParty.named(xml, connection.org(), Map.of());
            xml.element("ProducerInfo", () -> xml.text("ContractNumber", connection.customerId()));
        });
    }

    private static void policy(XmlWriter xml, Submission submission, @Nullable AcordLine line) {
        xml.text("PolicyNumber", submission.policyNumber());
        xml.text("LOBCd", line == null ? null : line.code());
        xml.text("NAICCd", submission.naic());
        xml.text("ControllingStateProvCd", submission.state());
        if (submission.quoteReference() != null) {
            xml.element("QuoteInfo", () -> xml.text("CompanysQuoteNumber", submission.quoteReference()));
        }
    }

    private static String remark(Submission submission, String reference) {
        return submission.description() + " [" + reference + "]";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
