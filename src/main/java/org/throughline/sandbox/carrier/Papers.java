package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.TextPdf;

/** The carriers' documents as PDF: declarations as the policy stands, endorsements and loss runs as they were made. */
@Component
@Profile("sandbox")
public class Papers {

    private final CarrierStore store;

    Papers(CarrierStore store) {
        this.store = store;
    }

    /** The bytes of a document. */
    public byte[] pdf(ObjectNode document) {
        try {
            return TextPdf.of(String.join("\n", lines(document)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A document could not be made", impossible);
        }
    }

    private List<String> lines(ObjectNode document) {
        String carrier = document.path("carrier").asText();
        ObjectNode policy =
                store.policy(carrier, document.path("policyNumber").asText()).orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(policy.path("company").asText());
        lines.add(document.path("name").asText().replaceFirst("\\.pdf$", ""));
        lines.add("");
        lines.add("Policy number: " + policy.path("number").asText());
        lines.add("Named insured: " + policy.path("insured").asText());
        lines.add("Policy period: " + policy.path("effective").asText() + " to "
                + policy.path("expiration").asText());
        lines.add("");
        switch (document.path("type").asText()) {
            case "DECLARATIONS" -> policy.path("items").forEach(item -> lines.add(said(item)));
            case "LOSS_RUNS" -> losses(lines, carrier, policy, document);
            default ->
                store.find(Kind.JOB, document.path("job").asText()).ifPresent(job -> {
                    lines.add("Effective: " + job.path("effective").asText());
                    job.path("issued")
                            .forEach(change -> lines.add(change.path("action").asText() + " " + said(change)));
                    lines.add("Premium change: " + job.path("premiumChange").asText("0.00"));
                });
        }
        return lines;
    }

    private void losses(List<String> lines, String carrier, ObjectNode policy, ObjectNode document) {
        lines.add("Valuation date: " + document.path("date").asText());
        List<ObjectNode> claims = store.of(Kind.CLAIM, carrier).stream()
                .filter(claim -> claim.path("policyNumber").equals(policy.path("number")))
                .toList();
        claims.forEach(claim -> lines.add("Claim " + claim.path("claimNumber").asText() + ", date of loss "
                + claim.path("effective").asText() + ", "
                + claim.path("state").asText("OPEN") + ", paid "
                + claim.path("paid").asText("0.00")));
        if (claims.isEmpty()) {
            lines.add("No losses reported.");
        }
    }

    private static String said(JsonNode item) {
        StringBuilder line = new StringBuilder(
                PolicyChange.Item.valueOf(item.path("item").asText()).words());
        line.append(": ").append(item.path("name").asText());
        PolicyContents.values(item)
                .forEach((key, value) ->
                        line.append("; ").append(key).append('=').append(value));
        return line.toString();
    }
}
