package org.throughline.request.outbound.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.LedgerConflicts;
import org.throughline.platform.ledger.LedgerConflicts.WriteConflict;
import org.throughline.platform.ledger.LedgerQuery;
import org.throughline.platform.ledger.LedgerReader;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.privacy.MaskedJson;
import org.throughline.platform.security.Caller;
import org.throughline.platform.security.Roles;
import org.throughline.platform.web.Moments;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;
import org.throughline.request.outbound.OutboundWriteView;
import org.throughline.request.outbound.OutboundWrites;

/** The ledger for the agency's people; partners never see it, and only managers and administrators try again. */
@RestController
@RequestMapping("/api/outbound-writes")
@Tag(name = "Ledger", description = "Every write to the outside, what happens next with it, and trying it again")
class OutboundWriteController {

    private final OutboundWrites writes;
    private final LedgerReader reader;
    private final OutboundLedger ledger;
    private final LedgerConflicts conflicts;
    private final ObjectMapper json;
    private final AgencyProfile agency;

    OutboundWriteController(
            OutboundWrites writes,
            LedgerReader reader,
            OutboundLedger ledger,
            LedgerConflicts conflicts,
            ObjectMapper json,
            AgencyProfile agency) {
        this.writes = writes;
        this.reader = reader;
        this.ledger = ledger;
        this.conflicts = conflicts;
        this.json = json;
        this.agency = agency;
    }

    /**
     * A write with what is written.
     *
     * @param conflict what stands against what; null where nothing does
     */
    record Detail(
            @JsonUnwrapped OutboundWriteView write,
            JsonNode payload,
            @Nullable Conflict conflict) {}

    /** Values of a field, and when those of the far end were read. */
    record Conflict(String base, OffsetDateTime baseReadAt, String ours, String theirs, OffsetDateTime theirsReadAt) {}

    @GetMapping
    @Operation(
            summary = "Writes, planned last first",
            description =
                    "request is the number of a request or inbound item; from and to are days of the agency on which"
                            + " the write was planned, both included, or moments with offset.")
    Page<OutboundWriteView> find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        LedgerQuery query = query(status, kind, request, from, to);
        return new Page<>(writes.find(query, page, size, mayRetry(caller)), page, size, reader.count(query));
    }

    @GetMapping("/counts")
    @Operation(summary = "How many of the writes that fit stand at each status")
    Map<WriteStatus, Long> counts(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return reader.counts(query(null, kind, request, from, to));
    }

    @GetMapping("/{reference}")
    @Operation(summary = "One write with its payload, sensitive numbers masked, and its conflict")
    Detail one(@AuthenticationPrincipal Caller caller, @PathVariable String reference) throws JsonProcessingException {
        OutboundWrite write = known(reference);
        return new Detail(
                writes.view(write, mayRetry(caller)),
                MaskedJson.of(json.readTree(write.payload())),
                conflicts.find(write.id()).map(this::conflict).orElse(null));
    }

    private Conflict conflict(WriteConflict found) {
        return new Conflict(
                found.base(),
                found.baseReadAt().atZone(agency.timeZone()).toOffsetDateTime(),
                found.ours(),
                found.theirs(),
                found.theirsReadAt().atZone(agency.timeZone()).toOffsetDateTime());
    }

    @PostMapping("/{reference}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Try what is left of the write's request now",
            description =
                    "Steps that ran out of tries or wait for their next one run at once. 409 where nothing failed, or"
                            + " a person has to decide first.")
    OutboundWriteView retry(@PathVariable String reference) {
        OutboundWrite write = known(reference);
        writes.retry(write).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        return writes.view(write, true);
    }

    private static boolean mayRetry(Caller caller) {
        return caller.groups().contains(Roles.MANAGER) || caller.groups().contains(Roles.ADMIN);
    }

    private OutboundWrite known(String reference) {
        return ledger.findByReference(reference)
                .orElseThrow(() -> Problem.notFound("The ledger has no write " + reference + "."));
    }

    private LedgerQuery query(
            @Nullable String status,
            @Nullable String kind,
            @Nullable String request,
            @Nullable String from,
            @Nullable String to) {
        return new LedgerQuery(
                one("status", WriteStatus.class, status),
                one("kind", WriteKind.class, kind),
                request == null || request.isBlank() ? null : request.strip().toUpperCase(Locale.ROOT),
                Moments.from(from, agency.timeZone()),
                Moments.to(to, agency.timeZone()));
    }

    private static <E extends Enum<E>> @Nullable E one(String name, Class<E> type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(name + " is one of "
                        + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", "") + "."));
    }
}
