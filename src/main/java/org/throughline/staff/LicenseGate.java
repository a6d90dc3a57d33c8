package org.throughline.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether a person may perform an act that needs a license, today. */
public interface LicenseGate {

    /**
     * Checks person × state × lines on the agency's current date. A person with PROPERTY and CASUALTY may do
     * PERSONAL_LINES work.
     *
     * @param state two-letter state of the risk; null means unknown, and any resident license suffices
     * @param lines lines of authority required, such as CASUALTY
     */
    Verdict check(String userId, @Nullable String state, Set<String> lines);

    /**
     * The gate's answer.
     *
     * @param evidence license that allowed the act ({@code TX-3300137}), when allowed
     * @param reason sentence for the person that says which license is missing, when refused
     */
    record Verdict(
            boolean allowed,
            @Nullable String evidence,
            @Nullable String reason) {}
}
