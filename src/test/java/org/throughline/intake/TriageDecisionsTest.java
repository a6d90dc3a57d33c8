package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.assistant.AiOutputs;
import org.throughline.intake.TriageDecisions.Decided;
import org.throughline.request.RequestLetters;
import org.throughline.request.ServiceRequests;
import org.throughline.triage.ExampleCandidates;
import org.throughline.triage.SenderRole;
import org.throughline.triage.Understanding;
import org.throughline.triage.suggest.Suggestion.Scored;

class TriageDecisionsTest {

    private static final String ITEM = "IN-2026-000001";

    private final ItemReading reading = mock(ItemReading.class);
    private final InboundItem item = mock(InboundItem.class);
    private final Understanding understanding = mock(Understanding.class, RETURNS_DEEP_STUBS);
    private final ServiceRequests requests = mock(ServiceRequests.class);
    private final List<TriageLog.Entry> kept = new ArrayList<>();
    private final List<ExampleCandidates.Decided> examples = new ArrayList<>();
    private final AiOutputs outputs = mock(AiOutputs.class);
    private final TriageDecisions decisions =
            new TriageDecisions(reading, requests, log(), mock(RequestLetters.class), this::example, outputs);

    @BeforeEach
    void anItemThatLooksLikeAPayment() {
        when(understanding.flags()).thenReturn(List.of());
        when(understanding.suggestion().first()).thenReturn(new Scored("PAYMENT", 0.41));
        when(understanding.suggestion().modelVersion()).thenReturn("model-7");
        when(understanding.identity().senderRole()).thenReturn(SenderRole.CONTACT);
        when(item.channel()).thenReturn(Channel.EMAIL);
        when(item.subject()).thenReturn("Bill");
        when(item.body()).thenReturn("Why is it higher?");
        when(item.forwarded()).thenReturn("");
        when(reading.item(ITEM)).thenReturn(item);
        when(reading.understand(item)).thenReturn(understanding);
        when(item.id()).thenReturn(ITEM);
        when(item.senderAddress()).thenReturn("ann@example.org");
        when(requests.isOpen("SR-2026-000004")).thenReturn(true);
    }

    @Test
    void keepsWhatWasSuggestedBesideWhatWasDecided() {
        decisions.take(decided("OPEN", "BILLING_INQUIRY", null, null));

        assertThat(kept)
                .containsExactly(new TriageLog.Entry(
                        ITEM,
                        "model-7",
                        "PAYMENT",
                        0.41,
                        "OPEN",
                        List.of("BILLING_INQUIRY", "ID_CARD"),
                        null,
                        null,
                        "sam"));
    }

    @Test
    void offersAMessageWithOneRequestAsAnExampleAndNoOther() {
        decisions.take(decided("OPEN", "BILLING_INQUIRY", null, null));
        decisions.take(decided("MERGE", "", "SR-2026-000004", null));
        assertThat(examples).isEmpty();

        decisions.take(new Decided(ITEM, "OPEN", "BILLING_INQUIRY", List.of(), null, null, null, "sam"));

        assertThat(examples)
                .containsExactly(new ExampleCandidates.Decided(
                        "EMAIL",
                        SenderRole.CONTACT,
                        "ann@example.org",
                        "Bill",
                        "Why is it higher?",
                        "PAYMENT",
                        "BILLING_INQUIRY",
                        "sam"));
    }

    @Test
    void keepsTheRequestThatItWasMergedInto() {
        decisions.take(decided("MERGE", "", "SR-2026-000004", null));

        assertThat(kept).singleElement().satisfies(entry -> {
            assertThat(entry.requestNumber()).isEqualTo("SR-2026-000004");
            assertThat(entry.decidedTypes()).isEmpty();
        });
    }

    @Test
    void tellsTheRegisterWhatBecameOfTheSuggestion() {
        decisions.take(decided("MERGE", "", "SR-2026-000004", null));
        verifyNoInteractions(outputs);

        decisions.take(decided("OPEN", "BILLING_INQUIRY", null, null));
        verify(outputs).decided(ITEM, "BILLING_INQUIRY", "sam");
    }

    @Test
    void refusesToMergeIntoAClosedRequest() {
        assertThatThrownBy(() -> decisions.take(decided("MERGE", "", "SR-2026-000005", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("open request");
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesToAskNothing() {
        assertThatThrownBy(() -> decisions.take(decided("ASK", "", null, " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask the sender");
    }

    @Test
    void refusesToWriteToSomebodyWithoutAnAddress() {
        when(item.senderAddress()).thenReturn("+17135550100");

        assertThatThrownBy(() -> decisions.take(decided("ASK", "", null, "Which car?")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no e-mail address");
    }

    @Test
    void refusesToOpenARequestForNoWorkType() {
        assertThatThrownBy(() -> decisions.take(decided("OPEN", "", null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("work type");
    }

    @Test
    void wantsToKnowTheClientWhereSeveralArePossible() {
        when(understanding.flags()).thenReturn(List.of("AMBIGUOUS_CLIENT:10002,30206"));

        assertThatThrownBy(() -> decisions.take(about("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10002, 30206");
        assertThatThrownBy(() -> decisions.take(about("10001"))).hasMessageContaining("10002, 30206");
        assertThat(kept).isEmpty();

        decisions.take(about("30206"));
        assertThat(kept).singleElement().extracting(TriageLog.Entry::clientId).isEqualTo("30206");
    }

    private static Decided about(String client) {
        return new Decided(ITEM, "OPEN", "CERT_LIABILITY", List.of(), null, null, client, "sam");
    }

    private TriageLog log() {
        return new TriageLog() {
            @Override
            public void add(Entry entry) {
                kept.add(entry);
            }

            @Override
            public Optional<String> clientOf(String itemId) {
                return kept.stream()
                        .map(Entry::clientId)
                        .filter(Objects::nonNull)
                        .findFirst();
            }
        };
    }

    private ExampleCandidates.Outcome example(ExampleCandidates.Decided decided) {
        examples.add(decided);
        return ExampleCandidates.Outcome.RECORDED;
    }

    private static Decided decided(
            String decision, String workType, @Nullable String request, @Nullable String question) {
        return new Decided(ITEM, decision, workType, List.of("ID_CARD"), request, question, null, "sam");
    }
}
