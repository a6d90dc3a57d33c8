package org.throughline.ams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.ams.Policy.PolicyForm;

class PolicyDescriptionTest {

    @Test
    void readsStatesNamedInsuredAndForms() {
        PolicyDescription description = PolicyDescription.parse("""
                States: TX, OK
                Named insured: Curtis Ridgeway dba Ridgeway Landscape

                CG 20 10 04 13 blanket | GL | ADDITIONAL_INSURED_ONGOING | written contract
                CG 20 11 12 19 scheduled | GL | ADDITIONAL_INSURED | parties: Front Range LLC; Second, Inc.
                WC 00 00 00 C | WC | BASE
                BMC EO 04 06 21 | EO | BASE
                """);

        assertThat(description.states()).containsExactly("TX", "OK");
        assertThat(description.namedInsured()).isEqualTo("Curtis Ridgeway dba Ridgeway Landscape");
        assertThat(description.forms())
                .containsExactly(
                        new PolicyForm("CG 20 10", "04 13", "GL", "ADDITIONAL_INSURED_ONGOING", true, true, List.of()),
                        new PolicyForm(
                                "CG 20 11",
                                "12 19",
                                "GL",
                                "ADDITIONAL_INSURED",
                                false,
                                false,
                                List.of("Front Range LLC", "Second, Inc.")),
                        new PolicyForm("WC 00 00 00", "C", "WC", "BASE", false, false, List.of()),
                        new PolicyForm("BMC EO 04", "06 21", "EO", "BASE", false, false, List.of()));
    }

    @Test
    void keepsAnythingElseAsAFormThatGrantsNothing() {
        assertThat(PolicyDescription.parse("see paper file\n| | \nCG 20 10\nblanket")
                        .forms())
                .containsExactly(
                        new PolicyForm("see paper file", null, null, null, false, false, List.of()),
                        new PolicyForm("| |", null, null, null, false, false, List.of()),
                        new PolicyForm("CG 20 10", null, null, null, false, false, List.of()),
                        new PolicyForm("blanket", null, null, null, false, false, List.of()));
    }

    @Test
    void cannotTellWithoutAList() {
        assertThat(PolicyDescription.parse(null).forms()).isNull();
        assertThat(PolicyDescription.parse("States: TX").forms()).isNull();
    }
}
