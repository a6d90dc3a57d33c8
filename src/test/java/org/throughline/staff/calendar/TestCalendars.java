package org.throughline.staff.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.TestAgency;

/** Calendars for tests: Monday to Thursday 08:00-17:30, Friday 08:00-17:00 in Houston, as the practice agency has it. */
public final class TestCalendars {

    private static final CalendarProperties SETTINGS = new CalendarProperties(
            List.of("Columbus Day"),
            List.of("4th Thu of Nov + 1 day: Day after Thanksgiving"),
            Map.of("LA", List.of("Easter - 47 days: Mardi Gras")));

    private TestCalendars() {}

    public static BusinessCalendar harborline() {
        return calendar(practiceHours(), "TX", SETTINGS);
    }

    static BusinessCalendar in(String state) {
        return calendar(practiceHours(), state, SETTINGS);
    }

    /** The agency that keeps these hours. */
    public static AgencyProfile profile() {
        return profile(practiceHours(), "TX");
    }

    static BusinessCalendar calendar(Map<DayOfWeek, String> hours, String state, CalendarProperties settings) {
        return new BusinessCalendar(profile(hours, state), settings);
    }

    private static AgencyProfile profile(Map<DayOfWeek, String> hours, String state) {
        AgencyProfile profile = TestAgency.PROFILE;
        AgencyProfile.PostalAddress address = profile.address();
        return new Agency(
                profile.tenant(),
                profile.legalName(),
                profile.tradeName(),
                new AgencyProfile.PostalAddress(
                        address.line1(), address.line2(), address.city(), state, address.postalCode()),
                profile.phone(),
                profile.fax(),
                profile.licenseNumber(),
                ZoneId.of("America/Chicago"),
                hours,
                profile.authorizedRepresentative(),
                profile.serviceMailbox());
    }

    private static Map<DayOfWeek, String> practiceHours() {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            hours.put(day, "08:00-17:30");
        }
        hours.put(DayOfWeek.FRIDAY, "08:00-17:00");
        return hours;
    }
}
