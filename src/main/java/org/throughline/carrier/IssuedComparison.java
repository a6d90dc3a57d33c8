package org.throughline.carrier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.IssuedDifference.Kind;

/**
 * Compares what a carrier says that it has issued with what was asked for, field by field. Two ways of writing the same
 * are the same: case, punctuation and legal forms of names, abbreviations in addresses, formats of amounts, dates and
 * numbers. What is compared is data of both sides; no difference is decided here.
 */
public final class IssuedComparison {

    private final List<Change> requested;
    private final List<Change> issued;
    private final Set<Integer> taken = new HashSet<>();
    private final List<IssuedDifference> differences = new ArrayList<>();

    private IssuedComparison(List<Change> requested, List<Change> issued) {
        this.requested = requested;
        this.issued = issued;
    }

    /**
     * The differences, in the order of what was asked for, then what was issued beside it.
     *
     * @param issued all that the carrier says; {@link Kind#MISSING} means that it is not among it
     */
    public static List<IssuedDifference> differences(List<Change> requested, List<Change> issued) {
        IssuedComparison comparison = new IssuedComparison(requested, issued);
        comparison.compare();
        return List.copyOf(comparison.differences);
    }

    /** True where two changes are about the same party, vehicle, driver, coverage or place. */
    public static boolean aboutTheSame(Change one, Change other) {
        return one.subject() == other.subject() && IssuedValues.sameName(one.subject(), one.name(), other.name());
    }

    private void compare() {
        List<Change> unmatched = new ArrayList<>();
        for (Change asked : requested) {
            Optional<Integer> same = find(asked, true);
            if (same.isPresent()) {
                fields(asked, take(same.get()));
            } else {
                unmatched.add(asked);
            }
        }
        for (Change asked : unmatched) {
            List<Integer> likely = indexes(asked, false);
            boolean onlyOne = likely.size() == 1
                    && unmatched.stream().filter(other -> alike(asked, other)).count() == 1;
            if (onlyOne) {
                Change other = take(likely.get(0));
                differences.add(new IssuedDifference(Kind.DIFFERENT, asked, "name", asked.name(), other.name()));
                fields(asked, other);
            } else {
                differences.add(new IssuedDifference(Kind.MISSING, asked, "", asked.name(), ""));
            }
        }
        for (int at = 0; at < issued.size(); at++) {
            if (!taken.contains(at)) {
                Change extra = issued.get(at);
                differences.add(new IssuedDifference(Kind.NOT_ASKED, extra, "", "", extra.name()));
            }
        }
    }

    private void fields(Change asked, Change done) {
        Set<String> keys = new TreeSet<>(asked.values().keySet());
        for (String key : keys) {
            String wanted = asked.values().getOrDefault(key, "");
            @Nullable String got = done.values().get(key);
            if (!wanted.isBlank() && (got == null || got.isBlank())) {
                if (asked.action() != Action.REMOVE) {
                    differences.add(new IssuedDifference(Kind.NOT_SAID, asked, key, wanted, ""));
                }
            } else if (got != null && !IssuedValues.same(key, wanted, got)) {
                differences.add(new IssuedDifference(Kind.DIFFERENT, asked, key, wanted, got));
            }
        }
    }

    private Change take(int at) {
        taken.add(at);
        return issued.get(at);
    }

    private Optional<Integer> find(Change asked, boolean sameName) {
        return indexes(asked, sameName).stream().findFirst();
    }

    private List<Integer> indexes(Change asked, boolean sameName) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < issued.size(); at++) {
            Change done = issued.get(at);
            if (!taken.contains(at) && alike(asked, done) && (!sameName || aboutTheSame(asked, done))) {
                found.add(at);
            }
        }
        return found;
    }

    /** Of one kind: whether a carrier calls it an addition or a change is its own matter. */
    private static boolean alike(Change one, Change other) {
        boolean removed = one.action() == Action.REMOVE;
        return one.subject() == other.subject() && removed == (other.action() == Action.REMOVE);
    }
}
