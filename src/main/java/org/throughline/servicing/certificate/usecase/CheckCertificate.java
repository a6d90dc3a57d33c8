package org.throughline.servicing.certificate.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.automation.AutomationLevel;
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
    private final CertificateAutomation automation;
    private final AgencyProfile agency;
    private final Clock clock;

    CheckCertificate(
            Certificates certificates,
            CertificateComposer composer,
            ClauseLibrary clauses,
            CertificateAutomation automation,
            AgencyProfile agency,
            Clock clock) {
        this.certificates = certificates;
        this.composer = composer;
        this.clauses = clauses;
        this.automation = automation;
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

    /**
     * Checks it.
     *
     * @param straightThrough the request may be finished without a person, as far as routing can tell
     * @param level level at which automation runs on the request; empty where it does not
     */
    @Transactional
    public Outcome check(
            String requestNumber, Decided decided, boolean straightThrough, Optional<AutomationLevel> level) {
        CertificateFile file = certificates.latest(requestNumber).orElseThrow();
        LocalDate today = LocalDate.now(clock.withZone(agency.timeZone()));
        List<Check> checks = CertificateChecks.of(file, decided, clauses, today, agency.timeZone());
        boolean certain = certain(file, checks);
        Optional<String> stopped =
                certain && straightThrough && !approved(file, checks) ? automation.stopped(file) : Optional.empty();
        boolean ready = (certain && straightThrough && stopped.isEmpty()) || approved(file, checks);
        CertificateFile checked = file.checked(decided.form(), composer.compose(file, decided, today), checks);
        certificates.update(checked);
        if (certain && !straightThrough && file.approval() == null) {
            level.ifPresent(at -> automation.propose(checked, at));
        }
        Asked asked = file.asked();
        boolean judgement = !asked.shown().wording().isEmpty()
                || asked.flags().contains("ALTERED_FORM_REQUESTED")
                || checks.stream().anyMatch(check -> check.result() == Result.REVIEW);
        Client client = file.client();
        return new Outcome(
                ready,
                summary(checks),
                ready ? "" : cut(stopped.orElseGet(() -> reason(checks)), LONGEST_REASON),
                judgement,
                client == null ? null : client.state(),
                authority(file.policies(), asked, today));
    }

    /** The checks one a line, as much as a person's form can hold. */
    static String summary(List<Check> checks) {
        return cut(CertificateChecks.summary(checks), LONGEST_SUMMARY);
    }

    /**
     * Nobody has to look where every check passes and no wording is asked for; wording and property always have a second
     * pair of eyes.
     */
    private static boolean certain(CertificateFile file, List<Check> checks) {
        return checks.stream().allMatch(check -> check.result() == Result.PASS)
                && !file.asked().aboutProperty()
                && file.asked().shown().wording().isEmpty();
    }

    /** What a person approved goes out if it is still what they saw and the policies raise no question they have not answered. */
    private static boolean approved(CertificateFile file, List<Check> checks) {
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
