package org.throughline.ams.hawksoft;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.hawksoft.HawkSoftWire.LogEntry;
import org.throughline.ams.hawksoft.HawkSoftWire.LogTask;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorAnswer;
import org.throughline.platform.vendor.VendorNotFound;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * What all writes to the vendor share. The vendor gives back neither log nor attachments, so nothing can be looked up
 * before a write is repeated. What keeps a repeat from taking effect twice is the caller's reference, which is made from
 * ours and so the same for every attempt, byte for byte with the rest of the call. That the vendor takes the same
 * reference once is an assumption: its document asks for a unique one and does not say what it does with a second. If it
 * does not hold, an attempt whose answer was lost leaves a second entry, with our reference in its text for people to see.
 */
@OnHawkSoft
@Component
class HawkSoftWrites {

    /** "Online to agency staff" in the vendor's table of actions: a program tells the agency's people something. */
    static final int ONLINE_TO_AGENCY_STAFF = 27;

    private static final int QUEUED = 202;

    private final HawkSoftApi api;
    private final HawkSoftProperties properties;

    HawkSoftWrites(HawkSoftApi api, HawkSoftProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    /** Nothing can be read back, so no earlier attempt is ever found. */
    static Optional<String> earlier() {
        return Optional.empty();
    }

    /** The caller's reference that the vendor asks for: the same for every attempt of a write, and for no other. */
    String refId(OutboundWrite write) {
        String name = "throughline " + properties.agencyId() + " " + write.reference();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    WriteOutcome log(
            OutboundWrite write, String clientId, String note, @Nullable String policyId, @Nullable LogTask task) {
        LogEntry entry = new LogEntry(refId(write), time(write), ONLINE_TO_AGENCY_STAFF, note, policyId, task);
        return outcome(write, clientId, () -> api.log(properties.agencyId(), clientId, properties.version(), entry));
    }

    WriteOutcome attach(OutboundWrite write, String clientId, Map<String, Object> headers, byte[] gzip) {
        return outcome(
                write,
                clientId,
                () -> api.attach(properties.agencyId(), clientId, properties.version(), headers, gzip));
    }

    /** When the write was decided, so that every attempt says the same. */
    static String time(OutboundWrite write) {
        return write.plannedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private WriteOutcome outcome(OutboundWrite write, String clientId, Supplier<VendorAnswer> call) {
        if (HawkSoftBook.number(clientId).isEmpty()) {
            throw new VendorRejected("HawkSoft has no client '" + clientId + "': its clients have numbers");
        }
        VendorAnswer answer;
        try {
            answer = call.get();
        } catch (VendorNotFound nobody) {
            throw new VendorRejected(String.valueOf(nobody.getMessage()), nobody);
        }
        if (answer.contentType().equals("text/html")) {
            throw new VendorUnavailable("HawkSoft answered a web page to a write; whether it was taken is unknown");
        }
        return answer.status() == QUEUED ? WriteOutcome.accepted() : WriteOutcome.done(refId(write));
    }
}
