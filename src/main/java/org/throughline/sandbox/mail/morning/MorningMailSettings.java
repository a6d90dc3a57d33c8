package org.throughline.sandbox.mail.morning;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * Whether the practice agency begins with work to do.
 *
 * @param morningMail true to deliver the sample items once, after the first start
 */
@Profile("sandbox")
@ConfigurationProperties("throughline.sandbox")
public record MorningMailSettings(@DefaultValue("true") boolean morningMail) {}
