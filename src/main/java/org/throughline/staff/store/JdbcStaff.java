package org.throughline.staff.store;

import static java.time.ZoneOffset.UTC;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.Absence;
import org.throughline.staff.Appointment;
import org.throughline.staff.License;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.staff.WorkingHours;

/**
 * People in {@code staff_member}, what they hold in {@code license} and {@code appointment}; lists are comma separated.
 */
@Repository
class JdbcStaff implements Staff {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AgencyProfile agency;

    JdbcStaff(JdbcClient jdbc, Clock clock, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.agency = agency;
    }

    /** Something that a person holds. */
    private record Held<T>(String userId, T what) {}

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from staff_member where tenant_id = ?")
                        .param(agency.tenant())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Override
    public List<StaffMember> all() {
        Map<String, List<License>> licenses =
                byPerson(jdbc.sql("select * from license where tenant_id = ? order by user_id, state, license_number")
                        .param(agency.tenant())
                        .query((row, n) -> new Held<>(row.getString("user_id"), license(row)))
                        .list());
        Map<String, List<Appointment>> appointments =
                byPerson(jdbc.sql("select * from appointment where tenant_id = ? order by user_id, carrier, state")
                        .param(agency.tenant())
                        .query((row, n) -> new Held<>(row.getString("user_id"), appointment(row)))
                        .list());
        return jdbc.sql("select * from staff_member where tenant_id = ? order by user_id")
                .param(agency.tenant())
                .query((row, n) -> person(
                        row,
                        licenses.getOrDefault(row.getString("user_id"), List.of()),
                        appointments.getOrDefault(row.getString("user_id"), List.of())))
                .list();
    }

    private static <T> Map<String, List<T>> byPerson(List<Held<T>> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Held::userId, Collectors.mapping(Held::what, Collectors.toList())));
    }

    @Override
    public Optional<StaffMember> find(String userId) {
        List<License> licenses = jdbc.sql(
                        "select * from license where tenant_id = ? and user_id = ? order by state, license_number")
                .params(agency.tenant(), userId)
                .query((row, n) -> license(row))
                .list();
        List<Appointment> appointments = jdbc.sql(
                        "select * from appointment where tenant_id = ? and user_id = ? order by carrier, state")
                .params(agency.tenant(), userId)
                .query((row, n) -> appointment(row))
                .list();
        return jdbc.sql("select * from staff_member where tenant_id = ? and user_id = ?")
                .params(agency.tenant(), userId)
                .query((row, n) -> person(row, licenses, appointments))
                .optional();
    }

    @Override
    public void add(List<StaffMember> people) {
        people.stream().filter(person -> find(person.userId()).isEmpty()).forEach(this::insert);
    }

    private void insert(StaffMember person) {
        set(
                person,
                "insert into staff_member (name, title, role, email, branch, partner, queues, skills, languages,"
                        + " capacity_minutes, time_zone, working_hours, active, user_id, tenant_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insertHeld(person);
    }

    @Override
    @Transactional
    public void update(StaffMember person) {
        set(
                person,
                "update staff_member set name = ?, title = ?, role = ?, email = ?, branch = ?, partner = ?,"
                        + " queues = ?, skills = ?, languages = ?, capacity_minutes = ?, time_zone = ?,"
                        + " working_hours = ?, active = ? where user_id = ? and tenant_id = ?");
        List.of("license", "appointment")
                .forEach(table -> jdbc.sql("delete from " + table + " where user_id = ? and tenant_id = ?")
                        .params(person.userId(), agency.tenant())
                        .update());
        insertHeld(person);
    }

    private void set(StaffMember person, String statement) {
        jdbc.sql(statement)
                .param(person.name())
                .param(person.title())
                .param(person.role())
                .param(person.email())
                .param(person.branch())
                .param(person.partner())
                .param(String.join(",", person.queues()))
                .param(String.join(",", person.skills()))
                .param(String.join(",", person.languages()))
                .param(person.capacityMinutes())
                .param(person.timeZone() == null ? null : person.timeZone().getId())
                .param(
                        person.workingHours() == null
                                ? null
                                : person.workingHours().toString())
                .param(person.active())
                .param(person.userId())
                .param(agency.tenant())
                .update();
    }

    private void insertHeld(StaffMember person) {
        for (License license : person.licenses()) {
            jdbc.sql("insert into license (license_number, tenant_id, user_id, npn, state, resident, lines, status,"
                            + " effective, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            license.number(),
                            agency.tenant(),
                            person.userId(),
                            license.npn(),
                            license.state(),
                            license.resident(),
                            String.join(",", license.lines()),
                            license.status(),
                            Date.valueOf(license.effective()),
                            Date.valueOf(license.expires()))
                    .update();
        }
        for (Appointment appointment : person.appointments()) {
            jdbc.sql("insert into appointment (tenant_id, user_id, carrier, state, effective, expires)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .param(agency.tenant())
                    .param(person.userId())
                    .param(appointment.carrier())
                    .param(appointment.state())
                    .param(Date.valueOf(appointment.effective()))
                    .param(appointment.expires() == null ? null : Date.valueOf(appointment.expires()))
                    .update();
        }
    }

    @Override
    public List<Absence> absences(Instant from, Instant until) {
        return jdbc.sql(
                        "select * from absence where tenant_id = ? and starts_at < ? and ends_at > ? order by starts_at, id")
                .params(agency.tenant(), until.atOffset(UTC), from.atOffset(UTC))
                .query((row, n) -> new Absence(
                        row.getString("id"),
                        row.getString("user_id"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    @Override
    public Set<String> absentNow() {
        OffsetDateTime now = clock.instant().atOffset(UTC);
        return Set.copyOf(
                jdbc.sql("select distinct user_id from absence where tenant_id = ? and starts_at <= ? and ends_at > ?")
                        .params(agency.tenant(), now, now)
                        .query(String.class)
                        .list());
    }

    @Override
    public void addAbsence(Absence absence) {
        jdbc.sql("insert into absence (id, tenant_id, user_id, starts_at, ends_at, reason) values (?, ?, ?, ?, ?, ?)")
                .params(
                        absence.id(),
                        agency.tenant(),
                        absence.userId(),
                        absence.startsAt().atOffset(UTC),
                        absence.endsAt().atOffset(UTC),
                        absence.reason())
                .update();
    }

    @Override
    public boolean removeAbsence(String userId, String absenceId) {
        return jdbc.sql("delete from absence where tenant_id = ? and user_id = ? and id = ?")
                        .params(agency.tenant(), userId, absenceId)
                        .update()
                > 0;
    }

    private static License license(ResultSet row) throws SQLException {
        return new License(
                row.getString("license_number"),
                row.getString("npn"),
                row.getString("state"),
                row.getBoolean("resident"),
                list(row.getString("lines")),
                row.getString("status"),
                row.getDate("effective").toLocalDate(),
                row.getDate("expires").toLocalDate());
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        Date expires = row.getDate("expires");
        return new Appointment(
                row.getString("carrier"),
                row.getString("state"),
                row.getDate("effective").toLocalDate(),
                expires == null ? null : expires.toLocalDate());
    }

    private static StaffMember person(ResultSet row, List<License> licenses, List<Appointment> appointments)
            throws SQLException {
        String zone = row.getString("time_zone");
        String hours = row.getString("working_hours");
        return new StaffMember(
                row.getString("user_id"),
                row.getString("name"),
                row.getString("title"),
                row.getString("role"),
                row.getString("email"),
                row.getString("branch"),
                row.getString("partner"),
                list(row.getString("queues")),
                list(row.getString("skills")),
                list(row.getString("languages")),
                row.getInt("capacity_minutes"),
                licenses,
                appointments,
                zone == null ? null : ZoneId.of(zone),
                hours == null ? null : WorkingHours.parse(hours),
                row.getBoolean("active"));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
