package org.throughline.staff.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.Appointment;
import org.throughline.staff.License;
import org.throughline.staff.LicenseProblem;
import org.throughline.staff.StaffMember;

/**
 * A person as the interface shows one.
 *
 * @param timeZone null for the partner's or the agency's
 * @param workingHours such as {@code Mon-Fri 07:00-19:00}; null for the partner's or the agency's
 * @param absent away at this moment
 */
record StaffView(
        String userId,
        String name,
        String title,
        String role,
        @Nullable String email,
        @Nullable String branch,
        @Nullable String partner,
        List<String> queues,
        List<String> skills,
        List<String> languages,
        int capacityMinutes,
        List<License> licenses,
        List<Appointment> appointments,
        @Nullable ZoneId timeZone,
        @Nullable String workingHours,
        boolean active,
        boolean absent,
        List<LicenseProblem> licenseProblems) {

    static StaffView of(StaffMember person, boolean absent, LocalDate today) {
        return new StaffView(
                person.userId(),
                person.name(),
                person.title(),
                person.role(),
                person.email(),
                person.branch(),
                person.partner(),
                person.queues(),
                person.skills(),
                person.languages(),
                person.capacityMinutes(),
                person.licenses(),
                person.appointments(),
                person.timeZone(),
                person.workingHours() == null ? null : person.workingHours().toString(),
                person.active(),
                absent,
                person.active() ? LicenseProblem.of(person, today) : List.of());
    }
}
