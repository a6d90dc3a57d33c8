package org.throughline.sandbox.carrier.acordxml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.platform.xml.XmlWriter;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;
import org.throughline.sandbox.carrier.PolicyContents;

/** Writes a policy as the carrier has it, all of it or what a job has changed. */
@Component
@Profile("sandbox")
class AcordPolicyWriter {

    private final CarrierStore store;
    private final AcordStatuses statuses;

    AcordPolicyWriter(CarrierStore store, AcordStatuses statuses) {
        this.store = store;
        this.statuses = statuses;
    }

    /** Whether all was issued as it was asked for, or what was changed about it. */
    void status(XmlWriter xml, ObjectNode job) {
        List<PolicyChange> asked = PolicyChange.read(job.path("changes"));
        List<PolicyChange> issued = PolicyChange.read(job.path("issued"));
        if (!job.has("issued") || asked.equals(issued)) {
            statuses.plain(xml, "Success", job.path("message").asText());
            return;
        }
        xml.element("MsgStatus", () -> {
            xml.text("MsgStatusCd", "SuccessWithChanges");
            xml.text("MsgStatusDesc", job.path("message").asText());
            asked.stream()
                    .filter(change -> !issued.contains(change))
                    .forEach(change -> xml.element("ChangeStatus", () -> {
                        xml.text("ActionCd", "M");
                        xml.text(
                                "ChangeDesc",
                                "Not as asked for: " + change.item().words() + " " + change.name());
                    }));
        });
    }

    /** What a job has changed, or for a quote only what it costs. */
    void changed(XmlWriter xml, ObjectNode job) {
        ObjectNode policy = policy(job);
        List<PolicyChange> issued = PolicyChange.read(job.path("issued"));
        AcordItemWriter items = new AcordItemWriter(line(policy), issued);
        items.insured(xml, policy.path("insured").asText());
        xml.element(line(policy).policy(), () -> {
            terms(xml, policy, JobStatus.of(job) == JobStatus.QUOTED ? "QuotedNotBound" : policyStatus(policy));
            if (job.hasNonNull("premiumChange")) {
                money(xml, "NetChangeAmt", job.path("premiumChange").asText());
            }
            if (job.has("quote")) {
                xml.element(
                        "QuoteInfo",
                        () -> xml.text("CompanysQuoteNumber", job.path("quote").asText()));
            }
            items.interests(xml);
        });
        items.modifications(xml);
        items.rest(xml);
    }

    /** The whole policy. */
    void image(XmlWriter xml, ObjectNode policy) {
        List<PolicyChange> all = new ArrayList<>();
        for (JsonNode item : policy.path("items")) {
            all.add(new PolicyChange(
                    Action.ADD,
                    Item.valueOf(item.path("item").asText()),
                    item.path("name").asText(),
                    PolicyContents.values(item)));
        }
        AcordItemWriter items = new AcordItemWriter(line(policy), all);
        items.insured(xml, policy.path("insured").asText());
        xml.element(line(policy).policy(), () -> {
            terms(xml, policy, policyStatus(policy));
            items.interests(xml);
        });
        items.rest(xml);
    }

    void claim(XmlWriter xml, JsonNode claim) {
        xml.element("ItemIdInfo", () -> {
            xml.text("AgencyId", claim.path("reference").asText());
            xml.text("InsurerId", claim.path("claimNumber").asText());
        });
        xml.text("LossDt", claim.path("effective").asText());
        xml.text("ClaimStatusCd", claim.path("state").asText("OPEN"));
        xml.text("IncidentDesc", claim.path("description").asText());
    }

    private void terms(XmlWriter xml, ObjectNode policy, String status) {
        xml.text("PolicyNumber", policy.path("number").asText());
        xml.text("LOBCd", line(policy).code());
        xml.text("NAICCd", policy.path("naic").asText());
        xml.text("ControllingStateProvCd", policy.path("state").asText());
        xml.element("ContractTerm", () -> {
            xml.text("EffectiveDt", policy.path("effective").asText());
            xml.text("ExpirationDt", policy.path("expiration").asText());
        });
        money(xml, "CurrentTermAmt", policy.path("premium").asText());
        xml.text("PolicyStatusCd", status);
    }

    static void money(XmlWriter xml, String name, String amount) {
        xml.element(name, () -> xml.text("Amt", amount));
    }

    /** The status after the latest transaction, by the standard's list. */
    private String policyStatus(ObjectNode policy) {
        String status = policy.path("status").asText();
        if (status.equals("CANCELED") || status.equals("PENDING_CANCELLATION")) {
            return "XLC";
        }
        if (!status.equals("IN_FORCE")) {
            return "NotQuotedNotBound";
        }
        return store.of(Kind.JOB, policy.path("carrier").asText()).stream()
                .filter(job -> job.path("policyId").equals(policy.path("id")))
                .filter(job -> JobStatus.of(job) == JobStatus.ISSUED)
                .reduce((older, newer) -> newer)
                .map(job -> switch (job.path("operation").asText()) {
                    case "REINSTATEMENT" -> "REI";
                    case "POLICY_CHANGE" -> "PCH";
                    default -> "Issued";
                })
                .orElse("Issued");
    }

    private ObjectNode policy(ObjectNode job) {
        return store.policy(
                        job.path("carrier").asText(), job.path("policyNumber").asText())
                .orElseThrow();
    }

    private static AcordLines line(ObjectNode policy) {
        List<String> lines = new ArrayList<>();
        policy.path("lines").forEach(line -> lines.add(line.asText()));
        return AcordLines.first(lines);
    }
}
