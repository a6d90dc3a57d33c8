package org.throughline.triage;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom the agency works with, as triage needs to know it.
 *
 * @param carrierDomains mail domains of the carriers and wholesalers
 * @param partnerWork work the external partner takes: work type to its queue and states ({@code ALL} for any state)
 * @param automationLevels level of the work types where no level is set in the settings; the rest is APPROVE_ALL
 */
@Validated
@ConfigurationProperties("throughline.triage")
public record TriageProperties(
        @DefaultValue List<String> carrierDomains,
        @DefaultValue Map<String, PartnerWork> partnerWork,
        @DefaultValue Map<String, String> automationLevels) {

    /** Queue of the partner that takes the work, and the states in which it may. */
    public record PartnerWork(String queue, List<String> states) {}
}
