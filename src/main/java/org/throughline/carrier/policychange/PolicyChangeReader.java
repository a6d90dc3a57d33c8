package org.throughline.carrier.policychange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.throughline.carrier.policychange.PolicyChangeWire.Page;
import org.throughline.carrier.policychange.PolicyChangeWire.Request;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;
import org.throughline.platform.vendor.VendorRejected;

/** Reads policies by their numbers, and collections to their end. */
class PolicyChangeReader {

    private static final int MOST = 10_000;

    private final PolicyChangeApi api;
    private final String carrier;

    PolicyChangeReader(PolicyChangeApi api, String carrier) {
        this.api = api;
        this.carrier = carrier;
    }

    /** The policy of a number, however it is written. */
    Optional<Resource> policy(String number) {
        String wanted = PolicyItems.plain(number);
        return api.searchPolicies(Request.of(Map.of("policyNumber", number))).rows().stream()
                .filter(row -> PolicyItems.plain(row.text("policyNumber")).equals(wanted))
                .findFirst();
    }

    /** The policy that a submission is about. */
    Resource needed(String number) {
        return policy(number)
                .orElseThrow(() -> new VendorRejected("Carrier " + carrier + " has no policy " + number
                        + "; check the number, or ask its service desk"));
    }

    /** All rows of a collection. */
    static List<Resource> all(IntFunction<Page> page) {
        List<Resource> rows = new ArrayList<>();
        for (int offset = 0; offset < MOST; ) {
            Page next = page.apply(offset);
            rows.addAll(next.rows());
            offset = rows.size();
            if (!next.more() || next.rows().isEmpty()) {
                return rows;
            }
        }
        return rows;
    }
}
