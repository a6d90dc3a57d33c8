package org.throughline.sandbox.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the practice mail server listens and keeps its mail.
 *
 * @param host address to listen on
 * @param smtpPort port for incoming mail; 0 takes a free one
 * @param imapPort port for reading mail; 0 takes a free one
 * @param data directory of the mailboxes
 * @param maxMessageSize a larger message is refused with 552
 */
@Validated
@Profile("sandbox")
@ConfigurationProperties("throughline.sandbox.mail")
public record MailServerSettings(
        @NotBlank @DefaultValue("localhost") String host,
        @Min(0) @Max(65535) @DefaultValue("3025") int smtpPort,
        @Min(0) @Max(65535) @DefaultValue("3143") int imapPort,
        @NotNull @DefaultValue("data/sandbox/mail") Path data,
        @NotNull @DefaultValue("60MB") DataSize maxMessageSize) {}
