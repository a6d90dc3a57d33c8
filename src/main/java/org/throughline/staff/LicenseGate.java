package org.throughline.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether a person may perform an act that needs a license, today. */
public interface LicenseGate {

    /** Checks a person against what an act needs, on the agency's current date. */
    Verdict check(String userId, LicenseNeed need);

    /** The same for a person who is at hand, so that many can be checked without looking up each. */
    default Verdict check(StaffMember person, LicenseNeed need) {
        return check(person.userId(), need);
    }

    /**
     * Checks person × state × lines.
     *
     * @param state two-letter state of the risk; null means unknown, and any resident license suffices
     * @param lines lines of authority required, such as CASUALTY
     */
    default Verdict check(String userId, @Nullable String state, Set<String> lines) {
        return check(userId, LicenseNeed.license(state, lines));
    }

    /**
     * The gate's answer.
     *
     * @param evidence licenses that allowed the act ({@code TX-3300137}), when allowed
     * @param reason sentence for the person that says which license is missing and what to do, when refused
     */
    record Verdict(
            boolean allowed,
            @Nullable String evidence,
            @Nullable String reason) {}
}
