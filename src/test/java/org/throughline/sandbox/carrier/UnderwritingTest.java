package org.throughline.sandbox.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.sandbox.carrier.CarrierWorld.POLICY;
import static org.throughline.sandbox.carrier.CarrierWorld.insured;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.platform.MovingClock;
import org.throughline.sandbox.carrier.Behavior.Mode;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;

class UnderwritingTest {

    private static final Arrival DESK = Arrival.atDesk("service@bluemesa.example");

    private final CarrierWorld world = new CarrierWorld("underwriting");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void issuesAtOnceAndChangesThePolicy() {
        ObjectNode job =
                submit("SR-2026-000001-1", insured("Gulfton Apartments LP", "form", "CG 20 10", "waiver", "Y"));

        assertThat(JobStatus.of(job)).isEqualTo(JobStatus.ISSUED);
        assertThat(job.path("endorsement").asText()).isEqualTo("BMC-END-000001");
        assertThat(job.path("premiumChange").decimalValue()).isNotNull();
        assertThat(policy().path("premium").asText()).isNotEqualTo("6184.00");
        assertThat(item("Gulfton Apartments LP"))
                .containsEntry("form", "CG 20 10")
                .containsEntry("waiver", "Y");
        assertThat(job.path("_operation").asText()).isEqualTo("POLICY");
        assertThat(job.path("_reference").asText()).isEqualTo("SR-2026-000001-1");
        assertThat(world.store.of(Kind.DOCUMENT, "BMC"))
                .anySatisfy(document -> assertThat(document.path("job")).isEqualTo(job.path("id")));
    }

    @Test
    void delaysAsLongAsItIsTold() {
        world.behaviors.set(null, new Behavior(Mode.DELAY, Duration.ofSeconds(30)));
        submit("SR-2026-000001-1", insured("Gulfton Apartments LP"));

        world.clock.advance(Duration.ofSeconds(29));
        assertThat(status("SR-2026-000001-1")).isEqualTo(JobStatus.PENDING);
        assertThat(PolicyContents.find(items(), Item.ADDITIONAL_INSURED, "Gulfton Apartments LP"))
                .isEmpty();
        world.clock.advance(Duration.ofSeconds(2));

        assertThat(status("SR-2026-000001-1")).isEqualTo(JobStatus.ISSUED);
        assertThat(item("Gulfton Apartments LP")).isEmpty();
    }

    @Test
    void leavesWhatIsReferredToAnUnderwriterUntilTheCarrierIssues() {
        world.behaviors.set("BMC", new Behavior(Mode.REFER, Duration.ZERO));
        submit("SR-2026-000001-1", insured("Gulfton Apartments LP"));
        world.clock.advance(Duration.ofDays(20));
        assertThat(status("SR-2026-000001-1")).isEqualTo(JobStatus.REFERRED);

        world.behaviors.set("BMC", new Behavior(Mode.ISSUE, Duration.ZERO));

        assertThat(status("SR-2026-000001-1")).isEqualTo(JobStatus.ISSUED);
    }

    @Test
    void declinesWithAReason() {
        world.behaviors.set("BMC", new Behavior(Mode.DECLINE, Duration.ZERO));

        ObjectNode job = submit("SR-2026-000001-1", insured("Gulfton Apartments LP"));

        assertThat(JobStatus.of(job)).isEqualTo(JobStatus.DECLINED);
        assertThat(job.path("message").asText()).startsWith("Declined: ");
        assertThat(policy().path("premium").asText()).isEqualTo("6184.00");
    }

    @Test
    void issuesTheFirstOfSeveralChangesOnly() {
        world.behaviors.set(null, new Behavior(Mode.PARTIAL, Duration.ZERO));

        ObjectNode job = submit("SR-2026-000001-1", insured("One LLC"), insured("Two LLC"));

        assertThat(PolicyChange.read(job.path("issued")))
                .extracting(PolicyChange::name)
                .containsExactly("One LLC");
        assertThat(PolicyContents.find(items(), Item.ADDITIONAL_INSURED, "Two LLC"))
                .isEmpty();
    }

    @Test
    void leavesOutTheWaiverOfASingleChange() {
        world.behaviors.set(null, new Behavior(Mode.PARTIAL, Duration.ZERO));

        submit("SR-2026-000001-1", insured("One LLC", "form", "CG 20 10", "waiver", "Y"));

        assertThat(item("One LLC")).containsOnlyKeys("form");
    }

    @Test
    void keepsNothingOfWhatIsWrong() {
        world.behaviors.set("BMC", new Behavior(Mode.ERROR, Duration.ZERO));
        CarrierAsk ask = world.ask("SR-2026-000001-1", insured("One LLC"));

        assertThatThrownBy(() -> world.underwriting.submit(ask, DESK)).isInstanceOf(ValidationFailed.class);
        assertThat(world.store.all(Kind.JOB)).isEmpty();
    }

    @Test
    void refusesToChangeWhatIsNotThere() {
        CarrierAsk ask = world.ask(
                "SR-2026-000001-1", new PolicyChange(Action.REMOVE, Item.ADDITIONAL_INSURED, "Nobody", Map.of()));

        assertThatThrownBy(() -> world.underwriting.submit(ask, DESK)).hasMessageContaining("Nobody");
    }

    @Test
    void endsAPolicyAndPutsItBackInForce() {
        ObjectNode over = world.underwriting.submit(world.ask(Operation.CANCELLATION, "SR-2026-000001-1"), DESK);
        assertThat(over.path("premiumChange").asText()).startsWith("-");
        assertThat(policy().path("status").asText()).isEqualTo("CANCELED");
        assertThatThrownBy(() -> submit("SR-2026-000001-2", insured("One LLC"))).isInstanceOf(ValidationFailed.class);

        world.underwriting.submit(world.ask(Operation.REINSTATEMENT, "SR-2026-000001-3"), DESK);

        assertThat(policy().path("status").asText()).isEqualTo("IN_FORCE");
    }

    @Test
    void takesClaimsEvenWhereItDeclinesChanges() {
        world.behaviors.set(null, new Behavior(Mode.DECLINE, Duration.ZERO));

        ObjectNode claim = world.underwriting.submit(world.ask(Operation.CLAIM_NOTICE, "SR-2026-000001-1"), DESK);

        assertThat(JobStatus.of(claim)).isEqualTo(JobStatus.ISSUED);
        assertThat(claim.path("claimNumber").asText()).isNotBlank();
        assertThat(claim.path("_operation").asText()).isEqualTo("OTHER");
    }

    @Test
    void setsOneCarrierOrAll() {
        world.behaviors.set("BMC", new Behavior(Mode.DECLINE, Duration.ZERO));
        assertThat(world.behaviors.of("SRM").mode()).isEqualTo(Mode.ISSUE);

        world.behaviors.set(null, new Behavior(Mode.REFER, Duration.ZERO));

        assertThat(world.behaviors.of("BMC").mode()).isEqualTo(Mode.REFER);
        assertThat(world.behaviors.of("SRM").mode()).isEqualTo(Mode.REFER);
    }

    @Test
    void keepsWhatItHasOverARestart(@TempDir Path directory) {
        MovingClock clock = new MovingClock();
        try (CarrierWorld before = new CarrierWorld(directory, clock)) {
            before.behaviors.set(null, new Behavior(Mode.DELAY, Duration.ofSeconds(30)));
            before.underwriting.submit(before.ask("SR-2026-000001-1", insured("One LLC")), DESK);
        }
        clock.advance(Duration.ofSeconds(31));

        try (CarrierWorld after = new CarrierWorld(directory, clock)) {
            assertThat(after.underwriting.byReference("BMC", "SR-2026-000001-1"))
                    .hasValueSatisfying(job -> assertThat(JobStatus.of(job)).isEqualTo(JobStatus.ISSUED));
            assertThat(after.store.policies()).isEqualTo(122);
        }
    }

    @Test
    void keepsAllOfWhatBelongsTogetherOrNothing() {
        ObjectNode changed = policy().deepCopy().put("premium", "1.00");

        assertThatThrownBy(() -> world.store.together(() -> {
                    world.store.update(Kind.POLICY, changed.path("id").asText(), changed);
                    throw new IllegalStateException("cut short");
                }))
                .hasMessage("cut short");

        assertThat(policy().path("premium").asText()).isEqualTo("6184.00");
        assertThat(world.store.policies()).isEqualTo(122);
    }

    @Test
    void knowsTheItemsOfThePracticeBook() {
        ArrayNode home = (ArrayNode)
                world.store.policy("SRM", "SRMHO118822").orElseThrow().path("items");

        assertThat(PolicyContents.find(home, Item.MORTGAGEE, "Blue Ridge Home Lending, ISAOA/ATIMA"))
                .hasValueSatisfying(
                        lender -> assertThat(PolicyContents.values(lender)).containsEntry("loanNumber", "BR-204417"));
        assertThat(PolicyContents.find(home, Item.COVERAGE, "Personal liability"))
                .hasValueSatisfying(
                        limit -> assertThat(PolicyContents.values(limit)).containsEntry("limit", "300000"));
        assertThat(PolicyContents.find(home, Item.LOCATION, "64 Kimberly Ave")).isPresent();
    }

    private ObjectNode submit(String reference, PolicyChange... changes) {
        return world.underwriting.submit(world.ask(reference, changes), DESK);
    }

    private JobStatus status(String reference) {
        return JobStatus.of(world.underwriting.byReference("BMC", reference).orElseThrow());
    }

    private ObjectNode policy() {
        return world.underwriting.policy("BMC", POLICY).orElseThrow();
    }

    private ArrayNode items() {
        return (ArrayNode) policy().path("items");
    }

    private Map<String, String> item(String name) {
        return PolicyContents.values(
                PolicyContents.find(items(), Item.ADDITIONAL_INSURED, name).orElseThrow());
    }
}
