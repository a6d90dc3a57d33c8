package org.throughline.triage;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom the agency works with, as triage needs to know it.
 *
 * @param carrierDomains mail domains of the carriers and wholesalers
 */
@Validated
@ConfigurationProperties("throughline.triage")
public record TriageProperties(@DefaultValue List<String> carrierDomains) {}
