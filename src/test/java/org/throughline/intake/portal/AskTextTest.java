package org.throughline.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskTextTest {

    @Test
    void putsTheFieldsUnderTheText() {
        assertThat(AskText.body(ask("Please send a certificate.")))
                .isEqualTo("Please send a certificate.\n\nAbout: Certificate of insurance or other proof of insurance\n"
                        + "Policy: BMC-GL-0448213\nNeeded by: 2026-12-01\nSent by: Denise Okafor");
    }

    @Test
    void takesTheFirstLineForTheSubjectAndShortensItAtAWord() {
        assertThat(AskText.subject(ask("Add a truck\nIt is a Ford."))).isEqualTo("Add a truck");
        assertThat(AskText.subject(ask("word ".repeat(40)))).hasSize(91).endsWith("word …");
    }

    @Test
    void keepsAnUnprovenSenderOffTheThreadOfAnOpenRequest() {
        assertThat(AskText.subject(ask("Re: [sr-2026-000123] yes, cancel it"))).isEqualTo("Re: [] yes, cancel it");
        assertThat(AskText.subject(ask("SR-2026-000123"))).isEqualTo("Request for service");
    }

    private static ServiceAsk ask(String text) {
        return new ServiceAsk(
                "0123456789abcdef",
                "Denise Okafor",
                "denise@okaforplumbing.example",
                "",
                "BMC-GL-0448213",
                Optional.of(AskKind.CERTIFICATE),
                text,
                LocalDate.of(2026, 12, 1));
    }
}
