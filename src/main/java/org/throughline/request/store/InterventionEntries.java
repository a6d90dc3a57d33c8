package org.throughline.request.store;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.Intervention;
import org.throughline.request.Interventions;
import org.throughline.request.TimelineEntry;
import org.throughline.request.TimelineEntry.Kind;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/** What people did to a request beside its workflow, as sentences. */
@Component
class InterventionEntries {

    private final Interventions interventions;
    private final Staff staff;
    private final AgencyProfile agency;

    InterventionEntries(Interventions interventions, Staff staff, AgencyProfile agency) {
        this.interventions = interventions;
        this.staff = staff;
        this.agency = agency;
    }

    List<TimelineEntry> of(String requestNumber) {
        return interventions.ofRequest(requestNumber).stream().map(this::entry).toList();
    }

    private TimelineEntry entry(Intervention done) {
        String name = staff.find(done.person()).map(StaffMember::name).orElse(done.person());
        return new TimelineEntry(
                done.at().atZone(agency.timeZone()).toOffsetDateTime(),
                switch (done.kind()) {
                    case WITHDRAWN -> Kind.STATUS;
                    case REROUTED -> Kind.DECISION;
                    case NOTE -> Kind.NOTE;
                    case MESSAGE -> Kind.MESSAGE;
                },
                switch (done.kind()) {
                    case WITHDRAWN -> "Withdrawn by " + name;
                    case REROUTED -> "Sent another way by " + name;
                    case NOTE -> "Note by " + name;
                    case MESSAGE -> "Message to the requester by " + name;
                },
                done.what() == null ? done.words() : done.what() + " " + done.words(),
                done.person(),
                null,
                done.id());
    }
}
