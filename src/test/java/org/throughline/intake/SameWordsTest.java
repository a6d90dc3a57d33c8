package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.triage.MessageText;
import org.throughline.triage.MessageText.AttachmentText;
import org.throughline.triage.Understanding;

class SameWordsTest {

    private static final AttachmentText EXHIBIT =
            new AttachmentText("Exhibit_C.pdf", "application/pdf", "TGC-2026-118");

    private final MessageText first = mail("Please send a certificate to Trellis, GL 1000000, by Friday.", EXHIBIT);

    @Test
    void areTheSameWhenTheMessageIsSentAgain() {
        assertThat(same("Please send a certificate to Trellis, GL 1000000, by Friday.", "Trellis"))
                .isTrue();
    }

    @Test
    void areTheSameWhenTheSenderSaysSoAndAddsNothing() {
        Understanding repeat = read("Trellis", "REPEAT_CONTACT");

        assertThat(SameWords.say(mail("resending in case u didnt get it", EXHIBIT), repeat, first, read("Trellis")))
                .isTrue();
    }

    @Test
    void areNotTheSameForAnotherHolder() {
        assertThat(same("Please send a certificate to Bayline, GL 1000000, by Friday.", "Bayline"))
                .isFalse();
    }

    @Test
    void areNotTheSameWithANewNumber() {
        assertThat(same("Please send a certificate to Trellis, GL 2000000, by Friday.", "Trellis"))
                .isFalse();
    }

    @Test
    void areNotTheSameWithAnotherFile() {
        AttachmentText other = new AttachmentText("Exhibit_D.pdf", "application/pdf", "TGC-2026-119");

        assertThat(SameWords.say(mail("resending", other), read(null, "REPEAT_CONTACT"), first, read("Trellis")))
                .isFalse();
    }

    @Test
    void areNotTheSameWhenOnlyTheSubjectIs() {
        assertThat(same("Can somebody explain to me why the audit bill went up so much?", null))
                .isFalse();
    }

    private boolean same(String body, @Nullable String holder) {
        return SameWords.say(mail(body), read(holder), first, read("Trellis"));
    }

    private static Understanding read(@Nullable String holder, String... flags) {
        Understanding understanding = mock(Understanding.class, RETURNS_DEEP_STUBS);
        when(understanding.entities().holderName()).thenReturn(holder);
        when(understanding.flags()).thenReturn(List.of(flags));
        return understanding;
    }

    private static MessageText mail(String body, AttachmentText... files) {
        return new MessageText(
                "EMAIL",
                "Luis Marin",
                "lmarin@marinframing.example",
                "Certificate",
                body,
                "",
                List.of(files),
                false,
                false,
                Instant.parse("2026-11-18T15:00:00Z"),
                null);
    }
}
