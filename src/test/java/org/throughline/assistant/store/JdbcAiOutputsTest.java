package org.throughline.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.assistant.AiOutput;
import org.throughline.assistant.AiOutput.Outcome;
import org.throughline.assistant.AiOutput.Source;
import org.throughline.assistant.AiOutputs;
import org.throughline.assistant.AiOutputs.Registered;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;

class JdbcAiOutputsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final AiOutput SUGGESTED =
            AiOutput.classification(Source.SUGGESTER, "model-7", "PAYMENT", 0.41, "IN-2026-000001");
    private static final AiOutput HEARD =
            AiOutput.classification(Source.ASSISTANT, "gpt-1", "BILLING_INQUIRY", 0.8, "IN-2026-000001");

    private final AiOutputs outputs = new JdbcAiOutputs(
            JdbcClient.create(TestDatabase.migrated().jdbc()), TestAgency.PROFILE, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepsWhatModelsSaidUntilAPersonDecides() {
        outputs.add(HEARD);
        outputs.add(SUGGESTED);

        assertThat(outputs.ofItems(List.of("IN-2026-000001", "IN-2026-000002")))
                .containsExactly(new Registered(SUGGESTED, NOW, null, null), new Registered(HEARD, NOW, null, null));
        assertThat(outputs.ofItems(List.of())).isEmpty();
    }

    @Test
    void acceptsWhoNamedWhatThePersonDecidedAndChangesTheRest() {
        outputs.add(SUGGESTED);
        outputs.add(HEARD);
        outputs.add(AiOutput.classification(Source.SUGGESTER, "model-7", "PAYMENT", 0.9, "IN-2026-000002"));

        outputs.decided("IN-2026-000001", "BILLING_INQUIRY", "sam");

        assertThat(outputs.ofItems(List.of("IN-2026-000001")))
                .containsExactly(
                        new Registered(SUGGESTED, NOW, Outcome.CHANGED, "sam"),
                        new Registered(HEARD, NOW, Outcome.ACCEPTED, "sam"));
        assertThat(outputs.ofItems(List.of("IN-2026-000002")))
                .singleElement()
                .extracting(Registered::outcome)
                .isNull();
    }

    @Test
    void leavesOutOfADecisionWhatNamedNoWorkType() {
        AiOutput draft =
                new AiOutput(AiOutput.Function.DRAFT, Source.ASSISTANT, "gpt-1", null, 0.5, "IN-2026-000001", null);
        outputs.add(draft);

        outputs.decided("IN-2026-000001", "PAYMENT", "sam");

        assertThat(outputs.ofItems(List.of("IN-2026-000001"))).containsExactly(new Registered(draft, NOW, null, null));
    }
}
