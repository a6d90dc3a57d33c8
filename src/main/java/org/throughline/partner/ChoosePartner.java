package org.throughline.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Partners;
import org.throughline.staff.Partners.Offer;

/** Finds the partner that is offered a piece of work. */
@Component
public class ChoosePartner {

    private final Partners partners;
    private final PartnerAssignments assignments;
    private final Clock clock;

    public ChoosePartner(Partners partners, PartnerAssignments assignments, Clock clock) {
        this.partners = partners;
        this.assignments = assignments;
        this.clock = clock;
    }

    /**
     * Work that is to be given away.
     *
     * @param process id of the process instance that gives it
     * @param state two-letter state, empty if not known
     * @param line line of business, empty if not known
     */
    public record Wanted(String process, String workType, String queue, String state, String line) {}

    /**
     * The partner that is offered the work.
     *
     * @param acceptBy end of the partner's working minutes for accepting
     * @param throughSystem its own system takes the work, and not its people
     * @param othersLeft other partners could take it too
     */
    public record Choice(
            Partner partner, PartnerWork work, Instant acceptBy, boolean throughSystem, boolean othersLeft) {}

    /** The cheapest partner that takes such work, was not asked before and has units left today. */
    public Optional<Choice> choose(Wanted wanted) {
        Set<String> tried = assignments.tried(wanted.process());
        List<Offer> untried = partners.offers(wanted.workType(), wanted.state(), wanted.line()).stream()
                .filter(offer -> offer.work().queue().equals(wanted.queue()) && !tried.contains(offer.partner()))
                .toList();
        for (Offer offer : untried) {
            @Nullable Partner partner = partners.find(offer.partner()).orElse(null);
            if (partner != null && hasUnitsLeft(partner)) {
                return Optional.of(new Choice(
                        partner,
                        offer.work(),
                        partner.workingHours().after(clock.instant(), partner.acceptByMinutes(), partner.timeZone()),
                        partner.workerAccount() != null,
                        untried.size() > 1));
            }
        }
        return Optional.empty();
    }

    private boolean hasUnitsLeft(Partner partner) {
        Instant midnight = LocalDate.now(clock.withZone(partner.timeZone()))
                .atStartOfDay(partner.timeZone())
                .toInstant();
        return assignments.unitsSince(partner.id(), midnight) < partner.capacityPerDay();
    }
}
