package org.throughline.intake.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** The one file of markup: a frame, and {@code <template id="…">} parts that are put into it. */
final class Templates {

    /** Name of what stands around the parts. */
    static final String FRAME = "frame";

    private static final Pattern PART = Pattern.compile("(?s)<template id=\"([a-z-]+)\">(.*?)</template>\\s*");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z.]+)}}");

    private final Map<String, String> parts = new HashMap<>();

    Templates(String resource) {
        String file = load(resource);
        Matcher part = PART.matcher(file);
        while (part.find()) {
            parts.put(part.group(1), part.group(2));
        }
        parts.put(FRAME, PART.matcher(file).replaceAll("").strip() + "\n");
    }

    /**
     * A part with its places filled in: {@link Html} as it is, every other value as escaped text.
     *
     * @throws IllegalArgumentException if there is no such part, or a place without a value
     */
    Html fill(String name, Map<String, Object> values) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("There is no template " + name);
        }
        return new Html(PLACE.matcher(part).replaceAll(match -> {
            Object value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Template " + name + " needs a value for " + match.group());
            }
            return Matcher.quoteReplacement(
                    value instanceof Html html
                            ? html.markup()
                            : HtmlUtils.htmlEscape(String.valueOf(value), StandardCharsets.UTF_8.name()));
        }));
    }

    private static String load(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(resource + " is not on the class path", missing);
        }
    }
}
