package org.throughline.worklist.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.Staff;
import org.throughline.staff.WorkTimes;
import org.throughline.worklist.Colleague;
import org.throughline.worklist.Workforce;

/** The workforce from the tables of people; what somebody has to do already is counted over the open tasks. */
@Repository
class JdbcWorkforce implements Workforce {

    private final JdbcClient jdbc;
    private final Staff staff;
    private final WorkTimes times;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcWorkforce(JdbcClient jdbc, Staff staff, WorkTimes times, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.times = times;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public List<Colleague> of(String queue) {
        Map<String, Integer> committed = committed();
        Set<String> absent = staff.absentNow();
        Instant now = clock.instant();
        return staff.all().stream()
                .filter(person -> person.active() && person.queues().contains(queue))
                .map(person -> new Colleague(
                        person,
                        absent.contains(person.userId()),
                        times.isOpen(person, now),
                        committed.getOrDefault(person.userId(), 0)))
                .toList();
    }

    private Map<String, Integer> committed() {
        record Load(String person, int minutes) {}
        return jdbc
                .sql("select t.ASSIGNEE_, sum(a.minutes) from ACT_RU_TASK t join task_assignment a on a.task_id = t.ID_"
                        + " where t.ASSIGNEE_ is not null and t.TENANT_ID_ = ? group by t.ASSIGNEE_")
                .param(agency.tenant())
                .query((row, n) -> new Load(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Load::person, Load::minutes));
    }

    @Override
    public List<String> ownersOf(String clientId) {
        List<String> owners = new ArrayList<>();
        jdbc.sql("select account_manager, producer from client_index where client_id = ? and tenant_id = ?")
                .params(clientId, agency.tenant())
                .query((row, n) -> Stream.of(row.getString(1), row.getString(2))
                        .filter(Objects::nonNull)
                        .toList())
                .optional()
                .ifPresent(owners::addAll);
        if (owners.isEmpty()) {
            owners.addAll(lastToServe(clientId));
        }
        return owners;
    }

    private List<String> lastToServe(String clientId) {
        return jdbc.sql("select t.ASSIGNEE_ from service_request r"
                        + " join ACT_HI_TASKINST t on t.ROOT_PROC_INST_ID_ = r.process_instance_id"
                        + " where r.client_id = ? and r.tenant_id = ? and t.ASSIGNEE_ is not null and t.END_TIME_ is not null"
                        + " order by t.END_TIME_ desc fetch first 1 rows only")
                .params(clientId, agency.tenant())
                .query(String.class)
                .list();
    }
}
