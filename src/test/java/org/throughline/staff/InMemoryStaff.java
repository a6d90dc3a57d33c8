package org.throughline.staff;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** People without a database. */
public final class InMemoryStaff implements Staff {

    private final List<StaffMember> people = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final Clock clock;

    public InMemoryStaff(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isEmpty() {
        return people.isEmpty();
    }

    @Override
    public List<StaffMember> all() {
        return List.copyOf(people);
    }

    @Override
    public Optional<StaffMember> find(String userId) {
        return people.stream().filter(person -> person.userId().equals(userId)).findFirst();
    }

    @Override
    public void add(List<StaffMember> more) {
        people.addAll(more);
    }

    @Override
    public void update(StaffMember person) {
        people.replaceAll(one -> one.userId().equals(person.userId()) ? person : one);
    }

    @Override
    public List<Absence> absences(Instant from, Instant until) {
        return absences.stream()
                .filter(absence ->
                        absence.startsAt().isBefore(until) && absence.endsAt().isAfter(from))
                .toList();
    }

    @Override
    public Set<String> absentNow() {
        return absences.stream()
                .filter(absence -> absence.covers(clock.instant()))
                .map(Absence::userId)
                .collect(Collectors.toSet());
    }

    @Override
    public void addAbsence(Absence absence) {
        absences.add(absence);
    }

    @Override
    public boolean removeAbsence(String userId, String absenceId) {
        return absences.removeIf(
                absence -> absence.id().equals(absenceId) && absence.userId().equals(userId));
    }

    /** The practice agency's people as they are on a day. */
    public static InMemoryStaff ofPracticeAgency(Clock clock) {
        InMemoryStaff staff = new InMemoryStaff(clock);
        new StaffImport(staff, new InMemoryPartners(), new InMemoryAccounts(), new ObjectMapper(), clock)
                .importOnce(new ClassPathResource("sandbox/practice-book.json"));
        return staff;
    }
}
