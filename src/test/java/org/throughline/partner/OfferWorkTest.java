package org.throughline.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.partner.OfferWork.Work;
import org.throughline.partner.store.PartnerStores;
import org.throughline.platform.TestDatabase;
import org.throughline.staff.InMemoryPartners;

class OfferWorkTest {

    private final PartnerAssignments assignments =
            PartnerStores.assignments(TestDatabase.migrated(), Clock.systemUTC());
    private final OfferWork offers = new OfferWork(
            InMemoryPartners.ofPracticeAgency(), assignments, new Message("SSN 512-44-7781, add the van."));

    @Test
    void masksPersonalNumbersInEverythingThatThePartnerReads() {
        PartnerAssignment offered = offer(work(null, true, true));

        assertThat(offered.packet().text()).isEqualTo("SSN [Social Security number removed], add the van.");
        assertThat(offered.packet().facts()).containsEntry("holderName", "card [card number removed]");
    }

    @Test
    void sendsOnlyFilesThatWereReadAndHoldNothingPersonal() {
        PartnerAssignment offered = offer(work(null, true, true));

        assertThat(offered.packet().files())
                .extracting(Packet.PacketFile::filename)
                .containsExactly("order.pdf");
        assertThat(offered.packet().withheld()).isEqualTo(2);
        assertThat(offer(work(null, true, false)).packet().files()).isEmpty();
    }

    @Test
    void tellsTheOwnWordsForThisWorkAndNotTheWholeMessage() {
        assertThat(offer(work("add the van", true, true)).packet().text()).isEqualTo("add the van");
        assertThat(offer(work("add the van", false, true)).packet().text()).isNull();
    }

    @Test
    void keepsThePriceAsAgreed() {
        PartnerAssignment offered = offer(work(null, true, true));

        assertThat(offered.price()).isEqualByComparingTo("14.00");
        assertThat(offered.unit()).isEqualTo("REQUEST");
        assertThat(offered.queue()).isEqualTo("partner-licensed");
    }

    private PartnerAssignment offer(Work work) {
        return assignments.find(offers.offer(work)).orElseThrow();
    }

    private static Work work(@Nullable String words, boolean withText, boolean withFiles) {
        return new Work(
                "process-1",
                "SR-2026-000001",
                "keyline",
                "ENDT_VEHICLE",
                Instant.parse("2026-11-23T18:00:00Z"),
                Map.of("policyNumbers", "A-1", "holderName", "card 4111 1111 1111 1111"),
                "Key the change.",
                "IN-2026-000001",
                words,
                withText,
                withFiles);
    }

    private record Message(String body) implements SourceMessages {

        @Override
        public Optional<String> text(String itemId) {
            return Optional.of(body);
        }

        @Override
        public List<SourceFile> files(String itemId) {
            return List.of(
                    new SourceFile("f1", "order.pdf", "application/pdf", 10, "Bill of sale for the van"),
                    new SourceFile("f2", "bank.pdf", "application/pdf", 10, "Social security 512-44-7781"),
                    new SourceFile("f3", "license.jpg", "image/jpeg", 10, ""));
        }

        @Override
        public void copy(String itemId, String fileId, OutputStream out) {
            throw new UnsupportedOperationException("No test reads a file");
        }
    }
}
