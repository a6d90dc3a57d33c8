package org.throughline.sandbox.carrier.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;

class RequestFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void readsAFormAsAPersonWould() {
        CarrierAsk ask = ask("Policy change request", """
                Hello,
                please process the request below.

                > Reference: SR-2026-000123-4
                > POLICY : LNI-PKG-330918 (GL, Property)
                > Effective date: 12/1/2026
                > - Change: Add Additional Insured Gulfton Apartments LP; form=CG 20 10;
                >     waiver=yes
                > Change: remove lienholder Third Bank
                > Change: amend something else

                Thank you
                """);

        assertThat(ask.reference()).isEqualTo("SR-2026-000123-4");
        assertThat(ask.policyNumber()).isEqualTo("LNI-PKG-330918");
        assertThat(ask.effective()).isEqualTo("2026-12-01");
        assertThat(ask.operation()).isEqualTo(Operation.POLICY_CHANGE);
        assertThat(ask.changes())
                .containsExactly(
                        new PolicyChange(
                                Action.ADD,
                                Item.ADDITIONAL_INSURED,
                                "Gulfton Apartments LP",
                                Map.of("form", "CG 20 10", "waiver", "yes")),
                        new PolicyChange(Action.REMOVE, Item.LIENHOLDER, "Third Bank", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "Request: Cancellation, CANCELLATION",
        "Request: CLAIM_NOTICE, CLAIM_NOTICE",
        "Request: LOSS_RUNS, LOSS_RUNS",
        "Operation: reinstatement of the policy, REINSTATEMENT",
        "Request: policy change, POLICY_CHANGE"
    })
    void readsWhatIsAskedFor(String line, Operation expected) {
        assertThat(ask("Request", "Reference: SR-2026-000123-4\nPolicy: X-1\n" + line)
                        .operation())
                .isEqualTo(expected);
    }

    @Test
    void takesTheSubjectWhereTheFormDoesNotSay() {
        CarrierAsk ask = ask("Loss runs SR-2026-000123-4", "Policy: X-1\nEffective: 2026-11-30");

        assertThat(ask.operation()).isEqualTo(Operation.LOSS_RUNS);
        assertThat(ask.reference()).isEqualTo("SR-2026-000123-4");
        assertThat(ask.effective()).isEqualTo("2026-11-30");
    }

    @Test
    void isNotCompleteWithoutReferenceOrPolicy() {
        assertThat(RequestForm.read("Hi", "Policy: X-1").complete()).isFalse();
        assertThat(RequestForm.read("Hi", "Reference: SR-2026-000123-4").complete())
                .isFalse();
    }

    @Test
    void writesChangesAsItReadsThem() {
        PolicyChange change = new PolicyChange(
                Action.ADD, Item.ADDITIONAL_INSURED, "Gulfton Apartments LP", Map.of("form", "CG 20 10"));

        assertThat(ChangeLine.read(ChangeLine.written(change))).contains(change);
    }

    private static CarrierAsk ask(String subject, String text) {
        RequestForm form = RequestForm.read(subject, text);
        assertThat(form.complete()).isTrue();
        return form.ask("LNI", form.operation().orElseThrow(), TODAY);
    }
}
