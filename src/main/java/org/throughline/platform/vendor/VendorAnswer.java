package org.throughline.platform.vendor;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer as it came, for vendors whose status, headers or plain text say what a JSON body says elsewhere.
 * Declared as the result of a call; {@code String} takes the text of a {@code text/plain} answer alone.
 *
 * @param status 200 to 299
 * @param body as text; empty where there is none
 */
public record VendorAnswer(int status, Map<String, Collection<String>> headers, String body) {

    public VendorAnswer {
        Map<String, Collection<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The first value of a header, whatever the case of its name. */
    public @Nullable String header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** The media type in lower case, without parameters; empty where none is given. */
    public String contentType() {
        String type = header("Content-Type");
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
