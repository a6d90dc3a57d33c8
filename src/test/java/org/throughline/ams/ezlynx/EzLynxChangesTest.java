package org.throughline.ams.ezlynx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.ams.ezlynx.EzLynxHints.Kind;
import org.throughline.ams.ezlynx.EzLynxPolicyApi.Row;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.platform.vendor.VendorNotFound;
import org.throughline.platform.vendor.VendorUnavailable;

/** Which applicants count as changed, by sweeps of a book that the test holds and by hints. */
class EzLynxChangesTest {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");

    private final List<Row> book = new ArrayList<>();
    private final TickingClock clock = new TickingClock();
    private final EzLynxHints hints =
            new EzLynxHints(JdbcClient.create(TestDatabase.migrated().jdbc()), TestAgency.PROFILE, clock);
    private final EzLynxChanges changes = new EzLynxChanges(
            new EzLynxBook(
                    new HeldBook(),
                    EzLynxWiring.properties(URI.create("http://nowhere.example"), Duration.ofSeconds(1)),
                    clock),
            hints,
            new HeldOwners());
    private boolean broken;

    @BeforeEach
    void fill() {
        book.add(row("61", "7", "Active"));
        book.add(row("62", "8", "Active"));
    }

    @Test
    void startsWithEverybodyAndThenTellsOnlyOfChanges() {
        assertThat(changes.since(null)).containsExactlyInAnyOrder("7", "8");
        assertThat(changes.since(START.minusSeconds(60))).isEmpty();

        later();
        book.set(0, row("61", "7", "Cancelled"));
        book.add(row("63", "9", "Active"));

        assertThat(changes.since(START.minusSeconds(60))).containsExactlyInAnyOrder("7", "9");
    }

    @Test
    void tellsOfAPolicyThatWasMovedOrIsGoneToBoth() {
        changes.since(null);
        later();
        book.set(0, row("61", "8", "Active"));
        assertThat(changes.since(START)).containsExactlyInAnyOrder("7", "8");

        later();
        book.remove(0);
        assertThat(changes.since(START.plusSeconds(1))).containsExactly("8");
    }

    @Test
    void sweepsNoMoreOftenThanItIsSet() {
        changes.since(null);
        book.set(0, row("61", "7", "Cancelled"));

        assertThat(changes.since(START)).isEmpty();
        later();
        assertThat(changes.since(START)).containsExactly("7");
    }

    @Test
    void tellsAgainUntilTheCallersInstantMovesOn() {
        changes.since(null);
        later();
        hints.note(Kind.APPLICANT, "8", "ApplicantUpdated");

        assertThat(changes.since(START)).containsExactly("8");
        assertThat(changes.since(START)).containsExactly("8");
        assertThat(changes.since(START.plusSeconds(1))).isEmpty();

        clock.now = clock.now.plusSeconds(1);
        hints.note(Kind.APPLICANT, "8", "ApplicantUpdated");
        assertThat(changes.since(START.plusSeconds(1))).containsExactly("8");
    }

    @Test
    void tellsOfEverybodyWhenItHasSeenNothingYet() {
        assertThat(changes.since(START)).containsExactlyInAnyOrder("7", "8");
    }

    @Test
    void keepsWhoIsKnownByHintsOnlyUntilTheyAreGone() {
        hints.note(Kind.APPLICANT, "30", "ApplicantCreated");
        assertThat(changes.since(null)).containsExactlyInAnyOrder("7", "8", "30");

        changes.gone(List.of("30"));

        assertThat(changes.since(null)).containsExactlyInAnyOrder("7", "8");
    }

    @Test
    void findsOutWhosePolicyAHintIsAbout() {
        changes.since(null);
        later();
        hints.note(Kind.POLICY, "62", "PolicyDownloaded");
        hints.note(Kind.POLICY, "70", "PolicyCreated");
        hints.note(Kind.POLICY, "404", "PolicyDeleted");

        assertThat(changes.since(START)).containsExactlyInAnyOrder("8", "31");
        assertThat(hints.since(Kind.POLICY, Instant.EPOCH)).isEmpty();
    }

    @Test
    void countsTheSameHintOnce() {
        hints.note(Kind.APPLICANT, "30", "ApplicantCreated");
        hints.note(Kind.APPLICANT, "30", "ApplicantCreated");

        assertThat(hints.since(Kind.APPLICANT, Instant.EPOCH)).containsOnlyKeys("30");
    }

    @Test
    void losesNothingWhenASweepFails() {
        changes.since(null);
        later();
        book.set(0, row("61", "7", "Cancelled"));
        broken = true;
        assertThatThrownBy(() -> changes.since(START)).isInstanceOf(VendorUnavailable.class);
        broken = false;

        assertThat(changes.since(START)).containsExactly("7");
    }

    private void later() {
        clock.now = clock.now.plus(Duration.ofHours(1));
    }

    private static Row row(String policyId, String applicantId, String status) {
        return new Row(
                policyId, "N " + policyId, status, "2026-07-01", "2027-07-01", applicantId, "99112", null, null, null);
    }

    private final class HeldBook implements EzLynxPolicyApi {

        @Override
        public Page byNumber(String number, int page, int size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page everything(int page, int size) {
            if (broken) {
                throw new VendorUnavailable("broken");
            }
            int from = Math.min((page - 1) * size, book.size());
            return new Page(List.copyOf(book.subList(from, Math.min(from + size, book.size()))), book.size());
        }
    }

    private static final class HeldOwners implements EzLynxClassicApi {

        @Override
        public Applicant applicant(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ListedPolicy> policies(String applicantId, String from, String to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PolicyOwner policy(String id) {
            if (id.equals("404")) {
                throw new VendorNotFound("no such policy");
            }
            return new PolicyOwner(id, "31");
        }

        @Override
        public List<User> users(String organizationId) {
            throw new UnsupportedOperationException();
        }
    }

    /** A clock that a test can put forward. */
    private static final class TickingClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
