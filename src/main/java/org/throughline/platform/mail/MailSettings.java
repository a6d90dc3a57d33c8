package org.throughline.platform.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the agency's mailbox is reached.
 *
 * @param smtp where mail is handed in
 * @param imap where mail is read
 * @param sentFolder folder in which the provider files what was handed in; sent mail is looked up there
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param branches logins of the agencies beside the main one, by tenant
 */
@Validated
@ConfigurationProperties("throughline.mail")
public record MailSettings(
        @Valid @NotNull Endpoint smtp,
        @Valid @NotNull Endpoint imap,
        @NotBlank @DefaultValue("Sent") String sentFolder,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("60s") Duration readTimeout,
        @Valid @NotNull @DefaultValue Map<String, Login> branches) {

    /** An agency's login to its own mailbox at the same servers. */
    public record Login(@NotBlank String user, @NotBlank String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** A server with the mailbox's login there. */
    public record Endpoint(
            @NotBlank String host,
            @Min(1) @Max(65535) int port,
            @NotBlank String user,
            @NotBlank String password,
            @NotNull Encryption encryption) {

        @Override
        public String toString() {
            return user + " at " + host + ":" + port + " (" + encryption + ")";
        }
    }

    /** How the connection is protected. */
    public enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }
}
