package org.throughline.servicing.certificate.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Lines;

/**
 * Which policy a certificate shows for each line: the one in force on the day of issue. A document about property shows
 * one policy.
 */
final class PoliciesShown {

    private PoliciesShown() {}

    /** The policies that a request's certificate shows, by line. */
    static Map<String, Policy> of(Asked asked, List<Policy> policies, LocalDate day) {
        return asked.aboutProperty()
                ? PropertyShown.of(asked.shown(), policies, day).byLine()
                : byLine(asked.shown().lines(), policies, day);
    }

    /** The policy in force on a day for each line asked, every standard line where none is; in the order of the lines. */
    static Map<String, Policy> byLine(List<String> linesAsked, List<Policy> policies, LocalDate day) {
        Map<String, Policy> shown = new LinkedHashMap<>();
        for (String line : lines(linesAsked)) {
            inForce(line, policies, day).ifPresent(policy -> shown.put(line, policy));
        }
        return shown;
    }

    /** Lines that were asked for but have no policy in force on the day. */
    static List<String> missing(List<String> linesAsked, List<Policy> policies, LocalDate day) {
        List<String> missing = new ArrayList<>(linesAsked);
        missing.removeIf(line -> inForce(line, policies, day).isPresent());
        return missing;
    }

    /** The policy of a line that was in force last, where none is now. */
    static Optional<Policy> last(String line, List<Policy> policies) {
        return policies.stream().filter(policy -> carries(policy, line)).max(Comparator.comparing(Policy::expiration));
    }

    private static List<String> lines(List<String> asked) {
        List<String> ordered = new ArrayList<>(Lines.STANDARD);
        if (!asked.isEmpty()) {
            ordered.retainAll(asked);
            asked.stream().filter(line -> !ordered.contains(line)).forEach(ordered::add);
        }
        return ordered;
    }

    private static Optional<Policy> inForce(String line, List<Policy> policies, LocalDate day) {
        return policies.stream()
                .filter(policy -> carries(policy, line) && policy.inForceOn(day))
                .max(Comparator.comparing((Policy policy) -> policy.status() != PolicyStatus.PENDING_CANCEL)
                        .thenComparing(Policy::effective));
    }

    /** A business owners policy carries general liability. */
    private static boolean carries(Policy policy, String line) {
        return policy.lines().contains(line)
                || policy.limits().containsKey(line)
                || ("GL".equals(line) && policy.lines().contains("BOP"));
    }
}
