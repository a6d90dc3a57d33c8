package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shapes that the simulated system's answers share. */
final class Answers {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);

    private Answers() {}

    /** Some of the vendor's answers echo times so. */
    static String us(OffsetDateTime time) {
        return US.format(time);
    }

    /** HTTP 200 with status 0: the vendor's way to refuse. */
    static ObjectNode refused(String message) {
        return JSON.createObjectNode().put("status", 0).put("message", message);
    }
}
