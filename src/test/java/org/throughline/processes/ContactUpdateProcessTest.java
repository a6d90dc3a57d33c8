package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.ams.AmsContactPayload;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.request.process.RequestStatusPlugin;
import org.throughline.servicing.contact.usecase.AskOldChannel;
import org.throughline.servicing.contact.usecase.ContactWorld;
import org.throughline.servicing.contact.usecase.PlanContactChange;
import org.throughline.servicing.contact.usecase.ReadContacts;

class ContactUpdateProcessTest {

    private static final String NUMBER = "SR-2026-000001";
    private static final ContactWorld world = new ContactWorld();

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("contact-update")
            .stubbing("missing-information", "general-service")
            .configuring(configuration -> new RequestStatusPlugin(TestPauses.never()).preInit(configuration))
            .delegatesOf("org.throughline.servicing.contact.process")
            .with(ReadContacts.class, world.reading())
            .with(AskOldChannel.class, world.asking())
            .with(PlanContactChange.class, world.planning());

    @BeforeEach
    void nothingPlanned() {
        world.ledger.writes.clear();
    }

    @Test
    void changesAContactOnceTheOldAddressHasConfirmedIt() {
        AtomicReference<Map<String, Object>> asked = new AtomicReference<>(Map.of());
        AtomicReference<Object> question = new AtomicReference<>("");
        engine.fake("missing-information", execution -> {
            asked.set(seen(execution));
            question.set(execution.getVariable("question"));
        });

        ProcessInstance change = engine.start(NUMBER, request("c-1"));
        engine.runJob("Task_ReadContacts");
        assertThat(change)
                .isWaitingAtExactly("Task_ConfirmContactChange")
                .variables()
                .containsEntry("contactName", "Denise Okafor")
                .containsEntry("changeRequestedBy", "Denise Okafor");
        engine.complete("Task_ConfirmContactChange", entered("LETTER"));
        assertThat(change).isWaitingAtExactly("Task_CheckConfirmation");
        Assertions.assertThat(asked.get())
                .containsEntry("replyTo", "denise@okaforplumbing.example")
                .containsEntry("senderName", "Denise Okafor");
        Assertions.assertThat(String.valueOf(question.get())).contains("713-555-0199");
        Assertions.assertThat(world.ledger.writes).isEmpty();
        engine.complete("Task_CheckConfirmation", answer("CONFIRMED", "Denise answered from the address on file."));

        assertThat(change)
                .isEnded()
                .hasPassed("EndEvent_ContactChangePlanned")
                .variables()
                .containsEntry("outcome", "DONE")
                .hasEntrySatisfying(
                        "completionEvidence",
                        evidence -> Assertions.assertThat(evidence.toString()).contains("Denise answered"));
        Assertions.assertThat(world.ledger.kinds()).containsExactly(WriteKind.AMS_CONTACT, WriteKind.AMS_NOTE);
        Assertions.assertThat(world.ledger.writes.get(0).payload())
                .isInstanceOfSatisfying(AmsContactPayload.class, payload -> {
                    Assertions.assertThat(payload.base()).isEqualTo("(713) 555-0142");
                    Assertions.assertThat(payload.baseReadAt()).isEqualTo(world.clock.instant());
                });
    }

    @Test
    void hasAPersonCallWhereTheOldAddressDoesNotWork() {
        AtomicReference<Map<String, Object>> asked = new AtomicReference<>(Map.of());
        engine.fake("missing-information", execution -> {
            asked.set(seen(execution));
            execution.setVariable("answer", "Yes, that is my number");
        });

        ProcessInstance change = engine.start(NUMBER, request("c-1"));
        engine.runJob("Task_ReadContacts");
        engine.complete("Task_ConfirmContactChange", entered("CALL"));

        Assertions.assertThat(asked.get()).containsEntry("replyTo", "");
        assertThat(change)
                .isWaitingAtExactly("Task_CheckConfirmation")
                .variables()
                .containsEntry("answer", "Yes, that is my number");
    }

    @Test
    void leavesTheContactWhereTheOldChannelDoesNotConfirm() {
        ProcessInstance change = engine.start(NUMBER, request("c-1"));
        engine.runJob("Task_ReadContacts");
        engine.complete("Task_ConfirmContactChange", entered("LETTER"));
        engine.complete("Task_CheckConfirmation", answer("NOT_CONFIRMED", "She did not ask for it."));

        assertThat(change)
                .isEnded()
                .hasPassed("EndEvent_ContactLeftAsItWas")
                .variables()
                .containsEntry("outcome", "DECLINED");
        Assertions.assertThat(world.ledger.writes).isEmpty();
    }

    @Test
    void tellsThePersonWhatIsMissing() {
        ProcessInstance change = engine.start(NUMBER, request("c-1"));
        engine.runJob("Task_ReadContacts");
        Map<String, Object> withoutProof = new HashMap<>(entered("LETTER"));
        withoutProof.remove("identityProof");

        assertThatThrownBy(() -> engine.complete("Task_ConfirmContactChange", withoutProof))
                .hasMessageContaining("what shows that it is them");
        engine.complete("Task_ConfirmContactChange", entered("LETTER"));
        assertThatThrownBy(() -> engine.complete("Task_CheckConfirmation", answer("CONFIRMED", " ")))
                .hasMessageContaining("who confirmed it");

        assertThat(change).isWaitingAtExactly("Task_CheckConfirmation");
    }

    @Test
    void leavesOtherChangesAndUnknownClientsToTheChecklist() {
        engine.fake("general-service", execution -> {
            execution.setVariable("outcome", "DONE");
            execution.setVariable("completionEvidence", "New contact entered");
        });

        ProcessInstance other = engine.start(NUMBER, request("c-1"));
        engine.runJob("Task_ReadContacts");
        engine.complete("Task_ConfirmContactChange", Map.of("contactDecision", "BY_HAND"));
        ProcessInstance unknown = engine.start("SR-2026-000002", request(""));

        assertThat(other)
                .isEnded()
                .hasPassed("EndEvent_CarriedOutByHand")
                .variables()
                .containsEntry("completionEvidence", "New contact entered")
                .containsEntry("outcome", "DONE");
        assertThat(unknown).isEnded().hasPassed("EndEvent_CarriedOutByHand").hasNotPassed("Task_ReadContacts");
    }

    private static Map<String, Object> seen(DelegateExecution execution) {
        return new HashMap<>(execution.getVariables());
    }

    private static Map<String, Object> entered(String decision) {
        return Map.of(
                "contactField",
                "PHONE",
                "newContactValue",
                "713-555-0199",
                "identityProof",
                "Wrote from the address on file.",
                "contactDecision",
                decision);
    }

    private static Map<String, Object> answer(String decision, String note) {
        return Map.of("confirmationDecision", decision, "confirmationNote", note);
    }

    private static Map<String, Object> request(String clientId) {
        return Map.of(
                "requestNumber",
                NUMBER,
                "clientId",
                clientId,
                "senderName",
                "Denise Okafor",
                "senderAddress",
                "denise@okaforplumbing.example",
                "replyTo",
                "denise@mailbox.example",
                "queue",
                "account-managers",
                "priority",
                "P4",
                "slaDueAt",
                "2026-11-24T10:00:00");
    }
}
