package org.throughline.exchange.importing;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.ams.ClientBook;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.ExchangeProperties;
import org.throughline.exchange.mapping.ImportMapping;
import org.throughline.exchange.spreadsheet.Spreadsheet;
import org.throughline.exchange.spreadsheet.Spreadsheets;
import org.throughline.intake.InboundItems;
import org.throughline.request.RequestReader;
import org.throughline.staff.WorkTypes;

/** Imports files, one at a time on a node, as a file takes some memory while it is read. */
@Component
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final ClientBook book;
    private final InboundItems items;
    private final RequestReader requests;
    private final WorkTypes workTypes;
    private final ExchangeProperties limits;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);

    public Imports(
            ClientBook book,
            InboundItems items,
            RequestReader requests,
            WorkTypes workTypes,
            ExchangeProperties limits,
            Clock clock) {
        this.book = book;
        this.items = items;
        this.requests = requests;
        this.workTypes = workTypes;
        this.limits = limits;
        this.clock = clock;
    }

    /** Another file is being imported on this node. */
    public static final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Busy() {
            super("Another file is being imported right now. Try again in a minute.");
        }
    }

    /**
     * Imports a file, or on trial says what that would do.
     *
     * @param named the encoding that the sender names
     * @param user who imports it
     * @throws org.throughline.exchange.spreadsheet.UnreadableSheet if the file as a whole cannot be read
     * @throws Busy while another one is
     */
    public ImportReport run(ImportMapping mapping, byte[] file, @Nullable Charset named, boolean dryRun, String user) {
        if (!one.tryAcquire()) {
            throw new Busy();
        }
        try (Spreadsheet sheet =
                Spreadsheets.open(file, named, limits.unpackedLimit().toBytes())) {
            ImportReport report = new ImportRun(
                            mapping, importer(mapping.kind(), user), limits.rows(mapping.kind()), dryRun)
                    .of(sheet);
            LOG.info(
                    "{} {} an import of {}: {} rows, {} added, {} changed, {} refused",
                    user,
                    dryRun ? "tried" : "made",
                    mapping.kind().id(),
                    report.rows(),
                    report.added(),
                    report.changed(),
                    report.refused());
            return report;
        } finally {
            one.release();
        }
    }

    private RowImporter importer(ExchangeKind kind, String user) {
        return switch (kind) {
            case CLIENTS -> new ClientImporter(book);
            case POLICIES -> new PolicyImporter(book);
            case OPEN_WORK -> new OpenWorkImporter(items, requests, workTypes, user, clock);
        };
    }
}
