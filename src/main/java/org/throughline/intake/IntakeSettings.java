package org.throughline.intake;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of intake.
 *
 * @param attachmentLimit largest decoded attachment; an item with a larger one is refused, its original kept
 * @param messageLimit hard cap of a whole message; above it nothing is kept
 * @param pollInterval how often the mailbox is looked at
 * @param poll whether this node fetches the agency's mailbox
 */
@Validated
@ConfigurationProperties("throughline.intake")
public record IntakeSettings(
        @NotNull @DefaultValue("25MB") DataSize attachmentLimit,
        @NotNull @DefaultValue("60MB") DataSize messageLimit,
        @NotNull @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("true") boolean poll) {}
