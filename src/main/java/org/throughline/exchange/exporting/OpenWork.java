package org.throughline.exchange.exporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The requests that are open, for exports. */
public interface OpenWork {

    /** A request as far as an export has it. */
    record Row(
            String number,
            @Nullable String workType,
            @Nullable String clientId,
            @Nullable String clientName,
            @Nullable String policyNumbers,
            @Nullable String subject,
            @Nullable LocalDate hardDate,
            String status,
            @Nullable String queue,
            @Nullable String priority,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime slaDueAt) {}

    /** Gives the requests that fit one by one, by number. */
    void each(ExportQuery query, Consumer<Row> reader);
}
