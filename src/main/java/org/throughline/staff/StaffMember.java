package org.throughline.staff;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who works on requests.
 *
 * @param role one of the agency's roles, such as {@code csr}
 * @param partner id of the external partner whom the person works for, or null for the agency's own people
 * @param queues queues that the person works from
 * @param capacityMinutes working minutes a day
 * @param appointments carriers' consents; empty where the agency keeps none
 * @param timeZone null for the partner's or the agency's
 * @param workingHours null for the partner's or the agency's, see {@link WorkTimes}
 * @param active works here now; who left stays on file with everything that was done
 */
public record StaffMember(
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
        @Nullable WorkingHours workingHours,
        boolean active) {

    /** Given name. */
    public String firstName() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** Family name, where there is one. */
    public Optional<String> lastName() {
        int space = name.indexOf(' ');
        return space < 0 ? Optional.empty() : Optional.of(name.substring(space + 1));
    }

    /** The same person after leaving. */
    public StaffMember deactivated() {
        return new StaffMember(
                userId,
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
                false);
    }
}
