package org.throughline.servicing.certificate.usecase;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of certificates.
 *
 * @param acord25Template the agency's own fillable ACORD 25 as a resource ({@code file:/etc/throughline/acord25.pdf});
 *     the house's own layout is used where it is absent
 */
@ConfigurationProperties("throughline.certificate")
public record CertificateProperties(@Nullable String acord25Template) {}
