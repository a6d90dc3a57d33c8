package org.throughline.platform.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.throughline.platform.privacy.SensitiveNumbers;

/**
 * The agency's standard letters: plain text files {@code letters/<name>.txt}, the subject in the first line. A place
 * holder {@code {name}} is replaced once by its value; what a client wrote is only ever a value, so nothing in it is
 * looked at again, and sensitive numbers in it are masked.
 */
@Component
public class Letters {

    private static final Pattern PLACE_HOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Map<String, Letter> letters = new ConcurrentHashMap<>();

    /** A finished letter. */
    public record Letter(String subject, String text) {}

    /**
     * The letter with its place holders filled in.
     *
     * @throws IllegalArgumentException if the letter names a value that is not given
     */
    public Letter write(String name, Map<String, String> values) {
        Letter template = letters.computeIfAbsent(name, Letters::load);
        return new Letter(fill(name, template.subject(), values), fill(name, template.text(), values));
    }

    private static String fill(String letter, String template, Map<String, String> values) {
        return PLACE_HOLDER.matcher(template).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Letter " + letter + " needs a value for " + match.group());
            }
            return Matcher.quoteReplacement(SensitiveNumbers.mask(value));
        });
    }

    private static Letter load(String name) {
        try {
            String content = new ClassPathResource("letters/" + name + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
            int end = content.indexOf('\n');
            return new Letter(
                    content.substring(0, end).strip(), content.substring(end).strip() + "\n");
        } catch (IOException missing) {
            throw new UncheckedIOException("Letter " + name + " is not on the class path", missing);
        }
    }
}
