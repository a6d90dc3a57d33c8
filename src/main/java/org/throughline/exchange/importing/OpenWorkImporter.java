package org.throughline.exchange.importing;

import static org.throughline.exchange.ExchangeField.*;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.importing.ImportReport.Effect;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.FormReading;
import org.throughline.intake.InboundItems;
import org.throughline.intake.NewItem;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.staff.WorkTypes;

/**
 * Rows that are work. Each becomes an inbound item and goes the way of every other one: it is read, classified and routed.
 * A row is known again by its reference, or without one by all that it says.
 */
final class OpenWorkImporter implements RowImporter {

    private static final Pattern OUR_NUMBER = Pattern.compile("SR-\\d{4}-\\d{6,}");
    private static final int LONGEST_TEXT = 20_000;

    private final InboundItems items;
    private final RequestReader requests;
    private final WorkTypes workTypes;
    private final String user;
    private final Clock clock;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<NewItem> taken = new ArrayList<>();
    private @Nullable NewItem pending;

    OpenWorkImporter(InboundItems items, RequestReader requests, WorkTypes workTypes, String user, Clock clock) {
        this.items = items;
        this.requests = requests;
        this.workTypes = workTypes;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Verdict look(ImportRow row) {
        pending = null;
        String reference = row.text(REFERENCE, 100);
        String key = reference.isEmpty() ? "row " + row.number() : reference;
        String id = "open-work/" + (reference.isEmpty() ? "row/" + digest(row.everything()) : reference);
        Integer earlier = seen.putIfAbsent(id, row.number());
        if (earlier != null) {
            row.refuse("Row " + earlier + (reference.isEmpty() ? " says the same." : " has the same reference.")
                    + " Keep one of them, or give each its own reference.");
        }
        NewItem item = item(row, id);
        String number = reference.toUpperCase(Locale.ROOT);
        if (OUR_NUMBER.matcher(number).matches() && isRequest(number)) {
            return new Verdict(key, Effect.UNCHANGED, "It is the request of this number here.");
        }
        Optional<String> before = items.arrived(id);
        if (before.isPresent()) {
            return new Verdict(
                    key,
                    Effect.UNCHANGED,
                    "It was taken in as " + before.get() + ". What the row says differently now is not taken over.");
        }
        pending = item;
        return Verdict.of(key, Effect.ADDED);
    }

    private boolean isRequest(String number) {
        return requests.count(new RequestQuery(number, null, null, null, null, null, null, null)) > 0;
    }

    private NewItem item(ImportRow row, String id) {
        String workType = workType(row);
        String subject = row.text(SUBJECT, 300);
        String description = row.text(DESCRIPTION, LONGEST_TEXT);
        if (subject.isEmpty() && description.isEmpty()) {
            row.refuse("The row says neither subject nor description. Say in one of them what is to be done.");
        }
        LocalDate neededBy = row.date(NEEDED_BY);
        List<String> lines = new ArrayList<>();
        add(lines, "", description.isEmpty() ? subject : description);
        add(lines, "Client: ", row.text(NAME, 300));
        add(lines, "Client number: ", row.text(CLIENT_NUMBER, 60));
        add(lines, "Policy: ", row.text(POLICY_NUMBER, 100));
        add(lines, "Requested by: ", row.text(REQUESTED_BY, 200));
        add(lines, "Needed by: ", neededBy == null ? "" : neededBy.toString());
        add(lines, "Work type: ", workType);
        String text = String.join("\n", lines);
        return new NewItem(
                Channel.SYSTEM,
                id,
                clock.instant(),
                "Open work imported by " + user,
                "",
                "system",
                subject.isEmpty() ? description.lines().findFirst().orElse("") : subject,
                text,
                "",
                "",
                null,
                List.of(),
                false,
                workType.isEmpty() ? List.of() : List.of(FormReading.HINT + workType),
                null,
                List.of(),
                "text/plain",
                Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String workType(ImportRow row) {
        String written = row.text(WORK_TYPE, 60);
        String id = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        if (!written.isEmpty() && !workTypes.all().contains(id)) {
            row.refuse(
                    WORK_TYPE,
                    "There is no such work type. Write an id such as CERT_LIABILITY or ENDT_VEHICLE, or leave it empty; then"
                            + " the text says what it is.");
        }
        return written.isEmpty() ? "" : id;
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + value);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void take() {
        if (pending != null) {
            taken.add(pending);
        }
    }

    /** Each row commits by itself: where this is interrupted, the same file again takes in the rest. */
    @Override
    public void apply() {
        taken.forEach(items::accept);
    }
}
