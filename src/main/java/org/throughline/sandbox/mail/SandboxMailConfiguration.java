package org.throughline.sandbox.mail;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.throughline.sandbox.PracticeBook;

/** Runs the practice mail server beside the application. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
public class SandboxMailConfiguration {

    @Bean
    MailServer mailServer(MailServerSettings settings, PracticeBook book, Clock clock) throws IOException {
        Set<String> bouncing = bouncing(book);
        return new MailServer(settings, address -> bouncing.contains(address.toLowerCase(Locale.ROOT)), clock);
    }

    @Bean
    MailServerPorts mailServerPorts(MailServer server) {
        return server.ports();
    }

    @Bean
    Mailboxes mailboxes(MailServer server) {
        return server.mailboxes();
    }

    /** Addresses that the practice book marks as not reachable. */
    static Set<String> bouncing(PracticeBook book) {
        return book.list("clients").findParents("emailStatus").stream()
                .filter(contact -> "BOUNCING".equals(contact.path("emailStatus").asText()))
                .map(contact -> contact.path("email").asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
