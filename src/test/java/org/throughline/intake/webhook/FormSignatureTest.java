package org.throughline.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.intake.Content;

class FormSignatureTest {

    private static final String TIME = "1767225600";
    private static final Content BODY = Content.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    /** {@code printf '1767225600.{"a":1}' | openssl dgst -sha256 -hmac secret} */
    private static final String HASH = "96a067a1c95eb143fc00b9097bcfcbcd5456adda508c443ff219748e764dbed7";

    @Test
    void believesAHashOfAnyOfTheSecrets() throws IOException {
        FormSignature signature =
                FormSignature.parse("t=" + TIME + ",v1=00ff,v1=" + HASH).orElseThrow();

        assertThat(signature.verified(List.of("new", "secret"), BODY)).contains(HASH);
        assertThat(signature.verified(List.of("new", ""), BODY)).isEmpty();
        assertThat(signature.verified(List.of("secret"), Content.of(new byte[0])))
                .isEmpty();
    }

    @Test
    void bindsTheHashToItsTime() throws IOException {
        assertThat(FormSignature.parse("t=1767225601,v1=" + HASH).orElseThrow().verified(List.of("secret"), BODY))
                .isEmpty();
    }

    @Test
    void countsTheTimeBothWays() {
        FormSignature signature =
                FormSignature.parse("t=" + TIME + ",v1=" + HASH).orElseThrow();
        Duration tolerance = Duration.ofMinutes(5);

        for (long seconds : new long[] {-300, 0, 300}) {
            assertThat(signature.isWithin(tolerance, Instant.ofEpochSecond(1_767_225_600 + seconds)))
                    .isTrue();
        }
        for (long seconds : new long[] {-301, 301}) {
            assertThat(signature.isWithin(tolerance, Instant.ofEpochSecond(1_767_225_600 + seconds)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=ab", "t=1767225600", "t=now,v1=ab", "t=999999999999999,v1=ab", "t=-1,v1=ab", ",,="})
    void readsNothingElse(String header) {
        assertThat(FormSignature.parse(header)).isEmpty();
    }
}
