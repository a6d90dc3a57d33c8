package org.throughline.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerResultTest {

    @Test
    void takesWhatIsComplete() {
        PartnerResult result = PartnerResult.read(
                sent("result", "Bluemesa confirmed, BM-4711", "minutes", 12L, "note", " by phone "), "REQUEST", "ana");

        assertThat(result).isEqualTo(new PartnerResult("Bluemesa confirmed, BM-4711", "by phone", 12, 1, "ana"));
    }

    @Test
    void countsUnitsWhereThePriceDoes() {
        Map<String, @Nullable Object> sent = sent("result", "Issued", "minutes", 40, "units", 17.0, "doneBy", "kofi");

        assertThat(PartnerResult.read(sent, "CERTIFICATE", "keyline-system"))
                .isEqualTo(new PartnerResult("Issued", null, 40, 17, "kofi"));
        assertThatThrownBy(() -> PartnerResult.read(sent, "REQUEST", "keyline-system"))
                .isInstanceOf(PartnerRefused.class)
                .hasMessageContaining("units is 17, and the price is for the request as a whole");
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThatThrownBy(() -> PartnerResult.read(
                        sent("result", 7, "minutes", "soon", "note", "x".repeat(2001), "units", 1.5),
                        "CERTIFICATE",
                        "ana"))
                .isInstanceOf(PartnerRefused.class)
                .hasMessageContaining("result is no text")
                .hasMessageContaining("minutes is soon: give a whole number from 0 to 1440")
                .hasMessageContaining("note has 2001 characters, and 2000 are the most")
                .hasMessageContaining("units is 1.5: give a whole number from 1 to 10000");
        assertThatThrownBy(() -> PartnerResult.read(sent(), "CERTIFICATE", "ana"))
                .hasMessageContaining("result is missing")
                .hasMessageContaining("minutes is missing")
                .hasMessageContaining("units is missing");
    }

    @Test
    void keepsNoPersonalNumbers() {
        PartnerResult result = PartnerResult.read(
                sent("result", "Asked with SSN 512-44-7781", "minutes", 1, "note", "card 4111 1111 1111 1111"),
                "REQUEST",
                "ana");

        assertThat(result.result()).doesNotContain("7781");
        assertThat(result.note()).doesNotContain("4111");
    }

    private static Map<String, @Nullable Object> sent(Object... pairs) {
        Map<String, @Nullable Object> sent = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.put((String) pairs[i], pairs[i + 1]);
        }
        return sent;
    }
}
