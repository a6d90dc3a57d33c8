package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.reporting.WorkingDays.Day;
import org.throughline.staff.StaffMember;

/** The figures of one row of the report {@code capacity}. */
final class CapacityFigures {

    static final List<String> COLUMNS = columns();

    private static final int[] WITHIN = {1, 3, 5};

    private final List<Day> next;
    private final int[] dueWithin = new int[WITHIN.length];
    private final int[] available;
    private int people;
    private int perDay;
    private int absent;
    private int tasks;
    private int minutes;
    private int overdue;

    CapacityFigures(List<Day> next) {
        this.next = next;
        this.available = new int[next.size()];
    }

    /** @param minutesOfDays working minutes of the person that are left on each of the next days */
    void person(StaffMember person, int[] minutesOfDays) {
        people++;
        perDay += person.capacityMinutes();
        for (int day = 0; day < available.length; day++) {
            available[day] += minutesOfDays[day];
            absent += minutesOfDays[day] == 0 && person.capacityMinutes() > 0 ? 1 : 0;
        }
    }

    /** A task counts as due within so many days once it is due before the last of them ends; what is late counts too. */
    void task(int weight, @Nullable Instant due) {
        tasks++;
        minutes += weight;
        if (due == null) {
            return;
        }
        overdue += due.isBefore(next.get(0).now()) ? 1 : 0;
        for (int index = 0; index < WITHIN.length; index++) {
            dueWithin[index] += due.isBefore(next.get(WITHIN[index] - 1).end()) ? 1 : 0;
        }
    }

    /** @param committed minutes of the open work that the free share is counted without */
    void row(Map<String, @Nullable Object> row, int committed) {
        int all = Arrays.stream(available).sum();
        row.put("people", people);
        row.put("openTasks", tasks);
        row.put("openMinutes", minutes);
        row.put("overdue", overdue);
        row.put("dueWithin1Day", dueWithin[0]);
        row.put("dueWithin3Days", dueWithin[1]);
        row.put("dueWithin5Days", dueWithin[2]);
        row.put("capacityMinutesPerDay", perDay);
        row.put("absentDays", absent);
        for (int day = 0; day < available.length; day++) {
            row.put("day" + (day + 1), next.get(day).date().toString());
            row.put("day" + (day + 1) + "Minutes", available[day]);
        }
        row.put("availableMinutes", all);
        row.put("freeMinutes", people == 0 ? null : all - committed);
        row.put("freeShare", all == 0 ? null : share(all - committed, all));
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "people",
                "openTasks",
                "openMinutes",
                "overdue",
                "dueWithin1Day",
                "dueWithin3Days",
                "dueWithin5Days",
                "capacityMinutesPerDay",
                "absentDays"));
        for (int day = 1; day <= WorkingDays.COUNT; day++) {
            columns.add("day" + day);
            columns.add("day" + day + "Minutes");
        }
        columns.addAll(List.of("availableMinutes", "freeMinutes", "freeShare"));
        return List.copyOf(columns);
    }
}
