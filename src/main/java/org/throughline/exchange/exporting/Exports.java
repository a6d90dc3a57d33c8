package org.throughline.exchange.exporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientBook;
import org.throughline.ams.ClientBook.Contact;
import org.throughline.ams.ClientBook.Entry;
import org.throughline.ams.ClientBook.PolicyEntry;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.spreadsheet.SheetWriter;
import org.throughline.platform.AgencyProfile;

/** Writes lists row by row, with the headings that the import recognizes by itself. */
@Component
public class Exports {

    private final ClientBook book;
    private final OpenWork work;
    private final AgencyProfile agency;
    private final Clock clock;

    public Exports(ClientBook book, OpenWork work, AgencyProfile agency, Clock clock) {
        this.book = book;
        this.work = work;
        this.agency = agency;
        this.clock = clock;
    }

    /** Writes what fits, headings first; the writer stays open. */
    public void write(ExchangeKind kind, ExportQuery query, SheetWriter out) throws IOException {
        out.row(kind.fields().stream().map(ExchangeField::heading).toList());
        try {
            switch (kind) {
                case CLIENTS ->
                    book.read().entries().stream()
                            .filter(client -> query.fits(client.source(), client.name(), client.state()))
                            .forEach(client -> row(out, client(client)));
                case POLICIES -> policies(query, out);
                case OPEN_WORK -> work.each(query, request -> row(out, request(request)));
            }
        } catch (UncheckedIOException broken) {
            throw Objects.requireNonNull(broken.getCause());
        }
    }

    private void policies(ExportQuery query, SheetWriter out) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), agency.timeZone());
        for (Entry client : book.read().entries()) {
            for (PolicyEntry policy : client.policies()) {
                boolean inForce = policy.inForceOn(today);
                if (query.fits(client.source(), client.name(), policy.state())
                        && (query.inForce() == null || query.inForce() == inForce)) {
                    row(out, policy(client, policy, inForce));
                }
            }
        }
    }

    private static void row(SheetWriter out, List<?> cells) {
        try {
            out.row(cells);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<@Nullable Object> client(Entry client) {
        return Arrays.asList(
                number(client.clientId()),
                client.name(),
                client.dba(),
                yes(client.commercial()),
                client.state(),
                client.contacts().stream()
                        .map(Contact::name)
                        .filter(name -> !name.equals(client.name()))
                        .findFirst()
                        .orElse(null),
                all(client.contacts().stream().map(Contact::email)),
                all(client.contacts().stream().map(Contact::phone)),
                yes(client.contacts().stream().anyMatch(Contact::authorized)),
                client.accountManager(),
                client.producer(),
                source(client));
    }

    private static List<@Nullable Object> policy(Entry client, PolicyEntry policy, boolean inForce) {
        return Arrays.asList(
                policy.number(),
                number(client.clientId()),
                client.name(),
                String.join("; ", policy.lines()),
                policy.state(),
                policy.effective(),
                policy.expiration(),
                yes(inForce),
                yes(policy.surplusLines()),
                source(client));
    }

    private List<@Nullable Object> request(OpenWork.Row request) {
        return Arrays.asList(
                request.number(),
                request.workType(),
                request.clientId() == null ? null : number(request.clientId()),
                request.clientName(),
                request.policyNumbers(),
                request.subject(),
                null,
                null,
                request.hardDate(),
                request.status(),
                request.queue(),
                request.priority(),
                moment(request.openedAt()),
                request.slaDueAt() == null ? null : moment(request.slaDueAt()));
    }

    private String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(agency.timeZone())
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** A client of a spreadsheet has its own number there, and one of the system the system's id. */
    private static @Nullable String number(String clientId) {
        String number = SpreadsheetIds.isOne(clientId) ? SpreadsheetIds.number(clientId) : clientId;
        return number.isEmpty() ? null : number;
    }

    private static String all(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
    }

    private static String source(Entry client) {
        return client.source().name().toLowerCase(Locale.ROOT);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
