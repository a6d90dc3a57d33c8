package org.throughline.servicing.certificate.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.platform.AgencyProfile;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Check;
import org.throughline.servicing.certificate.model.Check.Result;

/** Runs every check of a certificate and says whether it may be issued now. */
@Service
public class CheckCertificate {

    private static final int LONGEST_SUMMARY = 3900;
    private static final int LONGEST_REASON = 900;

    private final Certificates certificates;
    private final CertificateComposer composer;
    private final ClauseLibrary clauses;
    private final AgencyProfile agency;
    private final Clock clock;

    CheckCertificate(
            Certificates certificates,
            CertificateComposer composer,
            ClauseLibrary clauses,
            AgencyProfile agency,
            Clock clock) {
        this.certificates = certificates;
        this.composer = composer;
        this.clauses = clauses;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * The outcome of the checks.
     *
     * @param ready true where the certificate may be issued without another look
     * @param summary the checks one a line, for a person's form
     * @param stopReason why it is not ready, as a sentence
     * @param judgement true where a license is needed for what has to be judged
     * @param state two-letter state of the insured, where it is known
     * @param lines lines of authority that the judgement needs
     */
    public record Outcome(
            boolean ready,
            String summary,
            String stopReason,
            boolean judgement,
            @Nullable String state,
            String lines) {}

    @Transactional
    public Outcome check(String requestNumber, Decided decided, boolean straightThrough) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        LocalDate today = LocalDate.now(clock.withZone(agency.timeZone()));
        List<Check> checks = CertificateChecks.of(file, decided, clauses, today, agency.timeZone());
        boolean ready = ready(file, checks, straightThrough);
        certificates.update(file.checked(decided.form(), composer.compose(file, decided, today), checks));
        Asked asked = file.asked();
        boolean judgement = !asked.shown().wording().isEmpty()
                || asked.flags().contains("ALTERED_FORM_REQUESTED")
                || checks.stream().anyMatch(check -> check.result() == Result.REVIEW);
        Client client = file.client();
        return new Outcome(
                ready,
                cut(CertificateChecks.summary(checks), LONGEST_SUMMARY),
                ready ? "" : cut(reason(checks), LONGEST_REASON),
                judgement,
                client == null ? null : client.state(),
                authority(file.policies(), asked, today));
    }

    /**
     * Nobody has to look where every check passes, no wording is asked for and the request may go straight through;
     * wording and property always have a second pair of eyes. What a person approved goes out if it is still what they saw and the
     * policies raise no question that they have not answered.
     */
    private static boolean ready(CertificateFile file, List<Check> checks, boolean straightThrough) {
        boolean allPassed = checks.stream().allMatch(check -> check.result() == Result.PASS);
        if (allPassed
                && straightThrough
                && !file.asked().aboutProperty()
                && file.asked().shown().wording().isEmpty()) {
            return true;
        }
        CertificateFile.Approval approval = file.approval();
        return approval != null
                && approval.shown().equals(file.asked().shown())
                && checks.stream()
                        .allMatch(check -> check.result() == Result.PASS
                                || (check.result() == Result.REVIEW
                                        && approval.reviewed().contains(ApproveCertificate.key(check))));
    }

    private static String reason(List<Check> checks) {
        String reasons = checks.stream()
                .filter(check -> check.result() != Result.PASS)
                .sorted(java.util.Comparator.comparing(Check::result).reversed())
                .map(check -> check.name() + ": " + check.reason())
                .collect(Collectors.joining(" "));
        return reasons.isEmpty() ? "Every check passed; a person looks at it before it goes out." : reasons;
    }

    private static String authority(List<Policy> policies, Asked asked, LocalDate today) {
        Set<String> lines = new LinkedHashSet<>();
        Map<String, Policy> shown = PoliciesShown.of(asked, policies, today);
        if (asked.aboutProperty()) {
            lines.add(shown.containsKey("HOME") ? "PERSONAL_LINES" : "PROPERTY");
        } else {
            lines.add("CASUALTY");
        }
        if (shown.values().stream().anyMatch(Policy::surplusLines)) {
            lines.add("SURPLUS_LINES");
        }
        return String.join(",", lines);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 3) + "...";
    }
}
