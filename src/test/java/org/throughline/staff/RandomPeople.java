package org.throughline.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People with papers of every kind, drawn from few values so that right and wrong ones meet often. */
public final class RandomPeople {

    public static final List<String> STATES = List.of("TX", "WA", "NM");
    public static final List<String> LINES = List.of("PROPERTY", "CASUALTY", "PERSONAL_LINES", "SURPLUS_LINES");
    public static final List<String> CARRIERS = List.of("BMC", "LSM");

    private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED");

    private final Random random;
    private final LocalDate today;

    public RandomPeople(Random random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    public StaffMember person(String userId) {
        List<License> licenses = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            licenses.add(license(i));
        }
        List<Appointment> appointments = new ArrayList<>();
        for (String state : STATES) {
            if (random.nextInt(3) > 0) {
                appointments.add(new Appointment(
                        one(CARRIERS),
                        state,
                        today.plusDays(random.nextInt(4) - 2L),
                        random.nextBoolean() ? null : today.plusDays(random.nextInt(4) - 1L)));
            }
        }
        return new StaffMember(
                userId,
                userId,
                "",
                "csr",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                licenses,
                appointments,
                null,
                null,
                random.nextInt(8) > 0);
    }

    public <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private License license(int number) {
        List<String> lines =
                LINES.stream().filter(line -> random.nextInt(5) < 3).toList();
        return new License(
                "L" + number,
                "1",
                one(STATES),
                random.nextInt(3) > 0,
                lines,
                one(STATUSES),
                today.minusDays(random.nextInt(6)).plusDays(1),
                today.plusDays(random.nextInt(6)).minusDays(1));
    }
}
