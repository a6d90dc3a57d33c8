package org.throughline.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.staff.Absence;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.staff.WorkTimes;
import org.throughline.staff.WorkingHours;
import org.throughline.staff.WorkingHours.Stretch;
import org.throughline.staff.calendar.BusinessCalendar;

/** The agency's next five business days, and what of each person's working day is left on them. */
@Component
class WorkingDays {

    /** How many days ahead anybody plans. */
    static final int COUNT = 5;

    private final BusinessCalendar calendar;
    private final WorkTimes times;
    private final Staff staff;

    WorkingDays(BusinessCalendar calendar, WorkTimes times, Staff staff) {
        this.calendar = calendar;
        this.times = times;
        this.staff = staff;
    }

    /**
     * A business day.
     *
     * @param now the moment from which the days are counted
     * @param end midnight after it, in the agency's zone
     */
    record Day(LocalDate date, Instant now, Instant end) {}

    /** The business days from now on; today is one while the agency is still to be open today. */
    List<Day> next(Instant now) {
        ZoneId zone = calendar.zone();
        List<Day> days = new ArrayList<>();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (!calendar.between(now, midnightAfter(today)).isZero()) {
            days.add(new Day(today, now, midnightAfter(today)));
        }
        for (int ahead = 1; days.size() < COUNT; ahead++) {
            LocalDate date = calendar.openingAfter(today, ahead).atZone(zone).toLocalDate();
            days.add(new Day(date, now, midnightAfter(date)));
        }
        return days;
    }

    private Instant midnightAfter(LocalDate date) {
        return date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    /** By user id, what is left of the person's capacity on each day: its share of the working hours not over and not absent. */
    Map<String, int[]> available(List<StaffMember> people, List<Day> days, Instant now) {
        List<Absence> absences = staff.absences(now, days.get(days.size() - 1).end());
        Map<String, int[]> available = new HashMap<>();
        for (StaffMember person : people) {
            List<Absence> own = absences.stream()
                    .filter(absence -> absence.userId().equals(person.userId()))
                    .toList();
            available.put(
                    person.userId(),
                    days.stream().mapToInt(day -> left(person, day, own, now)).toArray());
        }
        return available;
    }

    private int left(StaffMember person, Day day, List<Absence> absences, Instant now) {
        WorkingHours hours = times.hoursOf(person);
        long whole = 0;
        long left = 0;
        for (Stretch stretch : hours.on(day.date(), times.zoneOf(person))) {
            whole += stretch.from().until(stretch.to(), ChronoUnit.MINUTES);
            left += present(stretch, absences, now);
        }
        return whole == 0 ? 0 : (int) (person.capacityMinutes() * left / whole);
    }

    /** Minutes of a stretch after now in which no absence lies; absences come by their beginning and may overlap. */
    private static long present(Stretch stretch, List<Absence> absences, Instant now) {
        Instant from = later(stretch.from(), now);
        long left = 0;
        for (Absence absence : absences) {
            left += minutes(from, earlier(stretch.to(), absence.startsAt()));
            from = later(from, absence.endsAt());
        }
        return left + minutes(from, stretch.to());
    }

    private static long minutes(Instant from, Instant to) {
        return Math.max(0, from.until(to, ChronoUnit.MINUTES));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
