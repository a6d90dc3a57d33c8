package org.throughline.partner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.staff.PartnerWork;

/** What was handed to partners, and how it went. */
public interface PartnerAssignments {

    /** Keeps an offer and returns its id. */
    String offer(Offer offer);

    Optional<PartnerAssignment> find(String id);

    /** What a process offered last; a process offers to one partner at a time. */
    Optional<PartnerAssignment> latest(String process);

    /** Ids of the partners that a process has offered its work to. */
    Set<String> tried(String process);

    /**
     * Units that a partner has been given since a moment, less what it did not take. The partner's row stays locked until
     * the transaction ends, so that two requests at once do not share the last unit.
     */
    int unitsSince(String partner, Instant moment);

    void accepted(String id, String person);

    void finished(String id, PartnerResult result, @Nullable String license);

    /** Says how the work went in the agency's quality review. */
    void reviewed(String id, int score, String person);

    /** Ends the work; the reason is kept where one is given. */
    void close(String id, Status status, @Nullable String reason);

    /** Keeps what the partner may bill for work that was accepted. */
    void invoice(PartnerAssignment assignment);

    /** Newest first. */
    List<PartnerAssignment> find(Query query, int page, int size);

    long count(Query query);

    /** What a viewer sees of requests, by request number. */
    Map<String, PartnerAssignment> visible(PartnerViewer viewer, Collection<String> requestNumbers);

    /** Says that a document came from the partner with its work. */
    void addFile(String id, String documentId);

    /** Documents that came from the partner with its work, in no order. */
    Set<String> files(String id);

    /** Work that is offered, with the packet that goes along. */
    record Offer(
            String process,
            String requestNumber,
            String partner,
            PartnerWork work,
            Packet packet,
            @Nullable String sourceItem,
            Instant acceptBy) {}

    /**
     * What to look for; null means any.
     *
     * @param viewer null for people of the agency, who see everything
     */
    record Query(
            @Nullable PartnerViewer viewer,
            @Nullable Status status,
            @Nullable String partner) {}
}
