package org.throughline.ams.ezlynx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ezlynx.EzLynxHints.Kind;
import org.throughline.platform.vendor.VendorNotFound;

/**
 * Which applicants are to be read: EZLynx answers no question after changes, so sweeps of the book and the webhook's
 * hints are put together. The caller's instant moves on only after it has kept what it was given, so what was given
 * before that is not given again, although the window overlaps.
 */
@OnEzLynx
@Component
class EzLynxChanges {

    private final EzLynxBook book;
    private final EzLynxHints hints;
    private final EzLynxClassicApi classic;
    private final Map<String, Instant> kept = new HashMap<>();
    private Map<String, Instant> given = Map.of();
    private @Nullable Instant asked;

    EzLynxChanges(EzLynxBook book, EzLynxHints hints, EzLynxClassicApi classic) {
        this.book = book;
        this.hints = hints;
        this.classic = classic;
    }

    /** Applicants with a change since an instant; everybody with a policy and everybody ever hinted at when it is null. */
    synchronized Set<String> since(@Nullable Instant since) {
        resolvePolicies();
        if (since == null) {
            kept.clear();
            given = Map.of();
            asked = null;
            Set<String> everybody = new HashSet<>(book.everybody());
            everybody.addAll(hints.since(Kind.APPLICANT, Instant.EPOCH).keySet());
            return everybody;
        }
        if (asked != null && since.isAfter(asked)) {
            kept.putAll(given);
            kept.values().removeIf(at -> at.isBefore(since));
        }
        asked = since;
        Map<String, Instant> changed = new HashMap<>(book.changed());
        hints.since(Kind.APPLICANT, since)
                .forEach((id, at) -> changed.merge(id, at, (one, other) -> one.isAfter(other) ? one : other));
        changed.entrySet()
                .removeIf(change -> change.getValue().isBefore(since)
                        || !change.getValue().isAfter(kept.getOrDefault(change.getKey(), Instant.MIN)));
        given = changed;
        return changed.keySet();
    }

    /** Applicants that EZLynx no longer has. */
    void gone(List<String> applicantIds) {
        hints.forget(Kind.APPLICANT, applicantIds);
    }

    /** A hint at a policy becomes one at its applicant. */
    private void resolvePolicies() {
        List<String> resolved = new ArrayList<>();
        hints.since(Kind.POLICY, Instant.EPOCH).keySet().forEach(policyId -> {
            String owner = book.owner(policyId).orElseGet(() -> owner(policyId));
            if (owner != null) {
                hints.note(Kind.APPLICANT, owner, "PolicyUpdated");
            }
            resolved.add(policyId);
        });
        hints.forget(Kind.POLICY, resolved);
    }

    private @Nullable String owner(String policyId) {
        try {
            return EzLynxReaders.patiently(() -> classic.policy(policyId)).applicantId();
        } catch (VendorNotFound deleted) {
            return null;
        }
    }
}
