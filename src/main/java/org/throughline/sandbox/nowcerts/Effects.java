package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;

/** What every write of the simulated system shares: its mark for {@code _state}, its times, its answer. */
@Component
@Profile("sandbox")
class Effects {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2}-\\d{4}-\\d+-\\d+\\b");
    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);

    private final Clock clock;
    private final ZoneId zone;

    Effects(Clock clock, PracticeBook book) {
        this.clock = clock;
        this.zone = book.zone();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), zone);
    }

    String iso() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now().withNano(0));
    }

    /** Some of the vendor's answers echo times so. */
    String us() {
        return US.format(now());
    }

    /** Marks a record as written by a call of ours; a record that is written again keeps one mark and counts on. */
    void mark(ObjectNode row, String operation, HttpServletRequest request, String text, boolean complete) {
        Matcher reference = REFERENCE.matcher(text);
        row.put("_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now()));
        row.put("_operation", operation);
        row.put("_path", request.getRequestURI().replaceFirst("^/sandbox/nowcerts/api", ""));
        row.put("_reference", reference.find() ? reference.group() : null);
        row.put("_summary", text.length() > 200 ? text.substring(0, 200) : text);
        row.put("_complete", complete);
        row.put("_calls", row.path("_calls").asInt(0) + 1);
        request.setAttribute(NowCertsGate.EFFECT, true);
    }

    /** HTTP 200 with status 0: the vendor's way to refuse. */
    static ObjectNode refused(String message) {
        return JSON.createObjectNode().put("status", 0).put("message", message);
    }
}
