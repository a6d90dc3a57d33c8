package org.throughline.servicing.certificate.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.ams.Policy;

/**
 * Limits that a person read from the policy, for systems that do not give them. They fill in what could not be read and
 * never replace what was.
 *
 * @param byLine limits by line code and name, in whole dollars
 * @param unreadable lines of the person's text that say no limit we know
 */
record ConfirmedLimits(Map<String, Map<String, String>> byLine, List<String> unreadable) {

    private static final Pattern ENTRY = Pattern.compile("([A-Z_]+)\\.(\\w+)\\s*[:=]\\s*\\$?\\s*(\\d[\\d,]*)");

    /** One limit a line, or several with semicolons between: {@code GL.eachOccurrence: 1,000,000}. */
    static ConfirmedLimits parse(String text) {
        Map<String, Map<String, String>> byLine = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (String part : text.split("[;\\n]", -1)) {
            String entry = part.strip();
            Matcher limit = ENTRY.matcher(entry);
            if (limit.matches() && LimitFacts.known(limit.group(1) + "." + limit.group(2))) {
                byLine.computeIfAbsent(limit.group(1), line -> new LinkedHashMap<>())
                        .put(limit.group(2), limit.group(3).replace(",", ""));
            } else if (!entry.isEmpty()) {
                unreadable.add(entry);
            }
        }
        return new ConfirmedLimits(byLine, unreadable);
    }

    /** The policies, with the confirmed limits of lines for which the system gave none. */
    List<Policy> on(List<Policy> policies) {
        return byLine.isEmpty() ? policies : policies.stream().map(this::on).toList();
    }

    private Policy on(Policy policy) {
        Map<String, Map<String, String>> limits = new LinkedHashMap<>(policy.limits());
        byLine.forEach((line, confirmed) -> {
            if (carries(policy, line) && limits.getOrDefault(line, Map.of()).isEmpty()) {
                limits.put(line, confirmed);
            }
        });
        return policy.withLimits(limits);
    }

    /** True where the policy shows these limits because a person read them. */
    boolean shownFor(String line, Policy policy) {
        return byLine.containsKey(line)
                && byLine.get(line).equals(policy.limits().get(line));
    }

    private static boolean carries(Policy policy, String line) {
        return policy.lines().contains(line)
                || ("GL".equals(line) && policy.lines().contains("BOP"));
    }
}
