package org.throughline.partner.process;

import static org.mockito.Mockito.mock;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughline.partner.ChoosePartner;
import org.throughline.partner.OfferWork;
import org.throughline.partner.PartnerAccess;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignments;
import org.throughline.partner.PartnerDesk;
import org.throughline.partner.SourceMessages;
import org.throughline.partner.store.PartnerStores;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.processes.TestEngine;
import org.throughline.processes.TestPauses;
import org.throughline.request.process.RequestStatusPlugin;
import org.throughline.servicing.certificate.usecase.CertificateWorld;
import org.throughline.staff.InMemoryPartners;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.Partner;
import org.throughline.staff.StaffLicenseGate;

/** The practice agency's partner with real stores, for tests of its processes. */
public final class PartnerWorld {

    /** A Monday morning on which the partner works. */
    public static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public final InMemoryPartners partners = InMemoryPartners.ofPracticeAgency();
    public final CertificateWorld.Ledger ledger = new CertificateWorld.Ledger();

    private final TestDatabase database = TestDatabase.migrated();
    private final PartnerAssignments assignments = PartnerStores.assignments(database, CLOCK);
    private final InMemoryStaff staff = InMemoryStaff.ofPracticeAgency(CLOCK);
    private final PartnerDesk desk = new PartnerDesk(
            assignments, new PartnerAccess(staff, partners), partners, new StaffLicenseGate(staff, CLOCK), ledger);

    public PartnerAssignments assignments() {
        return assignments;
    }

    /** Gives the engine what the delegates of partners' work need; rights in the engine are not opened. */
    public TestEngine furnish(TestEngine engine) {
        return engine.configuring(PartnerWorld::configure)
                .delegatesOf("org.throughline.partner.process")
                .with(ChoosePartner.class, new ChoosePartner(partners, assignments, CLOCK))
                .with(OfferWork.class, new OfferWork(partners, assignments, new NoMessages()))
                .with(PacketFields.class, new PacketFields(TestAgency.PROFILE))
                .with(PartnerDesk.class, desk)
                .with(PartnerSide.class, new PartnerSide(desk))
                .with(PartnerRights.class, mock(PartnerRights.class));
    }

    private static void configure(ProcessEngineConfigurationImpl configuration) {
        new RequestStatusPlugin(TestPauses.never()).preInit(configuration);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    /** Work and partners as at the start. */
    public void clear() {
        JdbcTemplate jdbc = database.jdbc();
        jdbc.update("delete from partner_invoice_line");
        jdbc.update("delete from partner_assignment");
        partners.all().stream()
                .filter(partner -> !partner.id().equals("keyline"))
                .forEach(other -> partners.save(idle(other)));
        partners.save(InMemoryPartners.ofPracticeAgency().find("keyline").orElseThrow());
        ledger.writes.clear();
    }

    /** The practice agency's partner with another limit, or a system of its own. */
    public void keyline(int unitsPerDay, boolean withSystem) {
        Partner keyline = partners.find("keyline").orElseThrow();
        partners.save(copy(keyline, keyline.id(), unitsPerDay, withSystem, true));
    }

    /** A second partner that takes the same work. */
    public void another(String id) {
        Partner keyline = partners.find("keyline").orElseThrow();
        partners.save(copy(keyline, id, 60, false, true));
    }

    public PartnerAssignment latestOf(String process) {
        return assignments.latest(process).orElseThrow();
    }

    public List<Map<String, Object>> invoiceLines() {
        return database.jdbc().queryForList("select * from partner_invoice_line");
    }

    private static Partner idle(Partner partner) {
        return copy(partner, partner.id(), 0, false, false);
    }

    private static Partner copy(Partner from, String id, int unitsPerDay, boolean withSystem, boolean active) {
        return new Partner(
                id,
                from.name(),
                from.timeZone(),
                from.workingHours(),
                from.acceptByMinutes(),
                unitsPerDay,
                withSystem ? id + "-system" : null,
                active,
                from.work());
    }

    private static final class NoMessages implements SourceMessages {

        @Override
        public Optional<String> text(String itemId) {
            return Optional.of("Please add the van.");
        }

        @Override
        public List<SourceFile> files(String itemId) {
            return List.of();
        }

        @Override
        public void copy(String itemId, String fileId, OutputStream out) {
            throw new UnsupportedOperationException("There are no files");
        }
    }
}
