package org.throughline.processes;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.intake.Channel;
import org.throughline.intake.InboundItems;
import org.throughline.intake.NewItem;
import org.throughline.intake.PhoneCalls;
import org.throughline.intake.Receipt;

class LogPhoneCallProcessTest {

    private static final InboundItems ITEMS = mock(InboundItems.class);

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("log-phone-call")
            .delegatesOf("org.throughline.intake.process")
            .with(
                    PhoneCalls.class,
                    new PhoneCalls(ITEMS, Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC)));

    @Test
    void makesAnItemOfTheCallAndForgetsTheForm() {
        when(ITEMS.accept(any())).thenReturn(new Receipt("IN-2026-000077", Receipt.Status.ACCEPTED, null));
        engine.engine().getIdentityService().setAuthenticatedUserId("devon");

        ProcessInstance call = engine.start(
                "",
                Map.of(
                        "caller", "Robert Castellano",
                        "callerNumber", "407-555-0133",
                        "callPolicy", "PCS-PA-220871",
                        "callAbout", "Son turned 16, wants him on the Subaru.\nAsks what it costs.",
                        "callUrgency", "TODAY",
                        "callBack", true,
                        "callBackAt", "after 5 pm"));

        assertThat(call)
                .isEnded()
                .hasPassedInOrder("StartEvent_CallTaken", "Task_LogCall", "EndEvent_CallLogged")
                .variables()
                .containsOnlyKeys("inboundItemId", "loggedBy")
                .containsEntry("inboundItemId", "IN-2026-000077");
        org.assertj.core.api.Assertions.assertThat(engine.engine()
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(call.getId())
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo("IN-2026-000077");
        ArgumentCaptor<NewItem> stored = ArgumentCaptor.forClass(NewItem.class);
        verify(ITEMS).accept(stored.capture());
        NewItem item = stored.getValue();
        org.assertj.core.api.Assertions.assertThat(List.of(
                        item.channel(),
                        String.valueOf(item.externalId()),
                        item.sender(),
                        item.senderAddress(),
                        item.recipient(),
                        item.subject(),
                        item.body()))
                .containsExactly(
                        Channel.PHONE,
                        "call/" + call.getId(),
                        "Robert Castellano <407-555-0133>",
                        "407-555-0133",
                        "devon",
                        "Call from Robert Castellano: Son turned 16, wants him on the Subaru.",
                        """
                        Son turned 16, wants him on the Subaru.
                        Asks what it costs.
                        Policy: PCS-PA-220871
                        The caller needs it today.
                        Call back 407-555-0133, after 5 pm
                        Taken by: devon""");
    }
}
