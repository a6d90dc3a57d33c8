package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ezlynx.EzLynxPolicyApi.Page;
import org.throughline.ams.ezlynx.EzLynxPolicyApi.Row;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * The whole book as the last sweep found it: every policy's row, and when an applicant's rows were first seen to differ.
 * Kept in memory and filled anew after a start; what it says is always read again.
 */
@OnEzLynx
@Component
class EzLynxBook {

    private final EzLynxPolicyApi api;
    private final EzLynxProperties properties;
    private final Clock clock;
    private final Map<String, Instant> changed = new HashMap<>();
    private Map<String, Row> rows = Map.of();
    private Instant sweptAt = Instant.EPOCH;

    EzLynxBook(EzLynxPolicyApi api, EzLynxProperties properties, Clock clock) {
        this.api = api;
        this.properties = properties;
        this.clock = clock;
    }

    /** Everybody who has a policy, from a sweep of now; changes count from here. */
    synchronized Set<String> everybody() {
        sweep();
        changed.clear();
        Set<String> applicants = new HashSet<>();
        rows.values().forEach(row -> applicants.add(EzLynxTexts.text(row.applicantId())));
        return applicants;
    }

    /** Whose policies changed, and when that was seen; sweeps if the last sweep is old. */
    synchronized Map<String, Instant> changed() {
        if (!clock.instant().isBefore(sweptAt.plus(properties.sweepInterval()))) {
            sweep();
        }
        return Map.copyOf(changed);
    }

    /** The policies of the given applicants as the last sweep found them. */
    synchronized List<Row> of(Collection<String> applicantIds) {
        if (rows.isEmpty()) {
            sweep();
        }
        Set<String> wanted = new HashSet<>(applicantIds);
        return rows.values().stream()
                .filter(row -> wanted.contains(row.applicantId()))
                .toList();
    }

    /** Whose policy this is. */
    synchronized Optional<String> owner(String policyId) {
        return Optional.ofNullable(rows.get(policyId)).map(Row::applicantId);
    }

    private void sweep() {
        Instant started = clock.instant();
        Map<String, Row> found = read();
        Set<String> ids = new HashSet<>(rows.keySet());
        ids.addAll(found.keySet());
        for (String id : ids) {
            Row before = rows.get(id);
            Row now = found.get(id);
            if (!Objects.equals(before, now)) {
                mark(before, started);
                mark(now, started);
            }
        }
        rows = found;
        sweptAt = started;
    }

    private void mark(@Nullable Row row, Instant at) {
        if (row != null && row.applicantId() != null) {
            changed.put(row.applicantId(), at);
        }
    }

    /** Pages until the vendor's own count is reached; a book that is not whole is not believed. */
    private Map<String, Row> read() {
        Map<String, Row> found = new LinkedHashMap<>();
        int seen = 0;
        for (int number = 1; ; number++) {
            int index = number;
            Page page = EzLynxReaders.patiently(() -> api.everything(index, properties.pageSize()));
            int total = page.totalSize() == null ? Integer.MAX_VALUE : page.totalSize();
            int before = found.size();
            page.rows().stream().filter(Row::usable).forEach(row -> found.put(EzLynxTexts.text(row.policyId()), row));
            seen += page.rows().size();
            if (seen >= total || (page.rows().isEmpty() && page.totalSize() == null)) {
                return found;
            }
            if (page.rows().isEmpty()
                    || (found.size() == before && page.rows().stream().anyMatch(Row::usable))) {
                throw new VendorUnavailable("EZLynx sent " + seen + " of " + total + " policies and then no new ones");
            }
        }
    }
}
