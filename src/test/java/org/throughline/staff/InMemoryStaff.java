package org.throughline.staff;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** People without a database. */
public final class InMemoryStaff implements Staff {

    private final List<StaffMember> people = new ArrayList<>();

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

    /** The practice agency's people as they are on a day. */
    public static InMemoryStaff ofPracticeAgency(Clock clock) {
        InMemoryStaff staff = new InMemoryStaff();
        new StaffImport(
                        new StaffProperties(
                                new ClassPathResource("sandbox/practice-book.json"),
                                StaffProperties.InitialPasswords.USER_ID),
                        staff,
                        (people, passwordIsUserId) -> {},
                        new ObjectMapper(),
                        clock)
                .importOnce();
        return staff;
    }
}
