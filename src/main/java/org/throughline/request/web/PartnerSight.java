package org.throughline.request.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.documents.DocumentStore.DocumentSummary;
import org.throughline.partner.Packet;
import org.throughline.partner.PartnerAccess;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignments;
import org.throughline.partner.PartnerViewer;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.platform.security.Caller;
import org.throughline.request.RequestView;

/** Requests as an external partner sees them: what its packet holds, and nothing that the packet does not. */
@Component
class PartnerSight {

    private final PartnerAccess access;
    private final PartnerAssignments assignments;
    private final AgencyProfile agency;

    PartnerSight(PartnerAccess access, PartnerAssignments assignments, AgencyProfile agency) {
        this.access = access;
        this.assignments = assignments;
        this.agency = agency;
    }

    /** What a caller sees as somebody of a partner; a partner's role without a partner sees nothing. Null for all others. */
    @Nullable
    PartnerViewer viewer(Caller caller) {
        return access.viewer(caller.userId()).orElse(caller.isPartner() ? new PartnerViewer("", List.of()) : null);
    }

    boolean sees(@Nullable PartnerViewer viewer, DocumentSummary document) {
        if (viewer == null) {
            return true;
        }
        @Nullable
        PartnerAssignment given =
                assignments.visible(viewer, List.of(document.requestNumber())).get(document.requestNumber());
        return given != null && assignments.files(given.id()).contains(document.id());
    }

    List<RequestView> reduce(@Nullable PartnerViewer viewer, List<RequestView> requests) {
        if (viewer == null) {
            return requests;
        }
        Map<String, PartnerAssignment> given = assignments.visible(
                viewer, requests.stream().map(RequestView::number).toList());
        return requests.stream()
                .flatMap(request ->
                        Optional.ofNullable(given.get(request.number())).map(work -> reduced(request, work)).stream())
                .toList();
    }

    private RequestView reduced(RequestView request, PartnerAssignment given) {
        Packet packet = given.packet();
        return new RequestView(
                request.number(),
                given.workType(),
                request.status(),
                request.route(),
                given.queue(),
                given.acceptedBy(),
                null,
                packet.fact(RequestVariables.SLA_DUE_AT.name())
                        .map(OffsetDateTime::parse)
                        .orElse(null),
                packet.fact(RequestVariables.HARD_DATE.name())
                        .map(OffsetDateTime::parse)
                        .map(OffsetDateTime::toLocalDate)
                        .orElse((@Nullable LocalDate) null),
                null,
                packet.fact(RequestVariables.POLICY_NUMBERS.name())
                        .map(PartnerSight::list)
                        .orElse(List.of()),
                null,
                null,
                given.result() == null ? List.of() : List.of(given.result()),
                List.of(),
                "",
                null,
                null,
                packet.fact(RequestVariables.STATE.name()).orElse(null),
                given.offeredAt().atZone(agency.timeZone()).toOffsetDateTime(),
                given.finishedAt() == null
                        ? null
                        : given.finishedAt().atZone(agency.timeZone()).toOffsetDateTime());
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
