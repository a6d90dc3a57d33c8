package org.throughline.staff.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.Appointment;

/**
 * A person as somebody writes one down: everything is text that may be missing or wrong, so that all that is wrong can be
 * said at once.
 *
 * @param partner id of the partner whom the person works for; only with role {@code partner}
 * @param capacityMinutes working minutes a day
 * @param timeZone such as {@code America/Chicago}; without one the partner's or the agency's
 * @param workingHours such as {@code Mon-Fri 07:00-19:00}; without any the partner's or the agency's
 * @param active {@code false} for who left; without it {@code true}
 */
public record StaffEntry(
        @Nullable String userId,
        @Nullable String name,
        @Nullable String title,
        @Nullable String role,
        @Nullable String email,
        @Nullable String branch,
        @Nullable String partner,
        @Nullable List<String> queues,
        @Nullable List<String> skills,
        @Nullable List<String> languages,
        @Nullable String capacityMinutes,
        @Nullable List<LicenseEntry> licenses,
        @Nullable List<AppointmentEntry> appointments,
        @Nullable String timeZone,
        @Nullable String workingHours,
        @Nullable String active) {

    /** A license; dates are {@code 2026-11-23} or {@code 11/23/2026}. */
    public record LicenseEntry(
            @Nullable String number,
            @Nullable String npn,
            @Nullable String state,
            @Nullable String resident,
            @Nullable List<String> lines,
            @Nullable String status,
            @Nullable String effective,
            @Nullable String expires) {}

    /** An appointment; dates as in a license. */
    public record AppointmentEntry(
            @Nullable String carrier,
            @Nullable String state,
            @Nullable String effective,
            @Nullable String expires) {

        static AppointmentEntry of(Appointment appointment) {
            return new AppointmentEntry(
                    appointment.carrier(),
                    appointment.state(),
                    appointment.effective().toString(),
                    appointment.expires() == null ? null : appointment.expires().toString());
        }
    }

    /** The same entry under another user id. */
    public StaffEntry of(String id) {
        return new StaffEntry(
                id,
                name,
                title,
                role,
                email,
                branch,
                partner,
                queues,
                skills,
                languages,
                capacityMinutes,
                licenses,
                appointments,
                timeZone,
                workingHours,
                active);
    }
}
