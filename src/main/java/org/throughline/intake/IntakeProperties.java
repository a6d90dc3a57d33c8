package org.throughline.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much the agency takes in.
 *
 * @param attachmentLimit decoded size of one attachment above which an item is refused
 * @param messageLimit size of a whole message above which nothing of it is read
 * @param textLimit characters of text kept of a message and of each attachment
 */
@Validated
@ConfigurationProperties("throughline.intake")
public record IntakeProperties(
        @NotNull @DefaultValue("25MB") DataSize attachmentLimit,
        @NotNull @DefaultValue("60MB") DataSize messageLimit,
        @Positive @DefaultValue("100000") int textLimit) {}
