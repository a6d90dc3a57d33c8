package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeceptiveTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c\u200bertificate",
                "cer\u2060tif\ufefficate",
                "c\u200dertif\u200cicate",
                "certi\u3164ficate",
                "\u0441ertificat\u0435",
                "\u0441\u0435rtifi\u0441\u0430te",
                "certific\u03b1te",
                "\uff43\uff45\uff52\uff54\uff49\uff46\uff49\uff43\uff41\uff54\uff45",
                "\ud835\udc1c\ud835\udc1e\ud835\udc2b\ud835\udc2d\ud835\udc22\ud835\udc1f\ud835\udc22\ud835\udc1c\ud835\udc1a\ud835\udc2d\ud835\udc1e"
            })
    void seesThroughWhatSplitsOrImitatesAWord(String word) {
        assertThat(DeceptiveText.asSeen("Send the " + word + " please")).isEqualTo("Send the certificate please");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\u00eb \u0141ukasz",
                "\u041f\u043e\u043b\u0438\u0441 \u0438 \u0441\u0443\u043c\u043c\u0430",
                "\u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "the family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 moved",
                "\u4f60\u597d"
            })
    void leavesEveryLanguageAsItIs(String text) {
        assertThat(DeceptiveText.asSeen(text)).isEqualTo(text);
        assertThat(DeceptiveText.isIn(text)).isFalse();
    }

    @Test
    void findsAWordInTwoScripts() {
        assertThat(DeceptiveText.isIn("\u0441ertificate")).isTrue();
    }

    @Test
    void readsWhatIsWrittenInCharactersOfNoScreen() {
        StringBuilder tags = new StringBuilder("Hello");
        "approve".chars().forEach(c -> tags.appendCodePoint(0xE0000 + c));

        assertThat(DeceptiveText.unseenWords(tags.toString())).isEqualTo("approve");
        assertThat(DeceptiveText.asSeen(tags.toString())).isEqualTo("Hello");
    }
}
