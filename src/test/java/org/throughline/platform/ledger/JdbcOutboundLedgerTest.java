package org.throughline.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.transactions.AfterRollback;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The ledger on a real schema, with a far end that can fail before, after and instead of its effect. */
class JdbcOutboundLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final String REQUEST = "SR-2026-000123";
    private static final Set<WriteKind> AMS = EnumSet.of(WriteKind.AMS_NOTE, WriteKind.AMS_DOCUMENT);

    private final TestDatabase database = TestDatabase.migrated();
    private final TransactionTemplate transaction = database.transaction();
    private final FarEnd farEnd = new FarEnd();
    private final OutboundLedger ledger = new JdbcOutboundLedger(
            database.jdbc(),
            new ObjectMapper(),
            channels(),
            TestAgency.PROFILE,
            new AfterRollback(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private record Payload(String text) {}

    @BeforeEach
    void plan() {
        transaction.executeWithoutResult(status -> ledger.plan(
                REQUEST,
                List.of(
                        new PlannedWrite(WriteKind.AMS_NOTE, new Payload("note")),
                        new PlannedWrite(WriteKind.EMAIL, new Payload("mail")),
                        new PlannedWrite(WriteKind.AMS_DOCUMENT, new Payload("document")))));
    }

    @Test
    void takesBackWhatHasNotHappened() {
        boolean taken = ledger.takeBack(REQUEST, write -> write.kind() != WriteKind.EMAIL, "Switched off by nora");

        assertThat(taken).isTrue();
        assertThat(ledger.ofRequest(REQUEST))
                .extracting(OutboundWrite::status)
                .containsExactly(WriteStatus.ABANDONED, WriteStatus.PLANNED, WriteStatus.ABANDONED);
        assertThat(ledger.ofRequest(REQUEST).get(0).detail()).isEqualTo("Switched off by nora");
    }

    @Test
    void takesNothingBackWhereTheFarEndHasPartOfIt() {
        farEnd.effects.put("SR-2026-000123-3", "remote");

        assertThat(ledger.takeBack(REQUEST, write -> write.kind() != WriteKind.EMAIL, "Switched off by nora"))
                .isFalse();

        assertThat(ledger.ofRequest(REQUEST)).extracting(OutboundWrite::status).containsOnly(WriteStatus.PLANNED);
    }

    @Test
    void numbersItsReferencesOnAndOn() {
        transaction.executeWithoutResult(
                status -> ledger.plan(REQUEST, List.of(new PlannedWrite(WriteKind.AMS_NOTE, new Payload("another")))));

        assertThat(ledger.ofRequest(REQUEST))
                .extracting(OutboundWrite::reference)
                .containsExactly("SR-2026-000123-1", "SR-2026-000123-2", "SR-2026-000123-3", "SR-2026-000123-4");
        assertThat(ledger.findByReference("SR-2026-000123-3")).hasValueSatisfying(write -> {
            assertThat(write.payload()).isEqualTo("{\"text\":\"document\"}");
            assertThat(write.status()).isEqualTo(WriteStatus.PLANNED);
            assertThat(write.plannedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void carriesOutInOrderAndOnlyTheKindsAskedFor() {
        assertThat(ledger.unsettled(REQUEST, AMS)).hasSize(2);

        assertThat(carryOut())
                .extracting(OutboundWrite::kind)
                .containsExactly(WriteKind.AMS_NOTE, WriteKind.AMS_DOCUMENT);

        assertThat(ledger.ofRequest(REQUEST).get(0)).satisfies(write -> {
            assertThat(write.status()).isEqualTo(WriteStatus.DONE);
            assertThat(write.remoteReference()).isEqualTo("remote SR-2026-000123-1");
            assertThat(write.attempts()).isEqualTo(1);
            assertThat(write.finishedAt()).isEqualTo(NOW);
        });
        assertThat(carryOut()).isEmpty();
        assertThat(ledger.unsettled(REQUEST, AMS)).isEmpty();
        assertThat(ledger.unsettled(REQUEST, EnumSet.of(WriteKind.EMAIL))).hasSize(1);
        assertThat(farEnd.performed).containsExactly("SR-2026-000123-1", "SR-2026-000123-3");
    }

    @Test
    void carriesOutWhatIsNeededBeforeWhatIsWelcome() {
        carryOut(EnumSet.of(WriteKind.AMS_DOCUMENT), EnumSet.of(WriteKind.AMS_NOTE));

        assertThat(farEnd.performed).containsExactly("SR-2026-000123-3", "SR-2026-000123-1");
    }

    @Test
    void recordsWhatIsDoneAndLeavesTheRestWhereTheFarEndIsLostInBetween() {
        farEnd.lostAfter = 1;

        assertThat(carryOut()).extracting(OutboundWrite::reference).containsExactly("SR-2026-000123-1");

        assertThat(ledger.ofRequest(REQUEST))
                .extracting(OutboundWrite::status)
                .containsExactly(WriteStatus.DONE, WriteStatus.PLANNED, WriteStatus.UNKNOWN);
        assertThat(ledger.ofRequest(REQUEST).get(2).detail()).isEqualTo("not reached");
        assertThatThrownBy(this::carryOut).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void saysWhatFailedAlthoughTheStepIsRolledBack() {
        farEnd.failAfterEffect = true;

        assertThatThrownBy(this::carryOut).isInstanceOf(VendorUnavailable.class);

        await().until(() -> ledger.ofRequest(REQUEST).get(0).status() == WriteStatus.UNKNOWN);
        assertThat(ledger.ofRequest(REQUEST).get(0)).satisfies(write -> {
            assertThat(write.attempts()).isEqualTo(1);
            assertThat(write.detail()).isEqualTo("the answer was lost");
            assertThat(write.finishedAt()).isNull();
        });
        farEnd.failAfterEffect = false;
        assertThat(carryOut()).hasSize(2);
        assertThat(farEnd.performed).containsExactly("SR-2026-000123-1", "SR-2026-000123-3");
    }

    @Test
    void goesOnWithWhatTheFarEndOnlyQueued() {
        farEnd.queues = true;

        assertThat(carryOut())
                .hasSize(2)
                .allSatisfy(write -> assertThat(write.status()).isEqualTo(WriteStatus.ACCEPTED));

        assertThat(ledger.unsettled(REQUEST, AMS)).isEmpty();
    }

    @Test
    void triesAllAgainWhereTheFarEndIsLostBeforeWhatIsNeeded() {
        farEnd.lostAfter = 1;
        assertThatThrownBy(() -> carryOut(AMS, Set.of())).isInstanceOf(VendorUnavailable.class);
        await().untilAsserted(() -> assertThat(ledger.unsettled(REQUEST, AMS))
                .extracting(OutboundWrite::status)
                .containsExactly(WriteStatus.PLANNED, WriteStatus.UNKNOWN));

        farEnd.lostAfter = Integer.MAX_VALUE;
        carryOut(AMS, Set.of());
        assertThat(ledger.unsettled(REQUEST, AMS)).isEmpty();
        assertThat(farEnd.performed).containsExactly("SR-2026-000123-1", "SR-2026-000123-3");
    }

    @Test
    void doesNotRepeatAWriteWhoseAnswerWasLost() {
        farEnd.failAfterEffect = true;
        assertThatThrownBy(this::carryOut).isInstanceOf(VendorUnavailable.class);
        await().until(() -> ledger.ofRequest(REQUEST).get(0).status() == WriteStatus.UNKNOWN);

        farEnd.failAfterEffect = false;
        assertThat(carryOut()).extracting(OutboundWrite::remoteReference).contains("remote SR-2026-000123-1");
        assertThat(farEnd.performed).containsExactly("SR-2026-000123-1", "SR-2026-000123-3");
    }

    @Test
    void doesNotRepeatAWriteWhoseCommitWasLost() {
        transaction.executeWithoutResult(status -> {
            ledger.carryOut(REQUEST, AMS, Set.of());
            status.setRollbackOnly();
        });
        assertThat(ledger.unsettled(REQUEST, AMS)).hasSize(2);

        assertThat(carryOut()).extracting(OutboundWrite::status).containsOnly(WriteStatus.DONE);
        assertThat(farEnd.performed).containsExactly("SR-2026-000123-1", "SR-2026-000123-3");
    }

    @Test
    void keepsARefusalForAPersonToResolve() {
        farEnd.refusal = "The insured was not found.";
        OutboundWrite refused = theOneOf(carryOut());
        assertThat(refused.status()).isEqualTo(WriteStatus.REJECTED);
        assertThat(refused.detail()).isEqualTo("The insured was not found.");
        assertThat(ledger.unsettled(REQUEST, AMS))
                .extracting(OutboundWrite::status)
                .containsExactly(WriteStatus.REJECTED, WriteStatus.PLANNED);

        farEnd.refusal = "";
        transaction.executeWithoutResult(status -> ledger.resolve(refused.id(), true, "client merged"));
        OutboundWrite done = carryOut().get(0);
        assertThat(done.reference()).isEqualTo(refused.reference());
        assertThat(done.attempts()).isEqualTo(2);
    }

    @Test
    void abandonsARefusedWriteWithTheReason() {
        farEnd.refusal = "No.";
        OutboundWrite refused = theOneOf(carryOut());

        transaction.executeWithoutResult(status -> ledger.resolve(refused.id(), false, "entered by hand"));

        assertThat(ledger.findByReference(refused.reference())).hasValueSatisfying(write -> {
            assertThat(write.status()).isEqualTo(WriteStatus.ABANDONED);
            assertThat(write.detail()).isEqualTo("entered by hand");
        });
    }

    @Test
    void saysWhichChannelIsMissing() {
        assertThatThrownBy(() -> ledger.carryOut(REQUEST, EnumSet.of(WriteKind.EMAIL), Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EMAIL");
    }

    private List<OutboundWrite> carryOut() {
        return carryOut(Set.of(), AMS);
    }

    private List<OutboundWrite> carryOut(Set<WriteKind> needed, Set<WriteKind> welcome) {
        List<OutboundWrite> result = transaction.execute(status -> ledger.carryOut(REQUEST, needed, welcome));
        return result == null ? List.of() : result;
    }

    private static OutboundWrite theOneOf(List<OutboundWrite> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private OutboundChannels channels() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("farEnd", farEnd);
        return new OutboundChannels(beans.getBeanProvider(OutboundChannel.class));
    }

    /** Remembers what took effect. */
    private static final class FarEnd implements OutboundChannel {
        private final Map<String, String> effects = new HashMap<>();
        private final List<String> performed = new ArrayList<>();
        private boolean failAfterEffect;
        private boolean queues;
        private int lostAfter = Integer.MAX_VALUE;
        private String refusal = "";

        @Override
        public Set<WriteKind> kinds() {
            return AMS;
        }

        @Override
        public Optional<String> find(OutboundWrite write) {
            return Optional.ofNullable(effects.get(write.reference()));
        }

        @Override
        public WriteOutcome perform(OutboundWrite write) {
            if (!refusal.isEmpty()) {
                throw new VendorRejected(refusal);
            }
            if (performed.size() >= lostAfter) {
                throw new VendorUnavailable("not reached");
            }
            performed.add(write.reference());
            effects.put(write.reference(), "remote " + write.reference());
            if (failAfterEffect) {
                throw new VendorUnavailable("the answer was lost");
            }
            return queues ? WriteOutcome.accepted() : WriteOutcome.done("remote " + write.reference());
        }
    }
}
