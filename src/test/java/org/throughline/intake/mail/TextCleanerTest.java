package org.throughline.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.throughline.intake.mail.TextCleaner.Parts;

class TextCleanerTest {

    @Test
    void cutsSignatureAndConfidentialityFooter() throws IOException {
        Parts parts = sample("S001");

        assertThat(parts.body())
                .startsWith("Hi team,")
                .contains("4410 Harwin Dr, Suite 200")
                .endsWith("BMC-GL-0448213.");
        assertThat(parts.quoted()).contains("CONFIDENTIALITY NOTICE").contains("(713) 555-0142");
        assertThat(parts.forwarded()).isEmpty();
    }

    @Test
    void keepsAForwardApart() throws IOException {
        Parts parts = sample("S002");

        assertThat(parts.body()).isEqualTo("See below, we cant start til they have this. Need it by Friday.\nLuis");
        assertThat(parts.forwarded())
                .startsWith("---------- Forwarded message")
                .endsWith("contracts@trellisgc.example");
    }

    @Test
    void separatesMarkedHistory() throws IOException {
        assertThat(sample("S025").body()).endsWith("Renewal is 1/15.");
        assertThat(sample("S025").quoted()).contains("please complete the questionnaire");
        assertThat(sample("S064").body()).endsWith("Same address.");
        assertThat(sample("S064").quoted()).contains("your certificate is attached");
    }

    @Test
    void leavesAPlainTextAlone() throws IOException {
        assertThat(sample("S065")).isEqualTo(new Parts("resending in case u didnt get it", "", ""));
    }

    @Test
    void endsAtAnAttributionOverTwoLines() {
        Parts parts = TextCleaner.clean(
                "Yes please.\n\nOn Mon, Nov 16, 2026 at 10:12 AM Harborline Service\n<service@harborline.example> wrote:\n\nOld text",
                "Re: COI");

        assertThat(parts.body()).isEqualTo("Yes please.");
        assertThat(parts.quoted()).contains("Old text");
    }

    @Test
    void keepsAnswersBelowAndBetweenMarkedLines() {
        Parts parts =
                TextCleaner.clean("On Nov 3, Ann wrote:\n> Which limit?\nOne million.\n> Since when?\nJuly.", "Re: x");

        assertThat(parts.body()).isEqualTo("One million.\nJuly.");
        assertThat(parts.quoted()).contains("Which limit?").contains("Since when?");
    }

    @Test
    void readsAnOutlookHeaderAsHistoryOrForwardBySubject() {
        String text =
                "FYI\n\n_____________________\nFrom: Ann <ann@a.example>\nSent: Monday\nTo: Ben\nSubject: Lease\n\nWe need a certificate.";

        assertThat(TextCleaner.clean(text, "Re: Lease").quoted()).contains("We need a certificate.");
        assertThat(TextCleaner.clean(text, "FW: Lease").forwarded()).contains("We need a certificate.");
        assertThat(TextCleaner.clean(text, "FW: Lease").body()).isEqualTo("FYI");
    }

    @Test
    void endsAtAnOriginalMessageLine() {
        assertThat(TextCleaner.clean("Done.\n-----Original Message-----\nFrom: x\nold", "RE: a")
                        .body())
                .isEqualTo("Done.");
    }

    @Test
    void doesNotTakeWorkAfterThanksForASignature() {
        String text = "Please add the driver.\nThanks,\nOh, and is the policy paid?";

        assertThat(TextCleaner.clean(text, "x").body()).isEqualTo(text);
    }

    @Test
    void readsHtmlAsAMailProgramShowsIt() {
        String text = HtmlText.read("<style>p{}</style><p>Hello <b>you</b></p><script>alert(1)</script>"
                        + "<a href='http://bad.example/x'>pay</a><blockquote>old</blockquote>")
                .text();

        assertThat(text)
                .contains("Hello you")
                .contains("pay <http://bad.example/x>")
                .contains("> old");
        assertThat(text).doesNotContain("alert").doesNotContain("p{}");
    }

    private static Parts sample(String id) throws IOException {
        JsonNode samples =
                new ObjectMapper().readTree(new ClassPathResource("sandbox/inbound-items.json").getInputStream());
        for (JsonNode sample : samples) {
            if (sample.path("id").asText().equals(id)) {
                return TextCleaner.clean(
                        sample.path("body").asText(), sample.path("subject").asText());
            }
        }
        throw new IllegalArgumentException(id);
    }
}
