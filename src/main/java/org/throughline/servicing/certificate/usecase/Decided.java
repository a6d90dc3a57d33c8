package org.throughline.servicing.certificate.usecase;

import java.util.List;
import java.util.Map;
import org.throughline.servicing.certificate.model.CertificateForm;

/**
 * What the decision tables answered.
 *
 * @param gaps limits below the requirement, as {@code UMBRELLA.eachOccurrence}
 * @param wording support and reason by wording item ({@code WAIVER_OF_SUBROGATION:AUTO})
 * @param property answers of {@code property-check} by question; empty for liability
 */
public record Decided(String form, List<String> gaps, Map<String, Support> wording, Map<String, Answer> property) {

    /** An answer about property: PASS, REVIEW or STOP, and why. */
    public record Answer(String result, String reason) {}

    CertificateForm chosen() {
        return CertificateForm.valueOf(form);
    }

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
