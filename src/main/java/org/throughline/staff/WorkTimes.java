package org.throughline.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/** When a person works: the person's own hours and time zone, else those of the partner, else the agency's. */
@Component
public class WorkTimes {

    private final Partners partners;
    private final AgencyProfile agency;
    private final Map<Map<DayOfWeek, String>, WorkingHours> read = new ConcurrentHashMap<>();

    public WorkTimes(AgencyProfile agency, Partners partners) {
        this.partners = partners;
        this.agency = agency;
    }

    public WorkingHours hoursOf(StaffMember person) {
        return Optional.ofNullable(person.workingHours())
                .or(() -> partner(person).map(Partner::workingHours))
                .orElseGet(() -> read.computeIfAbsent(agency.hours(), WorkingHours::of));
    }

    public ZoneId zoneOf(StaffMember person) {
        return Optional.ofNullable(person.timeZone())
                .or(() -> partner(person).map(Partner::timeZone))
                .orElseGet(agency::timeZone);
    }

    /** The person's working day is on, absences left aside. */
    public boolean isOpen(StaffMember person, Instant moment) {
        return hoursOf(person).isOpen(moment, zoneOf(person));
    }

    /** Working minutes of the person between two moments, absences left aside. */
    public long minutesBetween(StaffMember person, Instant from, Instant to) {
        return hoursOf(person).minutesBetween(from, to, zoneOf(person));
    }

    private Optional<Partner> partner(StaffMember person) {
        return Optional.ofNullable(person.partner()).flatMap(partners::find);
    }
}
