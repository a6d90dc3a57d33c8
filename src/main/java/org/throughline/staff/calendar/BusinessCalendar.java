package org.throughline.staff.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.WorkingHours;
import org.throughline.staff.WorkingHours.Stretch;

/**
 * When the agency is open: its hours in its time zone, less the holidays. Business time is time in which it is open; a
 * night, a weekend and a holiday have none, and the hour that a clock change skips or repeats counts as it passes.
 */
@Component
public class BusinessCalendar {

    private static final int FARTHEST_DAYS = 3700;

    private final AgencyProfile agency;
    private final CalendarProperties properties;
    private final Map<String, Opening> byTenant = new ConcurrentHashMap<>();

    /** What decides of one agency whether it is open. */
    private record Opening(WorkingHours hours, ZoneId zone, Holidays holidays) {

        static Opening of(AgencyProfile agency, CalendarProperties properties) {
            if (agency.hours().isEmpty()) {
                throw new IllegalArgumentException(
                        "throughline.agency.hours names no day, so nothing would ever be due. "
                                + "Give the opening hours, such as monday: 08:00-17:30.");
            }
            return new Opening(
                    WorkingHours.of(agency.hours()),
                    agency.timeZone(),
                    Holidays.of(properties, agency.address().state()));
        }

        List<Stretch> stretches(LocalDate day) {
            return holidays.on(day).isPresent() ? List.of() : hours.on(day, zone);
        }
    }

    /** The calendars of all agencies, each of which is found readable. */
    @Autowired
    BusinessCalendar(Agencies agencies, AgencyProfile agency, CalendarProperties properties) {
        this(agency, properties);
        agencies.forEach(each -> opening());
    }

    /**
     * The calendar of one agency.
     *
     * @throws IllegalArgumentException when the agency is never open, or a holiday cannot be read
     */
    public BusinessCalendar(AgencyProfile agency, CalendarProperties properties) {
        this.agency = agency;
        this.properties = properties;
        opening();
    }

    private Opening opening() {
        return byTenant.computeIfAbsent(agency.tenant(), tenant -> Opening.of(agency, properties));
    }

    public ZoneId zone() {
        return opening().zone();
    }

    /** Name of the holiday on that day, if it is one on which the agency is closed. */
    public Optional<String> holiday(LocalDate day) {
        return opening().holidays().on(day);
    }

    public boolean isOpen(Instant moment) {
        return stretches(moment.atZone(zone()).toLocalDate()).stream()
                .anyMatch(stretch -> !moment.isBefore(stretch.from()) && moment.isBefore(stretch.to()));
    }

    /** The moment at which that much business time has passed; none is over when the agency opens next. */
    public Instant plus(Instant from, Duration business) {
        Duration left = business;
        LocalDate first = from.atZone(zone()).toLocalDate();
        for (int days = 0; days < FARTHEST_DAYS; days++) {
            for (Stretch stretch : stretches(first.plusDays(days))) {
                Instant begin = later(from, stretch.from());
                if (begin.isBefore(stretch.to())) {
                    Duration here = Duration.between(begin, stretch.to());
                    if (left.compareTo(here) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(here);
                }
            }
        }
        throw tooFar(business);
    }

    /** The latest moment from which that much business time is left until another. */
    public Instant minus(Instant to, Duration business) {
        Duration left = business;
        LocalDate last = to.atZone(zone()).toLocalDate();
        for (int days = 0; days < FARTHEST_DAYS; days++) {
            List<Stretch> stretches = stretches(last.minusDays(days));
            for (int latest = stretches.size() - 1; latest >= 0; latest--) {
                Stretch stretch = stretches.get(latest);
                Instant end = earlier(to, stretch.to());
                if (stretch.from().isBefore(end)) {
                    Duration here = Duration.between(stretch.from(), end);
                    if (left.compareTo(here) <= 0) {
                        return end.minus(left);
                    }
                    left = left.minus(here);
                }
            }
        }
        throw tooFar(business);
    }

    /** Business time between two moments; none if the second is not later. */
    public Duration between(Instant from, Instant to) {
        Duration business = Duration.ZERO;
        LocalDate last = to.atZone(zone()).toLocalDate();
        for (LocalDate day = from.atZone(zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                Instant begin = later(from, stretch.from());
                Instant end = earlier(to, stretch.to());
                if (begin.isBefore(end)) {
                    business = business.plus(Duration.between(begin, end));
                }
            }
        }
        return business;
    }

    /** When the agency opens on the last of so many business days before a day. */
    public Instant openingBefore(LocalDate day, int businessDays) {
        int left = businessDays;
        for (int days = 1; days < FARTHEST_DAYS; days++) {
            List<Stretch> stretches = stretches(day.minusDays(days));
            if (!stretches.isEmpty() && --left <= 0) {
                return stretches.get(0).from();
            }
        }
        throw new IllegalStateException("The agency has no " + businessDays + " business days before " + day + ".");
    }

    /** When the agency opens on the last of so many business days after a day. */
    public Instant openingAfter(LocalDate day, int businessDays) {
        int left = businessDays;
        for (int days = 1; days < FARTHEST_DAYS; days++) {
            List<Stretch> stretches = stretches(day.plusDays(days));
            if (!stretches.isEmpty() && --left <= 0) {
                return stretches.get(0).from();
            }
        }
        throw new IllegalStateException("The agency has no " + businessDays + " business days after " + day + ".");
    }

    /** How many business days lie after a day, up to another and with that one; none if that is not later. */
    public int businessDaysAfter(LocalDate day, LocalDate until) {
        int found = 0;
        for (LocalDate next = day.plusDays(1); !next.isAfter(until); next = next.plusDays(1)) {
            found += stretches(next).isEmpty() ? 0 : 1;
        }
        return found;
    }

    private List<Stretch> stretches(LocalDate day) {
        return opening().stretches(day);
    }

    private static IllegalStateException tooFar(Duration business) {
        return new IllegalStateException("The agency is not open for " + business + " within ten years.");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
