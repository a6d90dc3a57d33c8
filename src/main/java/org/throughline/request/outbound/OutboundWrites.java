package org.throughline.request.outbound;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.LedgerQuery;
import org.throughline.platform.ledger.LedgerReader;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.request.outbound.WriteSteps.InHand;

/** The ledger with what happens next to each row, and trying a row again. */
@Service
public class OutboundWrites {

    private static final Set<WriteStatus> SETTLED =
            EnumSet.of(WriteStatus.DONE, WriteStatus.ACCEPTED, WriteStatus.ABANDONED);

    private final LedgerReader ledger;
    private final WriteSteps steps;
    private final StepRetry retry;
    private final Clock clock;
    private final AgencyProfile agency;

    public OutboundWrites(LedgerReader ledger, WriteSteps steps, StepRetry retry, Clock clock, AgencyProfile agency) {
        this.ledger = ledger;
        this.steps = steps;
        this.retry = retry;
        this.clock = clock;
        this.agency = agency;
    }

    public List<OutboundWriteView> find(LedgerQuery query, int page, int size, boolean mayRetry) {
        return views(ledger.find(query, page, size), mayRetry);
    }

    public OutboundWriteView view(OutboundWrite write, boolean mayRetry) {
        return views(List.of(write), mayRetry).get(0);
    }

    /**
     * Runs the steps that would carry out a write now.
     *
     * @return why that cannot be, as a sentence that says what to do; empty where they run
     */
    public Optional<String> retry(OutboundWrite write) {
        String name = write.reference();
        String detail = write.detail() == null ? "" : " (" + SensitiveNumbers.mask(write.detail()) + ")";
        return switch (write.status()) {
            case DONE -> Optional.of(name + " is done; there is nothing to try again.");
            case ACCEPTED ->
                Optional.of(name + " was accepted by the far end, which carries it out itself. Look there.");
            case ABANDONED -> Optional.of(name + " was given up" + detail + " and stays so.");
            case REJECTED ->
                Optional.of(inHand(write)
                        .taskFor(write.id())
                        .map(task -> name + " was refused" + detail + ". The task \"" + task.name() + "\" of "
                                + write.requestNumber() + " decides whether it is tried again.")
                        .orElse(name + " was refused" + detail
                                + ", and no task decides about it. Do it by hand where it is still wanted."));
            case CONFLICT ->
                Optional.of(inHand(write)
                        .taskFor(write.id())
                        .map(task -> name + " met another value" + detail + ". The task \"" + task.name() + "\" of "
                                + write.requestNumber() + " decides which is right.")
                        .orElse(name + " met another value" + detail
                                + ", and no task decides about it. Look there by hand."));
            case PLANNED, UNKNOWN ->
                retry.now(write.requestNumber()) > 0
                        ? Optional.empty()
                        : Optional.of("No step of " + write.requestNumber() + " has failed. "
                                + next(write, inHand(write)).words() + ".");
        };
    }

    private InHand inHand(OutboundWrite write) {
        return steps.of(List.of(write.requestNumber())).getOrDefault(write.requestNumber(), InHand.NOTHING);
    }

    private NextAction next(OutboundWrite write, InHand inHand) {
        return NextAction.of(write, inHand, clock.instant(), agency.timeZone());
    }

    private List<OutboundWriteView> views(List<OutboundWrite> writes, boolean mayRetry) {
        List<String> open = writes.stream()
                .filter(write -> !SETTLED.contains(write.status()))
                .map(OutboundWrite::requestNumber)
                .distinct()
                .toList();
        Map<String, InHand> inHand = open.isEmpty() ? Map.of() : steps.of(open);
        return writes.stream()
                .map(write ->
                        view(write, next(write, inHand.getOrDefault(write.requestNumber(), InHand.NOTHING)), mayRetry))
                .toList();
    }

    private OutboundWriteView view(OutboundWrite write, NextAction next, boolean mayRetry) {
        String detail = write.detail();
        Instant finished = write.finishedAt();
        return new OutboundWriteView(
                write.reference(),
                write.requestNumber(),
                write.kind(),
                write.status(),
                write.attempts(),
                write.remoteReference(),
                detail == null ? null : SensitiveNumbers.mask(detail),
                at(write.plannedAt()),
                finished == null ? null : at(finished),
                next.words(),
                next.link(),
                mayRetry && next.retry());
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(agency.timeZone()).toOffsetDateTime();
    }
}
