package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.Map;

/**
 * What the decision tables answered.
 *
 * @param gaps limits below the requirement, as {@code UMBRELLA.eachOccurrence}
 * @param wording support and reason by wording item ({@code WAIVER_OF_SUBROGATION:AUTO})
 */
public record Decided(String form, List<String> gaps, Map<String, Support> wording) {

    /** Support for one wording: SUPPORTED, SUPPORTED_IF_CONTRACT, NEEDS_ENDORSEMENT or NOT_AVAILABLE. */
    public record Support(String support, String reason) {

        boolean granted() {
            return "SUPPORTED".equals(support);
        }

        boolean possible() {
            return granted() || "SUPPORTED_IF_CONTRACT".equals(support);
        }
    }
}
