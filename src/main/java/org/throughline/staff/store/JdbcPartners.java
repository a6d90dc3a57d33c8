package org.throughline.staff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Partners;
import org.throughline.staff.WorkingHours;

/** Partners in {@code partner}, what they take in {@code partner_work_type}; lists are comma separated. */
@Repository
class JdbcPartners implements Partners {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcPartners(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public List<Partner> all() {
        List<Offer> work = jdbc.sql("select * from partner_work_type where tenant_id = ? order by work_type")
                .param(agency.tenant())
                .query((row, n) -> new Offer(row.getString("partner_id"), work(row)))
                .list();
        return jdbc.sql("select * from partner where tenant_id = ? order by id")
                .param(agency.tenant())
                .query((row, n) -> partner(row, work))
                .list();
    }

    @Override
    public Optional<Partner> find(String id) {
        return all().stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    @Override
    @Transactional
    public void save(Partner partner) {
        int replaced = set(
                partner,
                "update partner set name = ?, time_zone = ?, working_hours = ?, accept_by_minutes = ?,"
                        + " capacity_per_day = ?, worker_account = ?, active = ? where id = ? and tenant_id = ?");
        if (replaced == 0) {
            set(
                    partner,
                    "insert into partner (name, time_zone, working_hours, accept_by_minutes, capacity_per_day,"
                            + " worker_account, active, id, tenant_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        }
        jdbc.sql("delete from partner_work_type where partner_id = ? and tenant_id = ?")
                .params(partner.id(), agency.tenant())
                .update();
        partner.work().forEach(work -> insert(partner.id(), work));
    }

    private int set(Partner partner, String statement) {
        return jdbc.sql(statement)
                .param(partner.name())
                .param(partner.timeZone().getId())
                .param(partner.workingHours().toString())
                .param(partner.acceptByMinutes())
                .param(partner.capacityPerDay())
                .param(partner.workerAccount())
                .param(partner.active())
                .param(partner.id())
                .param(agency.tenant())
                .update();
    }

    private void insert(String partner, PartnerWork work) {
        jdbc.sql(
                        "insert into partner_work_type (partner_id, tenant_id, work_type, queue, states, lines, price, currency,"
                                + " unit) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partner,
                        agency.tenant(),
                        work.workType(),
                        work.queue(),
                        String.join(",", work.states()),
                        String.join(",", work.lines()),
                        work.price(),
                        work.currency(),
                        work.unit())
                .update();
    }

    @Override
    public List<Offer> offers(String workType, String state, String line) {
        return jdbc
                .sql("select w.* from partner_work_type w join partner p on p.id = w.partner_id"
                        + " and p.tenant_id = w.tenant_id where w.tenant_id = ? and w.work_type = ? and p.active = true"
                        + " order by w.price, w.partner_id")
                .params(agency.tenant(), workType)
                .query((row, n) -> new Offer(row.getString("partner_id"), work(row)))
                .list()
                .stream()
                .filter(offer -> offer.work().allows(state, line))
                .toList();
    }

    private static Partner partner(ResultSet row, List<Offer> work) throws SQLException {
        String id = row.getString("id");
        return new Partner(
                id,
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                WorkingHours.parse(row.getString("working_hours")),
                row.getInt("accept_by_minutes"),
                row.getInt("capacity_per_day"),
                row.getString("worker_account"),
                row.getBoolean("active"),
                work.stream()
                        .filter(offer -> offer.partner().equals(id))
                        .map(Offer::work)
                        .toList());
    }

    private static PartnerWork work(ResultSet row) throws SQLException {
        return new PartnerWork(
                row.getString("work_type"),
                row.getString("queue"),
                Arrays.asList(row.getString("states").split(",")),
                Arrays.asList(row.getString("lines").split(",")),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getString("unit"));
    }
}
