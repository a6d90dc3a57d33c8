package org.throughline.carrier.policychange;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.carrier.policychange.PolicyChangeWire.Data;
import org.throughline.carrier.policychange.PolicyChangeWire.Request;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Claim notices: a draft, completed where an earlier attempt left it incomplete, then submitted. The reporter comes along
 * as a contact of the claim (C).
 */
class PolicyChangeClaims {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS")
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private final PolicyChangeApi api;
    private final PolicyChangeReader reader;
    private final Connection connection;
    private final AgencyProfile agency;

    PolicyChangeClaims(PolicyChangeApi api, PolicyChangeReader reader, Connection connection, AgencyProfile agency) {
        this.api = api;
        this.reader = reader;
        this.connection = connection;
        this.agency = agency;
    }

    /** What the carrier says to a notice that was submitted; a draft is none. */
    Optional<SubmissionAnswer> find(Submission submission, String reference) {
        return ours(submission, reference)
                .filter(claim -> !state(claim).equals("draft"))
                .map(PolicyChangeClaims::answer);
    }

    private Optional<Resource> ours(Submission submission, String reference) {
        return reader.policy(submission.policyNumber()).flatMap(policy -> ours(policy, submission, reference));
    }

    private Optional<Resource> ours(Resource policy, Submission submission, String reference) {
        Map<String, Object> search = Map.of("policyNumber", policy.text("policyNumber"));
        return PolicyChangeReader.all(offset -> api.searchClaims(Request.of(search), offset)).stream()
                .filter(row -> submission.effective().equals(row.day("lossDate")))
                .map(row -> api.claim(row.id()).resource())
                .filter(claim -> claim.text(connection.referenceAttribute()).contains("[" + reference + "]"))
                .findFirst();
    }

    private static String state(Resource claim) {
        return claim.text("state.code");
    }

    SubmissionAnswer submit(Submission submission, String reference) {
        Resource policy = reader.needed(submission.policyNumber());
        Resource claim = ours(policy, submission, reference).orElseGet(() -> created(policy, submission, reference));
        if (state(claim).equals("draft")) {
            Resource whole = completed(claim, submission, reference);
            claim = submitted(whole, reference);
        }
        return answer(claim);
    }

    private Resource created(Resource policy, Submission submission, String reference) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("policyNumber", policy.text("policyNumber"));
        attributes.put("lossDate", lossTime(submission));
        attributes.put(connection.referenceAttribute(), PolicyChangeJobs.tagged(story(submission), reference));
        attributes.putAll(rest(submission));
        try {
            return api.createClaim(
                            PolicyChangeCalls.headers(connection, reference, "claim"),
                            new Request(new Data(attributes, null), contacts(submission)))
                    .resource();
        } catch (AlreadyExecuted done) {
            return ours(policy, submission, reference)
                    .orElseThrow(() -> new VendorUnavailable(
                            "The carrier has the claim " + reference + " but does not show it yet", done));
        }
    }

    /** Adds place and reporter where they did not arrive. */
    private Resource completed(Resource claim, Submission submission, String reference) {
        boolean placed = !submission.details().containsKey("place")
                || !claim.text("lossLocation.addressLine1").isEmpty();
        if (placed && !claim.text("reporter.displayName").isEmpty()) {
            return claim;
        }
        Request correction = new Request(new Data(rest(submission), claim.checksum()), contacts(submission));
        String transaction = "claim-" + claim.checksum();
        try {
            return api.changeClaim(
                            claim.id(), PolicyChangeCalls.headers(connection, reference, transaction), correction)
                    .resource();
        } catch (AlreadyExecuted inVain) {
            return api.changeClaim(claim.id(), PolicyChangeCalls.headers(reference), correction)
                    .resource();
        }
    }

    private Resource submitted(Resource claim, String reference) {
        try {
            return api.submitClaim(claim.id(), PolicyChangeCalls.headers(connection, reference, "submit"))
                    .resource();
        } catch (AlreadyExecuted done) {
            return api.claim(claim.id()).resource();
        }
    }

    private String lossTime(Submission submission) {
        return TIME.format(submission
                .effective()
                .atTime(clockTime(submission.details().getOrDefault("lossTime", "")))
                .atZone(agency.timeZone()));
    }

    /** Midnight for a time in words, which stands in the story of the loss. */
    private static LocalTime clockTime(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException inWords) {
            return LocalTime.MIDNIGHT;
        }
    }

    /** What happened, with what the API has no field of its own for. */
    private static String story(Submission submission) {
        Map<String, String> details = submission.details();
        return Stream.of(
                        submission.description(),
                        said("Time: ", details.get("lossTime")),
                        said("Injuries: ", details.get("injuries")))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String said(String label, @Nullable String value) {
        return value == null || value.isBlank() ? "" : label + value + ".";
    }

    private static Map<String, Object> rest(Submission submission) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        String place = submission.details().get("place");
        if (place != null && !place.isBlank()) {
            attributes.put("lossLocation", Map.of("addressLine1", place));
        }
        attributes.put("reporter", Map.of("refid", "reporter"));
        return attributes;
    }

    private static Map<String, Object> contacts(Submission submission) {
        String name = submission
                .details()
                .getOrDefault("reportedBy", submission.insured())
                .strip();
        int space = name.lastIndexOf(' ');
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("contactSubtype", "Person");
        contact.put("firstName", space < 0 ? "" : name.substring(0, space));
        contact.put("lastName", space < 0 ? name : name.substring(space + 1));
        String phone = submission.details().get("phone");
        if (phone != null && !phone.isBlank()) {
            contact.put("workPhone", Map.of("number", phone));
        }
        return Map.of(
                "ClaimContact",
                List.of(Map.of(
                        "attributes", contact,
                        "method", "post",
                        "refid", "reporter",
                        "uri", "/claim/v1/claims/this/contacts")));
    }

    private static SubmissionAnswer answer(Resource claim) {
        Status status = switch (state(claim)) {
            case "open", "closed" -> Status.CONFIRMED;
            case "canceled" -> Status.DECLINED;
            default -> Status.PENDING;
        };
        return new SubmissionAnswer(
                status,
                claim.text("claimNumber"),
                status == Status.DECLINED ? "The claim was canceled at the carrier." : "",
                status == Status.CONFIRMED ? List.of() : null,
                null,
                claim.day("lossDate"));
    }
}
