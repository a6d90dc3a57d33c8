package org.throughline.carrier.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.IssuedComparison;
import org.throughline.carrier.download.Transaction.Coverage;

/**
 * What a download says about changes that were asked for. A download shows a policy as it stands afterwards, not what was
 * changed: an addition is proven by its presence, a removal by its absence among others of its kind.
 */
public final class IssuedParts {

    private IssuedParts() {}

    /**
     * The changes that the download shows to be issued, in the carrier's values; one that is not among them was not
     * issued.
     *
     * @return null where the download says nothing of a kind that was asked for, or nothing was asked for: then nobody
     *     can tell from it
     */
    public static @Nullable List<Change> of(List<Change> requested, Transaction download) {
        if (requested.isEmpty()) {
            return null;
        }
        List<Change> issued = new ArrayList<>();
        for (Change asked : requested) {
            List<Change> shown = shown(asked.subject(), download);
            if (shown.isEmpty()) {
                return null;
            }
            Optional<Change> same = shown.stream()
                    .filter(part -> IssuedComparison.aboutTheSame(asked, part))
                    .findFirst();
            if (asked.action() == Action.REMOVE) {
                if (same.isEmpty()) {
                    issued.add(new Change(Action.REMOVE, asked.subject(), asked.name(), Map.of()));
                }
            } else {
                same.ifPresent(
                        part -> issued.add(new Change(asked.action(), asked.subject(), part.name(), part.values())));
            }
        }
        return issued;
    }

    private static List<Change> shown(Subject subject, Transaction download) {
        return switch (subject) {
            case COVERAGE ->
                download.coverages().stream().map(IssuedParts::coverage).toList();
            case NAMED_INSURED ->
                download.insured().isEmpty()
                        ? List.of()
                        : List.of(new Change(Action.ADD, subject, download.insured(), Map.of()));
            default ->
                download.image().stream()
                        .filter(part -> part.subject() == subject)
                        .toList();
        };
    }

    private static Change coverage(Coverage coverage) {
        Map<String, String> values = new LinkedHashMap<>();
        String limit =
                coverage.secondLimit().isEmpty() ? coverage.limit() : coverage.limit() + "/" + coverage.secondLimit();
        put(values, "limit", limit);
        put(values, "deductible", coverage.deductible());
        return new Change(Action.ADD, Subject.COVERAGE, coverage.code(), values);
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }
}
