package org.throughline.ams.epic;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.epic.EpicRows.Coded;
import org.throughline.ams.epic.EpicRows.LineRow;
import org.throughline.ams.epic.EpicRows.Location;
import org.throughline.ams.epic.EpicRows.Named;

/**
 * What the lines of a policy say about it, for in Epic each line has a status of its own. A line that stands no more, or
 * whose status nobody can read, is not counted among the lines of a policy of which another stands; of several that
 * stand, the one most in doubt speaks for the policy.
 *
 * @param lines our line codes
 * @param rawStatus the agency's own words for the status, each once
 * @param carrierName name of the issuing company; empty where no line names one
 */
record EpicTerms(List<String> lines, List<String> states, PolicyStatus status, String rawStatus, String carrierName) {

    private static final Set<PolicyStatus> STANDING = EnumSet.of(
            PolicyStatus.ACTIVE, PolicyStatus.PENDING_CANCEL, PolicyStatus.RENEWING, PolicyStatus.REINSTATED);
    private static final List<PolicyStatus> MOST_IN_DOUBT = List.of(
            PolicyStatus.PENDING_CANCEL,
            PolicyStatus.RENEWING,
            PolicyStatus.REINSTATED,
            PolicyStatus.ACTIVE,
            PolicyStatus.UNKNOWN,
            PolicyStatus.CANCELLED);

    private record Standing(LineRow line, PolicyStatus status, String word) {}

    static EpicTerms of(List<LineRow> rows, EpicLookups lookups, EpicWords words) {
        List<Standing> all =
                rows.stream().map(row -> standing(row, lookups, words)).toList();
        List<Standing> inForce =
                all.stream().filter(each -> STANDING.contains(each.status())).toList();
        List<Standing> counted = inForce.isEmpty() ? all : inForce;
        return new EpicTerms(
                counted.stream()
                        .map(each -> each.line().embedded())
                        .filter(Objects::nonNull)
                        .map(embedded -> words.line(embedded.lineType()))
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList(),
                counted.stream()
                        .map(each -> each.line().issuingLocation())
                        .filter(Objects::nonNull)
                        .map(Location::stateOrProvince)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                counted.stream()
                        .map(Standing::status)
                        .min(Comparator.comparingInt(EpicTerms::doubt))
                        .orElse(PolicyStatus.UNKNOWN),
                counted.stream()
                        .map(Standing::word)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                counted.stream()
                        .map(each -> each.line().embedded())
                        .filter(Objects::nonNull)
                        .map(EpicRows.LineEmbedded::issuingCompany)
                        .filter(Objects::nonNull)
                        .map(Named::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""));
    }

    /** The same with other lines. */
    EpicTerms withLines(List<String> other) {
        return new EpicTerms(other, states, status, rawStatus, carrierName);
    }

    private static Standing standing(LineRow row, EpicLookups lookups, EpicWords words) {
        Optional<Coded> status = Optional.ofNullable(row.status()).flatMap(lookups::status);
        return new Standing(
                row, words.status(status.orElse(null), row.stage()), EpicWords.said(status.orElse(null), row.stage()));
    }

    private static int doubt(PolicyStatus status) {
        int at = MOST_IN_DOUBT.indexOf(status);
        return at < 0 ? MOST_IN_DOUBT.size() : at;
    }
}
