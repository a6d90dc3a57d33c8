package org.throughline.servicing.certificate.usecase;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.throughline.servicing.certificate.model.CertificateForm;

/**
 * Settings of certificates: the agency's own fillable forms as resources ({@code file:/etc/throughline/acord25.pdf}).
 * Where one is absent the house's own layout is used.
 *
 * @param acord24Template certificate of property insurance
 * @param acord25Template certificate of liability insurance
 * @param acord27Template evidence of property insurance
 * @param acord28Template evidence of commercial property insurance
 */
@ConfigurationProperties("throughline.certificate")
public record CertificateProperties(
        @Nullable String acord24Template,
        @Nullable String acord25Template,
        @Nullable String acord27Template,
        @Nullable String acord28Template) {

    /** The template for a form, or empty. */
    String template(CertificateForm form) {
        String template = switch (form) {
            case ACORD_24 -> acord24Template;
            case ACORD_25 -> acord25Template;
            case ACORD_27 -> acord27Template;
            case ACORD_28 -> acord28Template;
            case STATE_FORM -> null;
        };
        return Objects.requireNonNullElse(template, "").strip();
    }
}
