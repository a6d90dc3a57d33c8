package org.throughline.intake.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.mail.MailSettings.Login;

/**
 * The mailbox that is read for new mail; those of agencies beside the main one lie on the same server.
 *
 * @param enabled false where mail comes in over HTTP only
 * @param tls whether the connection is encrypted from its start
 * @param pollInterval pause between two looks into the mailbox
 */
@Validated
@ConfigurationProperties("throughline.intake.mailbox")
public record MailboxProperties(
        @DefaultValue("false") boolean enabled,
        @NotBlank @DefaultValue("localhost") String host,
        @Positive @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @NotBlank @DefaultValue("INBOX") String folder,
        @DefaultValue("true") boolean tls,
        @NotNull @DefaultValue("5s") Duration pollInterval,
        @NotNull @DefaultValue("10s") Duration connectTimeout,
        @NotNull @DefaultValue("60s") Duration readTimeout) {

    /** The same server with another mailbox's login. */
    MailboxProperties of(Login login) {
        return new MailboxProperties(
                enabled,
                host,
                port,
                login.user(),
                login.password(),
                folder,
                tls,
                pollInterval,
                connectTimeout,
                readTimeout);
    }
}
