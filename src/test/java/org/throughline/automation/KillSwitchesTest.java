package org.throughline.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.automation.store.AutomationTables;

class KillSwitchesTest {

    private static final String CERTIFICATE = "CERT_LIABILITY";

    private final AutomationTables tables =
            new AutomationTables(Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC));
    private final KillSwitches switches = tables.switches();
    private final AutomationGate gate = tables.gate();

    @Test
    void nothingIsStoppedUntilASwitchIsThrown() {
        assertThat(gate.of(CERTIFICATE).stop()).isNull();
        assertThat(gate.stopped(CERTIFICATE, List.of("Blue Mesa Insurance"))).isEmpty();
        assertThat(switches.all()).isEmpty();
    }

    @Test
    void stopsOneWorkTypeAndNamesTheSwitch() {
        switches.set(SwitchScope.WORK_TYPE, CERTIFICATE, true, "wrong limits", "nora");

        assertThat(gate.of(CERTIFICATE).stop())
                .isEqualTo("Automation of CERT_LIABILITY was switched off by nora: wrong limits");
        assertThat(gate.stopped(CERTIFICATE, List.of())).isPresent();
        assertThat(gate.of("NOT_WORK").stop()).isNull();
        assertThat(tables.levels().of(CERTIFICATE).enabled()).isFalse();

        switches.set(SwitchScope.WORK_TYPE, CERTIFICATE, false, "put right", "nora");

        assertThat(gate.of(CERTIFICATE).stop()).isNull();
        assertThat(tables.levelTable().changes("WORK_TYPE", CERTIFICATE, 0, 10))
                .extracting(AutomationChange::to)
                .containsExactlyInAnyOrder("ON", "OFF");
    }

    @Test
    void stopsWhatTouchesACarrierHoweverItIsWritten() {
        switches.set(SwitchScope.CARRIER, "Blue Mesa Insurance", true, "forms changed", "nora");
        switches.set(SwitchScope.CARRIER, "BLUE MESA INSURANCE", true, "forms changed again", "nora");

        assertThat(switches.all()).hasSize(1);
        assertThat(gate.stopped(CERTIFICATE, List.of("Summit Ridge", "blue mesa insurance")))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("carrier Blue Mesa Insurance", "forms changed again"));
        assertThat(gate.stopped(CERTIFICATE, List.of("Summit Ridge"))).isEmpty();
        assertThat(gate.of(CERTIFICATE).stop())
                .as("carriers are known once policies are read")
                .isNull();
    }

    @Test
    void stopsTheWholeAgency() {
        switches.set(SwitchScope.AGENCY, "harborline", true, "mail loop", "nora");

        assertThat(gate.of("NOT_WORK").stop()).contains("All automation of the agency");
        assertThat(gate.stopped(CERTIFICATE, List.of("Summit Ridge"))).isPresent();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> switches.set(SwitchScope.WORK_TYPE, "NO_SUCH", true, "x", "nora"))
                .hasMessageContaining("NO_SUCH");
        assertThatThrownBy(() -> switches.set(SwitchScope.AGENCY, "other", true, "x", "nora"))
                .hasMessageContaining("harborline");
        assertThatThrownBy(() -> switches.set(SwitchScope.CARRIER, "Blue Mesa", true, " ", "nora"))
                .hasMessageContaining("reason");
        assertThat(switches.all()).isEmpty();
    }
}
