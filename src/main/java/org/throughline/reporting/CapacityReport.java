package org.throughline.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.reporting.WorkingDays.Day;
import org.throughline.staff.Queues;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/**
 * Who has room over the next five business days: open work in minutes against the working day of each person, less
 * absences. A person stands under each queue that the person works from, with the same free share in all of them, since
 * the day is shared; a row without a person is what waits in a queue for anybody.
 */
@Component
class CapacityReport implements ReportSource {

    /** Minutes of a task for which no table says how long it takes, such as one about no request. */
    private static final int USUAL_MINUTES = 10;

    private static final String PERSON = "person";
    private static final String PERSON_NAME = "personName";
    private static final String QUEUE = "queue";

    private final JdbcClient jdbc;
    private final Staff staff;
    private final WorkingDays days;
    private final AgencyProfile agency;
    private final Clock clock;

    CapacityReport(JdbcClient jdbc, Staff staff, WorkingDays days, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.days = days;
        this.agency = agency;
        this.clock = clock;
    }

    private record Open(
            String queue, @Nullable String person, @Nullable Instant due, int minutes) {}

    @Override
    public ReportName name() {
        return ReportName.CAPACITY;
    }

    @Override
    public Report of(Period period, List<String> groups, String generatedAt) {
        List<Day> next = days.next(clock.instant());
        List<StaffMember> people = staff.all().stream()
                .filter(person -> person.active()
                        && person.partner() == null
                        && person.queues().stream().anyMatch(Queues.IN_HOUSE::contains))
                .toList();
        Map<String, int[]> available = days.available(people, next, clock.instant());
        List<Open> open = open();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> group : keys(groups, people, open)) {
            rows.add(row(group, people, open, available, next));
        }
        List<String> columns = Stream.concat(
                        groups.stream().flatMap(CapacityReport::columns), CapacityFigures.COLUMNS.stream())
                .toList();
        return Report.ofNow(name(), agency.timeZone(), generatedAt, groups, columns, rows);
    }

    private List<Open> open() {
        return jdbc
                .sql("select coalesce(max(assignment.queue), max(link.GROUP_ID_), '') as queue, task.ASSIGNEE_,"
                        + " task.DUE_DATE_, coalesce(max(assignment.minutes), :usual) as minutes from ACT_RU_TASK task"
                        + " left join task_assignment assignment on assignment.task_id = task.ID_"
                        + " left join ACT_RU_IDENTITYLINK link on link.TASK_ID_ = task.ID_ and link.TYPE_ = 'candidate'"
                        + " and link.GROUP_ID_ is not null where task.TENANT_ID_ = :tenant"
                        + " group by task.ID_, task.ASSIGNEE_, task.DUE_DATE_")
                .param("usual", USUAL_MINUTES)
                .param("tenant", agency.tenant())
                .query((row, index) -> new Open(
                        row.getString("queue"),
                        row.getString("ASSIGNEE_"),
                        row.getTimestamp("DUE_DATE_") == null
                                ? null
                                : row.getTimestamp("DUE_DATE_").toInstant(),
                        row.getInt("minutes")))
                .list()
                .stream()
                .filter(task -> !Queues.PARTNER.contains(task.queue()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> keys(
            List<String> groups, List<StaffMember> people, List<Open> open) {
        List<Map<String, @Nullable Object>> keys = new ArrayList<>();
        boolean persons = groups.contains(PERSON);
        if (!groups.contains(QUEUE)) {
            if (persons) {
                people.forEach(person -> keys.add(key(groups, "", person)));
                keys.add(key(groups, "", null));
            } else {
                keys.add(key(groups, "", null));
            }
            return keys;
        }
        for (String queue : Queues.IN_HOUSE) {
            if (persons) {
                people.stream()
                        .filter(person -> person.queues().contains(queue))
                        .forEach(person -> keys.add(key(groups, queue, person)));
            }
            boolean waiting = open.stream().anyMatch(task -> task.queue().equals(queue) && task.person() == null);
            if (!persons || waiting) {
                keys.add(key(groups, queue, null));
            }
        }
        return keys;
    }

    /** A person is told apart by the user id, and known by the name. */
    private static Stream<String> columns(String group) {
        return group.equals(PERSON) ? Stream.of(PERSON, PERSON_NAME) : Stream.of(group);
    }

    private static Map<String, @Nullable Object> key(List<String> groups, String queue, @Nullable StaffMember person) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (String group : groups) {
            if (group.equals(PERSON)) {
                key.put(PERSON, person == null ? "" : person.userId());
                key.put(PERSON_NAME, person == null ? "" : nameOf(person));
            } else {
                key.put(group, queue);
            }
        }
        return key;
    }

    private static String nameOf(StaffMember person) {
        return person.name().isBlank() ? person.userId() : person.name();
    }

    private static Map<String, @Nullable Object> row(
            Map<String, @Nullable Object> group,
            List<StaffMember> people,
            List<Open> open,
            Map<String, int[]> available,
            List<Day> next) {
        @Nullable Object queue = group.get(QUEUE);
        @Nullable Object person = group.get(PERSON);
        List<StaffMember> members = people.stream()
                .filter(one -> person == null || one.userId().equals(person))
                .filter(one -> queue == null || one.queues().contains(String.valueOf(queue)))
                .toList();
        CapacityFigures figures = new CapacityFigures(next);
        members.forEach(one -> figures.person(one, Objects.requireNonNull(available.get(one.userId()))));
        open.stream()
                .filter(task -> queue == null || task.queue().equals(queue))
                .filter(task -> person == null
                        || (task.person() == null
                                ? person.equals("")
                                : task.person().equals(person)))
                .forEach(task -> figures.task(task.minutes(), task.due()));
        int committed = open.stream()
                .filter(task ->
                        person == null ? queue == null || task.queue().equals(queue) : person.equals(task.person()))
                .mapToInt(Open::minutes)
                .sum();
        figures.row(group, committed);
        return group;
    }
}
