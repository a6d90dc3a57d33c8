package org.throughline.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The practice agency's book of business: clients, policies, carriers. Its dates count from the day of first start. */
@Component
@Profile("sandbox")
public class PracticeBook {

    private final JsonNode root;
    private final Clock clock;

    public PracticeBook(Clock clock) {
        this.clock = clock;
        try (InputStream in = new ClassPathResource("sandbox/practice-book.json").getInputStream()) {
            this.root = new ObjectMapper().readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException("The practice book cannot be read", missing);
        }
    }

    /** One of the book's lists, such as {@code clients} or {@code policies}. */
    public JsonNode list(String name) {
        return root.path(name);
    }

    /** The agency's time zone. */
    public ZoneId zone() {
        return ZoneId.of(root.path("agency").path("timeZone").asText());
    }

    /** The agency's day now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** A day given as {@code <field>InDays}, which wins, or {@code <field>InMonths}, counted from today. */
    public LocalDate day(JsonNode node, String field) {
        JsonNode days = node.path(field + "InDays");
        return days.isNumber()
                ? today().plusDays(days.asLong())
                : today().plusMonths(node.path(field + "InMonths").asLong());
    }
}
