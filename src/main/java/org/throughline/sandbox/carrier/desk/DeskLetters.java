package org.throughline.sandbox.carrier.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.PolicyChange;

/** What a desk writes. */
final class DeskLetters {

    private DeskLetters() {}

    static String received(ObjectNode job) {
        List<String> lines = begun("Status: RECEIVED", job);
        lines.add("");
        lines.add("We have received your request. Nothing is in effect until you have our confirmation.");
        String message = job.path("message").asText("");
        if (!message.isEmpty()) {
            lines.add(message);
        }
        return signed(lines);
    }

    /** An answer that is final. */
    static String decided(ObjectNode job) {
        boolean issued = JobStatus.of(job) == JobStatus.ISSUED;
        List<String> lines = begun(issued ? "Status: ISSUED" : "Status: DECLINED", job);
        if (issued) {
            add(lines, "Endorsement: ", job.path("endorsement"));
            add(lines, "Claim number: ", job.path("claimNumber"));
            lines.add("Effective: " + job.path("effective").asText());
            PolicyChange.read(job.path("issued")).forEach(change -> lines.add("Issued: " + ChangeLine.written(change)));
            if (!job.path("premiumChange").asText("0").matches("-?0(\\.0+)?")) {
                lines.add("Premium change: " + job.path("premiumChange").asText());
            }
        }
        lines.add("");
        lines.add(job.path("message").asText("We cannot do this."));
        return signed(lines);
    }

    /** A price, and nothing bound. */
    static String quoted(ObjectNode job) {
        List<String> lines = begun("Status: QUOTED", job);
        lines.add("Effective: " + job.path("effective").asText());
        lines.add("Premium change: " + job.path("premiumChange").asText());
        lines.add("");
        lines.add("Nothing is bound. Please tell us if the change is to be made.");
        return signed(lines);
    }

    static String refused(String reference, String policy, String reason) {
        return signed(new ArrayList<>(List.of(
                "Status: REFUSED",
                "Reference: " + reference,
                "Policy: " + policy,
                "",
                "We cannot process this request. " + reason)));
    }

    private static List<String> begun(String status, ObjectNode job) {
        List<String> lines = new ArrayList<>();
        lines.add(status);
        lines.add("Reference: " + job.path("reference").asText());
        lines.add("Policy: " + job.path("policyNumber").asText());
        return lines;
    }

    private static void add(List<String> lines, String label, JsonNode value) {
        if (value.isTextual()) {
            lines.add(label + value.asText());
        }
    }

    private static String signed(List<String> lines) {
        lines.add("");
        lines.add("Policy Services");
        return String.join("\n", lines);
    }
}
