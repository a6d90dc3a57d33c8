package org.throughline.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.partner.Packet.PacketFile;
import org.throughline.partner.SourceMessages.SourceFile;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Partners;

/** Makes the packet of a piece of work and keeps the offer. */
@Component
public class OfferWork {

    private static final int LONGEST_TEXT = 4000;

    private final Partners partners;
    private final PartnerAssignments assignments;
    private final SourceMessages messages;

    public OfferWork(Partners partners, PartnerAssignments assignments, SourceMessages messages) {
        this.partners = partners;
        this.assignments = assignments;
        this.messages = messages;
    }

    /**
     * What goes to the partner.
     *
     * @param process id of the process instance that offers it
     * @param facts what the table lets the partner know
     * @param item the message that opened the request
     * @param words the requester's words for this work, where the message asks for several things
     * @param withText the requester's words go along
     * @param withFiles the requester's files go along, as far as they were read and hold no personal numbers
     */
    public record Work(
            String process,
            String requestNumber,
            String partner,
            String workType,
            Instant acceptBy,
            Map<String, String> facts,
            String instructions,
            @Nullable String item,
            @Nullable String words,
            boolean withText,
            boolean withFiles) {}

    /** Offers the work and returns the id of the offer. */
    public String offer(Work work) {
        PartnerWork agreed = partners.find(work.partner()).map(Partner::work).orElse(List.of()).stream()
                .filter(taken -> taken.workType().equals(work.workType()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Partner " + work.partner() + " does not take " + work.workType() + " any more"));
        return assignments.offer(new PartnerAssignments.Offer(
                work.process(),
                work.requestNumber(),
                work.partner(),
                agreed,
                packet(work),
                work.item(),
                work.acceptBy()));
    }

    private Packet packet(Work work) {
        Map<String, String> facts = new HashMap<>();
        work.facts().forEach((name, value) -> facts.put(name, SensitiveNumbers.mask(value)));
        List<SourceFile> files = work.item() == null ? List.of() : messages.files(work.item());
        List<PacketFile> going = new ArrayList<>();
        if (work.withFiles()) {
            files.stream()
                    .filter(OfferWork::isHarmless)
                    .forEach(file ->
                            going.add(new PacketFile(file.id(), file.filename(), file.contentType(), file.size())));
        }
        return new Packet(
                facts, work.instructions(), work.withText() ? text(work) : null, going, files.size() - going.size());
    }

    /** A file that could not be read, such as a photograph of a license, is not known to be harmless. */
    private static boolean isHarmless(SourceFile file) {
        return !file.text().isBlank() && !SensitiveNumbers.in(file.text()) && !SensitiveNumbers.in(file.filename());
    }

    private @Nullable String text(Work work) {
        return Optional.ofNullable(work.words())
                .filter(words -> !words.isBlank())
                .or(() -> Optional.ofNullable(work.item()).flatMap(messages::text))
                .map(SensitiveNumbers::mask)
                .map(text -> text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…")
                .orElse(null);
    }
}
