package org.throughline.servicing.certificate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A postal address read from one line of text: {@code 4410 Harwin Dr, Suite 200, Houston, TX 77036}. The city may also
 * stand before the state without a comma.
 */
public record HolderAddress(String line1, @Nullable String line2, String city, String state, String postalCode) {

    private static final Pattern TAIL = Pattern.compile("^(.*?)[,\\s]+([A-Za-z]{2})\\.?[,\\s]+(\\d{5}(?:-\\d{4})?)$");

    /** The address, if street, city, state and ZIP code are all there. */
    public static Optional<HolderAddress> parse(String text) {
        String oneLine = text.strip().replaceAll("\\s*\\R\\s*", ", ").replaceAll("\\s{2,}", " ");
        Matcher tail = TAIL.matcher(oneLine);
        if (!tail.matches()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(List.of(tail.group(1).split("\\s*,\\s*")));
        parts.removeIf(String::isBlank);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        String city = parts.get(parts.size() - 1);
        String line2 = parts.size() > 2 ? String.join(", ", parts.subList(1, parts.size() - 1)) : null;
        return Optional.of(new HolderAddress(
                parts.get(0), line2, city, tail.group(2).toUpperCase(java.util.Locale.ROOT), tail.group(3)));
    }

    /** The address as it is printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line1);
        if (line2 != null) {
            lines.add(line2);
        }
        lines.add(city + ", " + state + " " + postalCode);
        return lines;
    }
}
