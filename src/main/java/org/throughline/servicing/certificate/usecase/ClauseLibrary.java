package org.throughline.servicing.certificate.usecase;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The approved clauses for a certificate's description, from {@code certificates/clauses.json}. A clause that names a
 * wording is used where the policy supports it; the others may be chosen. Values are filled in once and never looked at
 * again, so a holder's name that looks like a place holder stays as it is.
 */
@Component
class ClauseLibrary {

    private static final Pattern PLACE_HOLDER = Pattern.compile("\\{([a-z]+)}");

    private final List<Clause> clauses = load();

    /** A clause with its place holders; {@code wording} is empty where a person may choose it freely. */
    record Clause(String id, String wording, String text) {}

    /** The clause for a wording that the policy supports. */
    Optional<Clause> forWording(String wording) {
        return clauses.stream()
                .filter(clause -> !wording.isEmpty() && clause.wording().equals(wording))
                .findFirst();
    }

    /** A clause that a person may choose. */
    Optional<Clause> choosable(String id) {
        return clauses.stream()
                .filter(clause -> clause.wording().isEmpty() && clause.id().equals(id))
                .findFirst();
    }

    static String fill(Clause clause, Map<String, String> values) {
        return PLACE_HOLDER
                .matcher(clause.text())
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }

    private static List<Clause> load() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(
                            new ClassPathResource("certificates/clauses.json").getContentAsByteArray(),
                            new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The clause library cannot be read", unreadable);
        }
    }
}
