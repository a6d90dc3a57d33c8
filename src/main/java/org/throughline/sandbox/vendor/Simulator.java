package org.throughline.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.PracticeBook;

/** One simulated vendor system: its name in addresses, its clock, the fault it is in, and how its writes are marked. */
public class Simulator {

    /** Request attribute that is set once a write has taken effect. */
    static final String EFFECT = Simulator.class.getName() + ".effect";

    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2}-\\d{4}-\\d+-\\d+\\b");
    private static final int SUMMARY = 200;

    private final String vendor;
    private final Clock clock;
    private final ZoneId zone;
    private final List<Consumer<Fault>> listeners = new CopyOnWriteArrayList<>();
    private volatile Fault fault = Fault.NONE;

    /** @param vendor as in {@code /sandbox/<vendor>/…} */
    public Simulator(String vendor, Clock clock, PracticeBook book) {
        this.vendor = vendor;
        this.clock = clock;
        this.zone = book.zone();
    }

    public String vendor() {
        return vendor;
    }

    public Fault fault() {
        return fault;
    }

    void fault(Fault next) {
        fault = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Has somebody told of each fault that is set, such as the logins of a stale token. */
    public void whenFaultChanges(Consumer<Fault> listener) {
        listeners.add(listener);
    }

    public boolean halfWritten() {
        return fault == Fault.HALF_WRITTEN;
    }

    public OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), zone);
    }

    /** Now, in whole seconds, with the agency's offset. */
    public String iso() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now().withNano(0));
    }

    /**
     * Marks a record as written by a call of ours; a record that is written again keeps one mark and counts on.
     *
     * @param operation NOTE, DOCUMENT, CERTIFICATE, TASK, POLICY or OTHER
     * @param text where our reference stands
     * @param complete whether all of the write arrived
     */
    public void mark(ObjectNode row, String operation, HttpServletRequest request, String text, boolean complete) {
        String path = request.getRequestURI().replaceFirst("^/sandbox/" + vendor + "(?:/api)?", "");
        mark(row, operation, path, text, complete);
        request.setAttribute(EFFECT, true);
    }

    /** Marks a record as written by a message of ours that came otherwise than by a call. */
    public void mark(ObjectNode row, String operation, String path, String text, boolean complete) {
        row.put("_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now()));
        row.put("_operation", operation);
        row.put("_path", path);
        row.put("_reference", reference(text));
        row.put("_summary", text.length() > SUMMARY ? text.substring(0, SUMMARY) : text);
        row.put("_complete", complete);
        row.put("_calls", row.path("_calls").asInt(0) + 1);
    }

    private static @Nullable String reference(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.find() ? reference.group() : null;
    }
}
