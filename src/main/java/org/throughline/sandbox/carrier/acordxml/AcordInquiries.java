package org.throughline.sandbox.carrier.acordxml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Underwriting;

/**
 * Answers what changes nothing: a policy as it stands, its losses, its account. Beside a policy stands what came of the
 * agency's submission that the inquiry names; that carriers do so is assumed.
 */
@Component
@Profile("sandbox")
class AcordInquiries {

    private final CarrierStore store;
    private final Underwriting underwriting;
    private final AcordPolicyWriter policies;
    private final AcordSubmissions submissions;
    private final AcordStatuses statuses;

    AcordInquiries(
            CarrierStore store,
            Underwriting underwriting,
            AcordPolicyWriter policies,
            AcordSubmissions submissions,
            AcordStatuses statuses) {
        this.store = store;
        this.underwriting = underwriting;
        this.policies = policies;
        this.submissions = submissions;
        this.statuses = statuses;
    }

    AcordMessages.Answer policy(String carrier, XmlElement message) {
        ObjectNode policy = found(carrier, AcordAsks.required(message, "PolicyNumber"), "UnSyncAble");
        String reference = message.text("ItemIdInfo/AgencyId").orElse("");
        return new AcordMessages.Answer() {
            @Override
            public void write(XmlWriter xml) {
                statuses.success(xml);
                policies.image(xml, policy);
            }

            @Override
            public void beside(XmlWriter xml) {
                if (!reference.isEmpty()) {
                    submissions.earlier(xml, carrier, reference);
                }
            }
        };
    }

    AcordMessages.Answer losses(String carrier, XmlElement message) {
        XmlElement asked = message.at("LossRunInqInfo").orElseThrow(() -> AcordAsks.missing("LossRunInqInfo"));
        LocalDate asOf = AcordAsks.day(asked, "AsOfDt");
        ObjectNode policy = found(carrier, AcordAsks.required(asked, "PartialPolicy/PolicyNumber"), "DataError");
        boolean period = asked.at("EvaluationPeriod").isPresent();
        LocalDate from = period ? AcordAsks.day(asked, "EvaluationPeriod/EffectiveDt") : LocalDate.MIN;
        LocalDate to = period ? AcordAsks.day(asked, "EvaluationPeriod/ExpirationDt") : asOf;
        List<ObjectNode> claims = store.of(Kind.CLAIM, carrier).stream()
                .filter(claim -> claim.path("policyId").equals(policy.path("id")))
                .filter(claim -> JobStatus.of(claim) == JobStatus.ISSUED)
                .filter(claim -> within(LocalDate.parse(claim.path("effective").asText()), from, to))
                .toList();
        return xml -> {
            statuses.success(xml);
            xml.element("LossRunInqInfo", () -> xml.text("AsOfDt", asOf));
            claims.forEach(claim -> xml.element("ClaimsOccurrence", () -> policies.claim(xml, claim)));
        };
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    AcordMessages.Answer billing(String carrier, XmlElement message) {
        ObjectNode policy = found(carrier, AcordAsks.required(message, "PartialPolicy/PolicyNumber"), "DataError");
        String pastDue = policy.path("pastDue").asText("0");
        boolean late = new BigDecimal(pastDue).signum() > 0;
        return xml -> {
            statuses.success(xml);
            xml.element("BillingInfo", () -> {
                xml.text("PolicyNumber", policy.path("number").asText());
                xml.element("BalanceInfo", () -> {
                    AcordPolicyWriter.money(
                            xml, "TotalDueAmt", policy.path("balance").asText("0"));
                    if (late) {
                        AcordPolicyWriter.money(xml, "MinimumDueAmt", pastDue);
                        xml.text("MinimumDueDt", underwriting.today().minusDays(1));
                    }
                    xml.text("NextBillDueDt", underwriting.today().plusMonths(1).withDayOfMonth(1));
                });
            });
        };
    }

    private ObjectNode found(String carrier, String number, String code) {
        return underwriting
                .policy(carrier, number)
                .orElseThrow(() -> new AcordRefusal(code, "There is no policy " + number));
    }
}
