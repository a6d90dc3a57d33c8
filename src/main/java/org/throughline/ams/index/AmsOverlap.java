package org.throughline.ams.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.index.IndexKey.Kind;

/** Tells which client of a spreadsheet the agency management system has as well. */
final class AmsOverlap {

    private final Map<Kind, Map<String, Set<String>>> byKey = new HashMap<>();

    AmsOverlap(Collection<IndexRow> rows) {
        if (rows.stream().noneMatch(row -> row.source() == Source.SPREADSHEET)) {
            return;
        }
        add(rows);
    }

    /** For rows that are not yet in the index. */
    static AmsOverlap of(Collection<IndexRow> rows) {
        AmsOverlap overlap = new AmsOverlap(List.of());
        overlap.add(rows);
        return overlap;
    }

    private void add(Collection<IndexRow> rows) {
        rows.stream()
                .filter(row -> row.source() == Source.AMS)
                .flatMap(row -> row.keys().stream())
                .forEach(key -> byKey.computeIfAbsent(key.kind(), kind -> new HashMap<>())
                        .computeIfAbsent(key.lookup(), lookup -> new HashSet<>())
                        .add(key.clientId()));
    }

    /** The system's client that has the same policy, or the same name and the same address or number. */
    Optional<String> of(IndexRow row) {
        Optional<String> insured = ids(row, Kind.POLICY).stream().findFirst();
        if (insured.isPresent()) {
            return insured;
        }
        Set<String> reached = ids(row, Kind.EMAIL);
        reached.addAll(ids(row, Kind.PHONE));
        reached.retainAll(ids(row, Kind.NAME));
        return reached.stream().sorted().findFirst();
    }

    private Set<String> ids(IndexRow row, Kind kind) {
        Map<String, Set<String>> known = byKey.getOrDefault(kind, Map.of());
        Set<String> ids = new HashSet<>();
        row.keys().stream()
                .filter(key -> key.kind() == kind)
                .forEach(key -> ids.addAll(known.getOrDefault(key.lookup(), Set.of())));
        return ids;
    }
}
