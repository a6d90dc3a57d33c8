package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;

/**
 * Keeps what is written. A second call with the same caller's reference changes nothing, or makes whole what arrived in
 * part; the vendor does not document that, it is assumed. A queued write is kept at once and shows later.
 */
@Component
@Profile("sandbox")
class HawkSoftJournal {

    private static final byte[] NO_BYTES = {};

    private final HawkSoftRecords records;
    private final Simulator simulator;
    private final HawkSoftSandboxProperties properties;

    HawkSoftJournal(HawkSoftRecords records, Simulator hawkSoftSimulator, HawkSoftSandboxProperties properties) {
        this.records = records;
        this.simulator = hawkSoftSimulator;
        this.properties = properties;
    }

    /**
     * One write.
     *
     * @param whole the record as it was sent
     * @param half the same with what the fault {@code half-written} loses
     * @param operation as the administrator sees it
     * @param text where the writer's own reference stands
     */
    record Entry(
            Kind kind,
            String refId,
            ObjectNode whole,
            byte[] wholeBytes,
            ObjectNode half,
            byte[] halfBytes,
            String operation,
            String text) {

        static Entry of(Kind kind, String refId, ObjectNode whole, ObjectNode half, String operation, String text) {
            return new Entry(kind, refId, whole, NO_BYTES, half, NO_BYTES, operation, text);
        }
    }

    /** Keeps the entry; true while it is queued. */
    synchronized boolean keep(Entry entry, HttpServletRequest request) {
        String id = id(entry.kind(), entry.refId());
        Optional<ObjectNode> earlier = records.find(entry.kind(), id);
        if (earlier.isPresent() && earlier.get().path("_complete").asBoolean()) {
            ObjectNode same = earlier.get().deepCopy();
            simulator.mark(same, entry.operation(), request, entry.text(), true);
            same.set("_at", earlier.get().path("_at"));
            records.update(entry.kind(), id, same);
            return records.queued(same);
        }
        boolean half = simulator.halfWritten();
        ObjectNode row = half ? entry.half() : entry.whole();
        row.put("id", id);
        earlier.ifPresent(begun -> row.set("_calls", begun.path("_calls")));
        Duration queuedFor = queuedFor(request);
        if (!queuedFor.isZero()) {
            row.put(
                    HawkSoftRecords.QUEUED_UNTIL,
                    simulator.now().plus(queuedFor).toString());
        }
        simulator.mark(row, entry.operation(), request, entry.text(), !half);
        records.put(entry.kind(), id, row, half ? entry.halfBytes() : entry.wholeBytes());
        return records.queued(row);
    }

    /** 202 says that the write waits in a queue, as it does at an agency that is not connected. */
    static ResponseEntity<String> answer(boolean queued, String what) {
        return queued
                ? HawkSoftRefusals.text(HttpStatus.ACCEPTED, what + " queued")
                : HawkSoftRefusals.text(HttpStatus.OK, what + " created");
    }

    private Duration queuedFor(HttpServletRequest request) {
        String asked = request.getHeader("Sandbox-Queued-Seconds");
        return asked != null && asked.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(asked))
                : properties.queuedFor();
    }

    private static String id(Kind kind, String refId) {
        String name = kind + " " + refId.toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
