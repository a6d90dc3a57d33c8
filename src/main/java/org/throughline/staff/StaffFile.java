package org.throughline.staff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file that the first people and partners come from. License terms count in months from the day of the first start,
 * and so stay meaningful whenever that is. It names no appointments of persons, so nobody has one until somebody adds it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StaffFile(
        List<Person> staff,
        @Nullable Profile agency,
        @Nullable List<Firm> partners) {

    /** What people and partners take over from their agency. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Profile(@Nullable List<Branch> branches) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Branch(String id, String timeZone) {

        ZoneId zone() {
            return ZoneId.of(timeZone);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Firm(
            String id,
            String name,
            String timeZone,
            String hours,
            int acceptByMinutes,
            int capacityUnitsPerDay,
            @Nullable List<Work> workTypes) {

        Partner partner() {
            return new Partner(
                    id,
                    name,
                    ZoneId.of(timeZone),
                    WorkingHours.parse(hours),
                    acceptByMinutes,
                    capacityUnitsPerDay,
                    null,
                    true,
                    orEmpty(workTypes).stream().map(Work::work).toList());
        }
    }

    /** Lines that are not named are any. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Work(
            String workType,
            String queue,
            List<String> states,
            @Nullable List<String> lines,
            Price price) {

        PartnerWork work() {
            return new PartnerWork(
                    workType,
                    queue,
                    states,
                    Objects.requireNonNullElse(lines, List.of(PartnerWork.ALL)),
                    price.amount(),
                    price.currency(),
                    price.unit());
        }
    }

    record Price(BigDecimal amount, String currency, String unit) {}

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

        StaffMember on(LocalDate firstDay, Map<String, ZoneId> branches) {
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
                    orEmpty(licenses).stream().map(held -> held.on(firstDay)).toList(),
                    List.of(),
                    branch == null ? null : branches.get(branch),
                    null,
                    true);
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

    List<StaffMember> people(LocalDate firstDay) {
        Map<String, ZoneId> branches = orEmpty(agency == null ? null : agency.branches()).stream()
                .collect(Collectors.toMap(Branch::id, Branch::zone));
        return staff.stream().map(person -> person.on(firstDay, branches)).toList();
    }

    List<Partner> firms() {
        return orEmpty(partners).stream().map(Firm::partner).toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
