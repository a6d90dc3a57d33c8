package org.throughline.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.staff.License;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.LicenseNeed;
import org.throughline.staff.StaffMember;
import org.throughline.worklist.Assignment.Choice;
import org.throughline.worklist.AssignmentRules.Plan;

/** Who gets a task. */
class AssignmentTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);
    private static final LicenseNeed TEXAS_CASUALTY = LicenseNeed.license("TX", Set.of("CASUALTY"));

    private final Assignment assignment = new Assignment(new ByState(), NOW);

    @Test
    void keepsAClientWithItsOwnPersonWhileThatPersonHasRoom() {
        Choice choice = assignment.choose(
                work("en", List.of("maria"), null), List.of(person("hector", 0), person("maria", 370)));

        assertThat(chosen(choice)).isEqualTo("maria");
        assertThat(choice.reason())
                .isEqualTo("Maria: holds CASUALTY (TX); knows the client as its account's person;"
                        + " has the skill CERTIFICATES; 20 minutes free today.");
    }

    @Test
    void goesToAnotherWhereTheOwnerIsFull() {
        assertThat(chosen(assignment.choose(
                        work("en", List.of("maria"), null), List.of(person("hector", 300), person("maria", 380)))))
                .isEqualTo("hector");
    }

    @Test
    void neverGoesToSomebodyAbsent() {
        Colleague away = new Colleague(person("maria", 0).person(), true, true, 0);

        assertThat(chosen(assignment.choose(work("en", List.of("maria"), null), List.of(away, person("hector", 380)))))
                .isEqualTo("hector");
        assertThat(assignment.choose(work(), List.of(away)).reason())
                .isEqualTo("Everybody of the queue account-managers is absent.");
    }

    @Test
    void neverGoesToSomebodyWithoutTheLicense() {
        Colleague unlicensed = colleague(member("devon", List.of("CERTIFICATES"), List.of("en"), List.of()), 0);

        assertThat(chosen(assignment.choose(work(), List.of(unlicensed, person("hector", 389)))))
                .isEqualTo("hector");
        assertThat(assignment.choose(work(), List.of(unlicensed)).reason())
                .isEqualTo("Nobody present in the queue account-managers holds CASUALTY (TX).");
    }

    @Test
    void takesTheLightestLoadWhereEverybodyIsFull() {
        Choice choice = assignment.choose(work(), List.of(person("hector", 500), person("maria", 400)));

        assertThat(chosen(choice)).isEqualTo("maria");
        assertThat(choice.reason()).contains("nobody else has room today");
    }

    @Test
    void prefersWhoSpeaksTheClientsLanguage() {
        Colleague english =
                colleague(member("grace", List.of("CERTIFICATES"), List.of("en"), List.of(license("TX"))), 0);
        Colleague spanish = colleague(member("hector", List.of(), List.of("en", "es"), List.of(license("TX"))), 200);

        Choice choice = assignment.choose(work("es", List.of(), null), List.of(english, spanish));

        assertThat(chosen(choice)).isEqualTo("hector");
        assertThat(choice.reason()).contains("speaks Spanish");
    }

    @Test
    void doesNotLeaveADeadlineToSomebodyWhoseDayIsOver() {
        Colleague over = new Colleague(person("maria", 0).person(), false, false, 0);

        assertThat(chosen(assignment.choose(
                        work("en", List.of(), LocalDate.parse("2026-11-24")), List.of(over, person("hector", 200)))))
                .isEqualTo("hector");
    }

    @Test
    void saysThatNobodyWorksFromAQueue() {
        assertThat(assignment.choose(work(), List.of()).reason())
                .isEqualTo("Nobody works from the queue account-managers.");
    }

    private static @Nullable String chosen(Choice choice) {
        Colleague person = choice.person();
        return person == null ? null : person.person().userId();
    }

    private static Work work() {
        return work("en", List.of(), null);
    }

    /** A certificate of twelve minutes that needs Texas casualty. */
    private static Work work(String language, List<String> owners, @Nullable LocalDate hardDate) {
        return new Work(
                "task-1",
                "Issue certificate",
                "SR-2026-000001",
                "account-managers",
                new Plan(false, "CERTIFICATES", 12, true),
                TEXAS_CASUALTY,
                language,
                owners,
                hardDate);
    }

    private static Colleague person(String userId, int committed) {
        return colleague(member(userId, List.of("CERTIFICATES"), List.of("en"), List.of(license("TX"))), committed);
    }

    private static Colleague colleague(StaffMember person, int committed) {
        return new Colleague(person, false, true, committed);
    }

    private static StaffMember member(
            String userId, List<String> skills, List<String> languages, List<License> licenses) {
        return new StaffMember(
                userId,
                userId.substring(0, 1).toUpperCase(Locale.ROOT) + userId.substring(1),
                "Account manager",
                "csr",
                null,
                null,
                null,
                List.of("account-managers"),
                skills,
                languages,
                390,
                licenses,
                List.of(),
                null,
                null,
                true);
    }

    private static License license(String state) {
        return new License(
                state + "-1",
                "1",
                state,
                true,
                List.of("PROPERTY", "CASUALTY"),
                "ACTIVE",
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2030-01-01"));
    }

    /** Looks only whether there is a license of the state. */
    private static final class ByState implements LicenseGate {

        @Override
        public Verdict check(String userId, LicenseNeed need) {
            throw new UnsupportedOperationException("People are at hand here");
        }

        @Override
        public Verdict check(StaffMember person, LicenseNeed need) {
            return new Verdict(
                    person.licenses().stream()
                            .anyMatch(license -> license.state().equals(need.state())),
                    null,
                    null);
        }
    }
}
