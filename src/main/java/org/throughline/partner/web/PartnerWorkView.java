package org.throughline.partner.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.DocumentStore.DocumentSummary;
import org.throughline.partner.Packet;
import org.throughline.partner.PartnerAssignment;

/**
 * A piece of work as its partner sees it.
 *
 * @param facts what the partner may know of the request, by name
 * @param text the requester's own words
 * @param files files of the requester that go along
 * @param withheldFiles how many stay with the agency; ask for them if the work needs them
 * @param sentFiles files that came from the partner
 * @param price for one unit, a decimal
 */
record PartnerWorkView(
        String id,
        String number,
        String workType,
        String queue,
        String partner,
        String status,
        OffsetDateTime offeredAt,
        OffsetDateTime acceptBy,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable String acceptedBy,
        Map<String, String> facts,
        String instructions,
        @Nullable String text,
        List<FileView> files,
        int withheldFiles,
        List<FileView> sentFiles,
        String price,
        String currency,
        String unit,
        int units,
        @Nullable OffsetDateTime finishedAt,
        @Nullable String doneBy,
        @Nullable String result,
        @Nullable String note,
        @Nullable Integer minutes,
        @Nullable String reason,
        @Nullable Integer score) {

    /** A file that can be downloaded. */
    record FileView(String id, String filename, String contentType, long size) {

        static FileView of(DocumentSummary document) {
            return new FileView(document.id(), document.filename(), document.contentType(), document.size());
        }

        static FileView of(Packet.PacketFile file) {
            return new FileView(file.id(), file.filename(), file.contentType(), file.size());
        }
    }

    static PartnerWorkView of(PartnerAssignment work, List<DocumentSummary> sent, ZoneId zone) {
        Packet packet = work.packet();
        return new PartnerWorkView(
                work.id(),
                work.requestNumber(),
                work.workType(),
                work.queue(),
                work.partner(),
                work.status().name(),
                at(work.offeredAt(), zone),
                at(work.acceptBy(), zone),
                orNull(work.acceptedAt(), zone),
                work.acceptedBy(),
                packet.facts(),
                packet.instructions(),
                packet.text(),
                packet.files().stream().map(FileView::of).toList(),
                packet.withheld(),
                sent.stream().map(FileView::of).toList(),
                work.price().toPlainString(),
                work.currency(),
                work.unit(),
                work.units(),
                orNull(work.finishedAt(), zone),
                work.doneBy(),
                work.result(),
                work.note(),
                work.minutes(),
                work.reason(),
                work.score());
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : at(instant, zone);
    }
}
