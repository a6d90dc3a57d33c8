package org.throughline.exchange.importing;

import static org.throughline.exchange.ExchangeField.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.ClientBook;
import org.throughline.ams.ClientBook.Contact;
import org.throughline.ams.ClientBook.Entry;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.exchange.importing.ImportReport.Effect;

/**
 * Rows that are clients. A row is known again by its client number, or without one by name and state. Policies that the
 * client has from another file stay with it.
 */
final class ClientImporter implements RowImporter {

    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");
    private static final Set<String> BUSINESS = Set.of("commercial", "business", "company", "organization", "cl");
    private static final Set<String> PERSONAL = Set.of("personal", "individual", "person", "household", "pl");
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_PERSON = 200;
    private static final int SHORTEST_PHONE = 7;

    private final ClientBook book;
    private final ClientBook.View known;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Entry> changed = new ArrayList<>();
    private @Nullable Entry pending;

    ClientImporter(ClientBook book) {
        this.book = book;
        this.known = book.read();
    }

    @Override
    public Verdict look(ImportRow row) {
        pending = null;
        Entry client = client(row);
        String number = SpreadsheetIds.number(client.clientId());
        String key = number.isEmpty() ? client.name() : number;
        Optional<Entry> own = inAms(row, client, number);
        if (own.isPresent() || saysAms(row)) {
            return new Verdict(
                    key, Effect.IN_AMS, own.map(ClientImporter::hasIt).orElse(SAYS_AMS));
        }
        Integer earlier = seen.putIfAbsent(client.clientId(), row.number());
        if (earlier != null) {
            row.refuse("Row " + earlier + " has the same " + (number.isEmpty() ? "name and state" : "client number")
                    + ". Make one row of them; a cell may have several e-mail addresses, with ; between them.");
        }
        Entry kept = known.find(client.clientId())
                .map(before -> client.with(before.policies()))
                .orElse(client);
        if (known.has(kept)) {
            return Verdict.of(key, Effect.UNCHANGED);
        }
        pending = kept;
        return Verdict.of(key, known.find(client.clientId()).isPresent() ? Effect.CHANGED : Effect.ADDED);
    }

    /** What is said of a row that the export named as the system's. */
    static final String SAYS_AMS =
            "The row says that it comes from the agency management system. Change it there; it comes here by itself.";

    static boolean saysAms(ImportRow row) {
        return row.text(SOURCE, 60).equalsIgnoreCase(Source.AMS.name());
    }

    static String hasIt(Entry own) {
        return "The agency management system has this client as " + own.name() + " (" + own.clientId()
                + "). Change it there; it comes here by itself.";
    }

    private Optional<Entry> inAms(ImportRow row, Entry client, String number) {
        Optional<Entry> sameNumber = known.find(number)
                .filter(own ->
                        own.source() == Source.AMS && known.named(client.name()).contains(own));
        return row.problems().isEmpty() ? sameNumber.or(() -> known.sameInAms(client)) : Optional.empty();
    }

    private Entry client(ImportRow row) {
        String number = row.text(CLIENT_NUMBER, SpreadsheetIds.LONGEST_NUMBER);
        String name = row.required(NAME, LONGEST_NAME);
        String state = state(row);
        String dba = row.text(DBA, LONGEST_NAME);
        return new Entry(
                number.isEmpty() ? SpreadsheetIds.ofName(name, state) : SpreadsheetIds.ofNumber(number),
                Source.SPREADSHEET,
                name,
                dba.isEmpty() ? null : dba,
                row.flag(COMMERCIAL, true, BUSINESS, PERSONAL),
                state,
                orNull(row.text(ACCOUNT_MANAGER, LONGEST_PERSON)),
                orNull(row.text(PRODUCER, LONGEST_PERSON)),
                contacts(row, name),
                List.of());
    }

    static String state(ImportRow row) {
        String written = row.text(STATE, 60);
        if (written.isEmpty()) {
            return "";
        }
        Optional<String> code = UsStates.code(written);
        if (code.isEmpty()) {
            row.refuse(STATE, "This is no state. Write its two letters, such as TX.");
        }
        return code.orElse("");
    }

    private static List<Contact> contacts(ImportRow row, String name) {
        String contact = row.text(CONTACT, LONGEST_PERSON);
        String person = contact.isEmpty() ? name.substring(0, Math.min(name.length(), LONGEST_PERSON)) : contact;
        boolean authorized = row.flag(AUTHORIZED, false, Set.of(), Set.of());
        List<String> emails = parts(row.text(EMAIL, 1000));
        emails.stream()
                .filter(email -> !EMAIL_ADDRESS.matcher(email).matches())
                .findFirst()
                .ifPresent(wrong ->
                        row.refuse(EMAIL, "This is no e-mail address. Correct it; several of them have a ; between."));
        List<String> phones = parts(row.text(PHONE, 200));
        phones.stream()
                .filter(phone -> phone.chars().filter(Character::isDigit).count() < SHORTEST_PHONE)
                .findFirst()
                .ifPresent(wrong -> row.refuse(PHONE, "This is no telephone number. Write it as (713) 555-0142."));
        List<Contact> contacts = new ArrayList<>();
        for (int each = 0; each < Math.max(emails.size(), phones.size()); each++) {
            contacts.add(new Contact(
                    person,
                    each < emails.size() ? emails.get(each) : "",
                    each < phones.size() ? phones.get(each) : "",
                    authorized));
        }
        return contacts;
    }

    private static List<String> parts(String cell) {
        return Pattern.compile("[;,\\n]")
                .splitAsStream(cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public void take() {
        if (pending != null) {
            changed.add(pending);
        }
    }

    @Override
    public void apply() {
        if (!changed.isEmpty()) {
            book.put(changed);
        }
    }
}
