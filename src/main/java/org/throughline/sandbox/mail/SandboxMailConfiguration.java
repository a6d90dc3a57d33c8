package org.throughline.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;

/** Runs the practice mail server beside the application. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
public class SandboxMailConfiguration {

    @Bean
    MailServer mailServer(MailServerSettings settings, ObjectMapper json, Clock clock) throws IOException {
        Set<String> bouncing = bouncing(json);
        return new MailServer(settings, address -> bouncing.contains(address.toLowerCase(Locale.ROOT)), clock);
    }

    @Bean
    MailServerPorts mailServerPorts(MailServer server) {
        return server.ports();
    }

    /** Addresses that the practice book marks as not reachable. */
    static Set<String> bouncing(ObjectMapper json) throws IOException {
        Set<String> addresses = new HashSet<>();
        try (InputStream book = new ClassPathResource("sandbox/practice-book.json").getInputStream()) {
            for (JsonNode status : json.readTree(book).findParents("emailStatus")) {
                if ("BOUNCING".equals(status.path("emailStatus").asText())) {
                    addresses.add(status.path("email").asText().toLowerCase(Locale.ROOT));
                }
            }
        }
        return Set.copyOf(addresses);
    }
}
