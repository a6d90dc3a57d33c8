package org.throughline.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.MovingClock;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.platform.ledger.LedgerConflicts.Choice;
import org.throughline.platform.ledger.LedgerConflicts.Settlement;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.transactions.AfterRollback;
import org.throughline.platform.vendor.VendorConflict;
import org.throughline.platform.vendor.VendorUnavailable;

/** Changes of one field by several requests on a real schema: one at a time, in order, and none over another unseen. */
class FieldChangeTest {

    private static final Instant READ = Instant.parse("2026-11-23T16:00:00Z");
    private static final String FIRST = "SR-2026-000001";
    private static final String SECOND = "SR-2026-000002";
    private static final Set<WriteKind> AMS = EnumSet.of(WriteKind.AMS_CONTACT, WriteKind.AMS_NOTE);

    private final TestDatabase database = TestDatabase.migrated();
    private final TransactionTemplate transaction = database.transaction();
    private final MovingClock clock = new MovingClock();
    private final Contact contact = new Contact();
    private final LedgerConflicts conflicts =
            new JdbcLedgerConflicts(database.jdbc(), PlannedRow.JSON, TestAgency.PROFILE, clock);
    private final OutboundLedger ledger = ledger(clock);

    private record Change(String record, String field, String base, String value, Instant baseReadAt)
            implements FieldChange {

        @Override
        public String changedRecord() {
            return record;
        }

        @Override
        public String changedField() {
            return field;
        }
    }

    private record Note(String text) {}

    @Test
    void writesWhereTheFieldHoldsWhatThePersonSaw() {
        plan(FIRST, "old", "new");

        assertThat(carryOut(FIRST)).extracting(OutboundWrite::status).containsOnly(WriteStatus.DONE);

        assertThat(contact.phone).isEqualTo("new");
    }

    @Test
    void keepsTheirsWhereSomebodyElseWasFirst() {
        plan(FIRST, "old", "new");
        contact.phone = "theirs";
        clock.advance(Duration.ofMinutes(5));

        OutboundWrite write = carryOut(FIRST).get(0);

        assertThat(write.status()).isEqualTo(WriteStatus.CONFLICT);
        assertThat(contact.phone).isEqualTo("theirs");
        assertThat(conflicts.find(write.id())).hasValueSatisfying(conflict -> {
            assertThat(conflict.base()).isEqualTo("old");
            assertThat(conflict.ours()).isEqualTo("new");
            assertThat(conflict.theirs()).isEqualTo("theirs");
            assertThat(conflict.baseReadAt()).isEqualTo(READ);
            assertThat(conflict.theirsReadAt()).isEqualTo(Instant.parse("2026-11-23T18:05:00Z"));
            assertThat(conflict.write().detail()).isEqualTo("phone is theirs");
        });
    }

    @Test
    void writesNothingThatComesAfterAConflict() {
        planned(FIRST, new Change("client", "phone", "old", "new", READ), new Note("changed"));
        contact.phone = "theirs";

        assertThat(carryOut(FIRST)).hasSize(1);

        assertThat(ledger.unsettled(FIRST, AMS))
                .extracting(OutboundWrite::status)
                .containsExactly(WriteStatus.CONFLICT, WriteStatus.PLANNED);
    }

    @Test
    void writesOursOverTheirsWhereAPersonSaysSo() {
        OutboundWrite write = conflict();

        settle(write, Choice.OURS, null, "Called her: she moved twice");

        assertThat(ledger.findByReference(write.reference()).orElseThrow().detail())
                .isEqualTo("Called her: she moved twice");
        assertThat(conflicts.find(write.id())).isEmpty();
        assertThat(carryOut(FIRST)).extracting(OutboundWrite::status).containsOnly(WriteStatus.DONE);
        assertThat(contact.phone).isEqualTo("new");
    }

    @Test
    void findsAnotherConflictWhereTheirsChangedOnceMore() {
        OutboundWrite write = conflict();
        settle(write, Choice.OURS, null, "Ours is right");
        contact.phone = "once more";

        assertThat(carryOut(FIRST)).extracting(OutboundWrite::status).containsOnly(WriteStatus.CONFLICT);

        assertThat(conflicts.find(write.id())).hasValueSatisfying(conflict -> {
            assertThat(conflict.base()).isEqualTo("theirs");
            assertThat(conflict.baseReadAt()).isEqualTo(clock.instant());
            assertThat(conflict.theirs()).isEqualTo("once more");
        });
    }

    @Test
    void givesTheChangeUpWhereTheirsIsRight() {
        OutboundWrite write = conflict();

        settle(write, Choice.THEIRS, null, "Theirs came later");

        assertThat(ledger.findByReference(write.reference())).hasValueSatisfying(row -> {
            assertThat(row.status()).isEqualTo(WriteStatus.ABANDONED);
            assertThat(row.detail()).isEqualTo("Theirs came later");
            assertThat(row.finishedAt()).isEqualTo(clock.instant());
        });
        assertThat(ledger.unsettled(FIRST, AMS)).isEmpty();
        assertThat(contact.phone).isEqualTo("theirs");
    }

    @Test
    void writesAThirdValueWhereNeitherIsRight() {
        OutboundWrite write = conflict();

        settle(write, Choice.OTHER, " third ", "Both had a typing error");
        carryOut(FIRST);

        assertThat(contact.phone).isEqualTo("third");
    }

    @Test
    void asksForTheReasonAndTheValue() {
        OutboundWrite write = conflict();

        assertThatThrownBy(() -> settle(write, Choice.OURS, null, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Say why");
        assertThatThrownBy(() -> settle(write, Choice.OTHER, null, "Both are wrong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Enter the value");
        assertThat(conflicts.find(write.id())).isPresent();
    }

    @Test
    void settlesAConflictOnce() {
        OutboundWrite write = conflict();
        settle(write, Choice.THEIRS, null, "Theirs came later");

        settle(write, Choice.OURS, null, "Pressed twice");

        assertThat(ledger.findByReference(write.reference()).orElseThrow().status())
                .isEqualTo(WriteStatus.ABANDONED);
    }

    @Test
    void waitsForAnEarlierChangeOfTheSameField() {
        plan(FIRST, "old", "first");
        clock.advance(Duration.ofSeconds(1));
        plan(SECOND, "old", "second");

        assertThatThrownBy(() -> carryOut(SECOND))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessageContaining(FIRST + "-1");
        await().untilAsserted(() ->
                assertThat(ledger.ofRequest(SECOND).get(0).detail()).contains("comes first"));
        assertThat(contact.phone).isEqualTo("old");

        carryOut(FIRST);
        assertThat(carryOut(SECOND)).extracting(OutboundWrite::status).containsOnly(WriteStatus.CONFLICT);
        assertThat(contact.phone).isEqualTo("first");
    }

    @Test
    void doesNotWaitForAnotherFieldOrForAPersonsDecision() {
        planned(FIRST, new Change("client", "email", "old", "first", READ));
        contact.phone = "theirs";
        clock.advance(Duration.ofSeconds(1));
        plan(SECOND, "old", "second");
        assertThat(carryOut(SECOND)).extracting(OutboundWrite::status).containsOnly(WriteStatus.CONFLICT);
        clock.advance(Duration.ofSeconds(1));
        plan("SR-2026-000003", "theirs", "third");

        assertThat(carryOut("SR-2026-000003")).extracting(OutboundWrite::status).containsOnly(WriteStatus.DONE);
        assertThat(contact.phone).isEqualTo("third");
    }

    @Test
    void doesNotWaitForEverForAChangeThatNobodyMakes() {
        plan(FIRST, "old", "first");
        clock.advance(Duration.ofMinutes(1));
        plan(SECOND, "old", "second");
        clock.advance(Duration.ofMinutes(30));

        assertThat(carryOut(SECOND)).extracting(OutboundWrite::status).containsOnly(WriteStatus.DONE);
        assertThat(carryOut(FIRST)).extracting(OutboundWrite::status).containsOnly(WriteStatus.CONFLICT);
        assertThat(contact.phone).isEqualTo("second");
    }

    /** The second was planned by a clock that is behind, so that nothing but the turn keeps it from overtaking. */
    @Test
    void makesOneOfTwoChangesAtATimeAndTheOtherMeetsAConflict() throws Exception {
        plan(FIRST, "old", "first");
        OutboundLedger behind = ledger(Clock.fixed(clock.instant().minusSeconds(60), ZoneOffset.UTC));
        contact.writing = new CountDownLatch(1);
        contact.goOn = new CountDownLatch(1);

        CompletableFuture<WriteStatus> first = CompletableFuture.supplyAsync(() -> statusOf(carryOut(FIRST)));
        assertThat(contact.writing.await(10, TimeUnit.SECONDS)).isTrue();
        transaction.executeWithoutResult(status -> behind.plan(
                SECOND,
                List.of(new PlannedWrite(
                        WriteKind.AMS_CONTACT, new Change("client", "phone", "old", "second", READ)))));
        CompletableFuture<WriteStatus> second = CompletableFuture.supplyAsync(() -> triedUntilItIsItsTurn(SECOND));
        await().during(Duration.ofMillis(500)).until(() -> contact.inside.get() == 1);
        contact.goOn.countDown();

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(WriteStatus.DONE);
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(WriteStatus.CONFLICT);
        assertThat(contact.phone).isEqualTo("first");
        assertThat(contact.most.get()).isEqualTo(1);
    }

    /** As the engine does it: a step that fails is tried again. */
    private WriteStatus triedUntilItIsItsTurn(String request) {
        while (true) {
            try {
                return statusOf(carryOut(request));
            } catch (EarlierChangeOpen notYet) {
                assertThat(notYet).hasMessageContaining("Waits for another change");
            }
        }
    }

    private static WriteStatus statusOf(List<OutboundWrite> writes) {
        assertThat(writes).hasSize(1);
        return writes.get(0).status();
    }

    private OutboundWrite conflict() {
        plan(FIRST, "old", "new");
        contact.phone = "theirs";
        return carryOut(FIRST).get(0);
    }

    private void settle(OutboundWrite write, Choice choice, @Nullable String value, String reason) {
        transaction.executeWithoutResult(status -> conflicts.settle(write.id(), new Settlement(choice, value, reason)));
    }

    private void plan(String request, String base, String value) {
        planned(request, new Change("client", "phone", base, value, READ));
    }

    private void planned(String request, Object... payloads) {
        List<PlannedWrite> writes = Arrays.stream(payloads)
                .map(payload -> new PlannedWrite(
                        payload instanceof FieldChange ? WriteKind.AMS_CONTACT : WriteKind.AMS_NOTE, payload))
                .toList();
        transaction.executeWithoutResult(status -> ledger.plan(request, writes));
    }

    private List<OutboundWrite> carryOut(String request) {
        List<OutboundWrite> result = transaction.execute(status -> ledger.carryOut(request, Set.of(), AMS));
        return result == null ? List.of() : result;
    }

    private OutboundLedger ledger(Clock planning) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("contact", contact);
        return new JdbcOutboundLedger(
                database.jdbc(),
                PlannedRow.JSON,
                new OutboundChannels(beans.getBeanProvider(OutboundChannel.class)),
                TestAgency.PROFILE,
                new AfterRollback(),
                planning);
    }

    /** A far end without versions: it is read, compared and written, as the adapters do it. */
    private static final class Contact implements OutboundChannel {
        private volatile String phone = "old";
        private volatile CountDownLatch writing = new CountDownLatch(0);
        private volatile CountDownLatch goOn = new CountDownLatch(0);
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public Set<WriteKind> kinds() {
            return AMS;
        }

        @Override
        public Optional<String> find(OutboundWrite write) {
            return Optional.empty();
        }

        @Override
        public WriteOutcome perform(OutboundWrite write) {
            if (write.kind() == WriteKind.AMS_NOTE) {
                return WriteOutcome.done("note");
            }
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                return change(text(write, "base"), text(write, "value"));
            } finally {
                inside.decrementAndGet();
            }
        }

        private WriteOutcome change(String base, String value) {
            String now = phone;
            if (!now.equals(base)) {
                throw new VendorConflict("phone is " + now, now);
            }
            writing.countDown();
            try {
                assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            phone = value;
            return WriteOutcome.done("contact");
        }

        private static String text(OutboundWrite write, String name) {
            try {
                return PlannedRow.JSON.readTree(write.payload()).path(name).asText();
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
