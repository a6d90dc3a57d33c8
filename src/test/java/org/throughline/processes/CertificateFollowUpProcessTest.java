package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class CertificateFollowUpProcessTest {

    private static final String NUMBER = "SR-2026-000001";

    @RegisterExtension
    static final TestEngine engine =
            TestEngine.of("certificate-follow-up").stubbing("certificate-issuance", "ams-write");

    private static ProcessInstance on(String message) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("requestNumber", NUMBER);
        variables.put("queue", "account-managers");
        variables.put("priority", "P3");
        variables.put("slaDueAt", "2026-11-24T10:00:00");
        return engine.engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(NUMBER)
                .setVariables(variables)
                .correlateStartMessage();
    }

    private static void delivery(boolean sent) {
        engine.fake("deliverCertificateDelegate", execution -> execution.setVariable("delivered", sent));
    }

    @Test
    void sendsWhatIsPlannedAndWritesItToTheAms() {
        delivery(true);
        ProcessInstance followUp = on("certificate-amended");
        engine.runJobs();

        assertThat(followUp)
                .isEnded()
                .hasPassedInOrder("Task_DeliverCertificate", "Call_WriteToAms", "EndEvent_CertificateFollowedUp");
    }

    @Test
    void writesTheNextVersionToTheAms() {
        engine.fake("certificate-issuance", execution -> execution.setVariable("outcome", "ISSUED"));
        ProcessInstance followUp = on("certificate-revised");

        assertThat(followUp)
                .isEnded()
                .hasPassedInOrder("Call_IssueNextVersion", "Call_WriteToAms", "EndEvent_CertificateFollowedUp");
    }

    @Test
    void leavesTheEarlierVersionWhereTheNextIsDeclined() {
        engine.fake("certificate-issuance", execution -> execution.setVariable("outcome", "DECLINED"));
        ProcessInstance followUp = on("certificate-revised");

        assertThat(followUp).isEnded().hasPassed("EndEvent_EarlierVersionLeftStanding");
    }

    @Test
    void asksForAnAddressUntilTheMailArrives() {
        engine.passing("sendCertificateAgainDelegate");
        delivery(false);
        ProcessInstance followUp = on("certificate-bounced");
        Map<String, Object> again = Map.of("deliveryDecision", "RESEND", "deliverTo", "office@bayline.example");
        engine.complete("Task_CorrectDeliveryAddress", again);
        engine.runJobs();
        assertThat(followUp).isWaitingAtExactly("Task_CorrectDeliveryAddress");
        engine.complete("Task_CorrectDeliveryAddress", Map.of("deliveryDecision", "GIVE_UP"));

        assertThat(followUp)
                .isEnded()
                .hasPassedInOrder("Task_SendCertificateAgain", "EndEvent_CertificateDeliveredOtherwise");
    }
}
