package org.throughline.staff.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.License;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/** People in {@code staff_member}, licenses in {@code license}; lists are comma separated. */
@Repository
class JdbcStaff implements Staff {

    private final JdbcClient jdbc;
    private final String tenant;

    JdbcStaff(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.tenant = agency.tenant();
    }

    private record HeldLicense(String userId, License license) {}

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from staff_member where tenant_id = ?")
                        .param(tenant)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Override
    public List<StaffMember> all() {
        Map<String, List<License>> licenses = jdbc
                .sql("select * from license where tenant_id = ? order by user_id, license_number")
                .param(tenant)
                .query((row, n) -> new HeldLicense(row.getString("user_id"), license(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        HeldLicense::userId, Collectors.mapping(HeldLicense::license, Collectors.toList())));
        return jdbc.sql("select * from staff_member where tenant_id = ? order by user_id")
                .param(tenant)
                .query((row, n) -> person(row, licenses.getOrDefault(row.getString("user_id"), List.of())))
                .list();
    }

    @Override
    public Optional<StaffMember> find(String userId) {
        List<License> licenses = jdbc.sql(
                        "select * from license where tenant_id = ? and user_id = ? order by license_number")
                .params(tenant, userId)
                .query((row, n) -> license(row))
                .list();
        return jdbc.sql("select * from staff_member where tenant_id = ? and user_id = ?")
                .params(tenant, userId)
                .query((row, n) -> person(row, licenses))
                .optional();
    }

    @Override
    public void add(List<StaffMember> people) {
        people.stream().filter(person -> find(person.userId()).isEmpty()).forEach(this::insert);
    }

    private void insert(StaffMember person) {
        jdbc.sql("insert into staff_member (user_id, tenant_id, name, title, role, email, branch, partner, queues,"
                        + " skills, languages, capacity_minutes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(person.userId())
                .param(tenant)
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
                .update();
        for (License license : person.licenses()) {
            jdbc.sql("insert into license (license_number, tenant_id, user_id, npn, state, resident, lines, status,"
                            + " effective, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            license.number(),
                            tenant,
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

    private static StaffMember person(ResultSet row, List<License> licenses) throws SQLException {
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
                licenses);
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
