package org.throughline.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class MaskedLogTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void masksTheMessageOfALogLine() {
        MaskedMessage message = new MaskedMessage();

        assertThat(message.convert(event("Could not read {}", null, "SSN 123-45-6789")))
                .isEqualTo("Could not read SSN [Social Security number removed]");
    }

    @Test
    void masksWhatAnExceptionRepeats() {
        MaskedStackTrace trace = new MaskedStackTrace();
        trace.start();

        assertThat(trace.convert(event("Failed", new IllegalStateException("bad: 4111 1111 1111 1111"))))
                .contains("bad: [card number removed]")
                .doesNotContain("4111 1111");
    }

    @Test
    void isWhatTheLogUses() throws IOException {
        String settings = new ClassPathResource("logback-spring.xml").getContentAsString(StandardCharsets.UTF_8);

        assertThat(settings).contains("conversionWord=\"m\" class=\"" + MaskedMessage.class.getName());
        assertThat(settings).contains("conversionWord=\"wEx\" class=\"" + MaskedStackTrace.class.getName());
    }

    private LoggingEvent event(String message, @Nullable Throwable thrown, Object... arguments) {
        return new LoggingEvent("test", context.getLogger("test"), Level.WARN, message, thrown, arguments);
    }
}
