package org.throughline.staff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file that the first people come from. License terms count in months from the day of the first start, and so stay
 * meaningful whenever that is.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StaffFile(List<Person> staff) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            String userId,
            String name,
            String title,
            String role,
            @Nullable String email,
            @Nullable String branch,
            @Nullable String partner,
            @Nullable List<String> queues,
            @Nullable List<String> skills,
            @Nullable List<String> languages,
            int capacityMinutesPerDay,
            @Nullable List<HeldLicense> licenses) {

        StaffMember on(LocalDate firstDay) {
            return new StaffMember(
                    userId,
                    name,
                    title,
                    role,
                    email,
                    branch,
                    partner,
                    orEmpty(queues),
                    orEmpty(skills),
                    orEmpty(languages),
                    capacityMinutesPerDay,
                    orEmpty(licenses).stream().map(held -> held.on(firstDay)).toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HeldLicense(
            String number,
            String npn,
            String state,
            boolean resident,
            List<String> lines,
            String status,
            int effectiveInMonths,
            int expiresInMonths) {

        License on(LocalDate firstDay) {
            return new License(
                    number,
                    npn,
                    state,
                    resident,
                    lines,
                    status,
                    firstDay.plusMonths(effectiveInMonths),
                    firstDay.plusMonths(expiresInMonths));
        }
    }

    List<StaffMember> on(LocalDate firstDay) {
        return staff.stream().map(person -> person.on(firstDay)).toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
