package org.throughline.partner;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for partners' work.
 *
 * @param samplingKey key that decides which work is looked at; partners must not know it
 */
@Validated
@ConfigurationProperties("throughline.partner")
public record PartnerProperties(@NotBlank String samplingKey) {}
