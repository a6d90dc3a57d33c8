package org.throughline.staff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.staff.InMemoryPartners;
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Partners.Offer;
import org.throughline.staff.WorkingHours;

class JdbcPartnersTest {

    private final JdbcPartners partners =
            new JdbcPartners(JdbcClient.create(TestDatabase.migrated().jdbc()), TestAgency.PROFILE);

    @Test
    void keepsThePracticeAgencysPartner() {
        Partner keyline = InMemoryPartners.ofPracticeAgency().find("keyline").orElseThrow();

        partners.save(keyline);

        assertThat(partners.all())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(List.of(keyline));
        assertThat(partners.find("nobody")).isEmpty();
    }

    @Test
    void offersWhatActivePartnersTakeInTheStateAndLineTheCheapestFirst() {
        partners.save(partner("alder", true, work("20.00", List.of("TX", "GA"), List.of("ALL"))));
        partners.save(partner("birch", true, work("9.50", List.of("ALL"), List.of("AUTO"))));
        partners.save(partner("cedar", false, work("1.00", List.of("ALL"), List.of("ALL"))));

        assertThat(takers("ENDT_VEHICLE", "TX", "AUTO")).containsExactly("birch", "alder");
        assertThat(takers("ENDT_VEHICLE", "TX", "")).containsExactly("alder");
        assertThat(takers("ENDT_VEHICLE", "", "AUTO")).containsExactly("birch");
        assertThat(takers("ENDT_VEHICLE", "OR", "GL")).isEmpty();
        assertThat(takers("LOSS_RUNS", "TX", "AUTO")).isEmpty();
    }

    @Test
    void replacesAPartnerWithAllItsWork() {
        partners.save(partner("alder", true, work("20.00", List.of("TX"), List.of("ALL"))));

        partners.save(partner("alder", true));

        assertThat(partners.find("alder").orElseThrow().work()).isEmpty();
        assertThat(takers("ENDT_VEHICLE", "TX", "AUTO")).isEmpty();
    }

    private List<String> takers(String workType, String state, String line) {
        return partners.offers(workType, state, line).stream()
                .map(Offer::partner)
                .toList();
    }

    private static Partner partner(String id, boolean active, PartnerWork... work) {
        return new Partner(
                id,
                "Partner " + id,
                ZoneId.of("America/Chicago"),
                WorkingHours.parse("Mon-Fri 07:00-19:00"),
                120,
                60,
                id + "-worker",
                active,
                List.of(work));
    }

    private static PartnerWork work(String price, List<String> states, List<String> lines) {
        return new PartnerWork(
                "ENDT_VEHICLE", "partner-licensed", states, lines, new BigDecimal(price), "USD", "REQUEST");
    }
}
