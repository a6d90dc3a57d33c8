package org.throughline.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signature and pauses as the Standard Webhooks specification has them. */
class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example of the specification's own test vectors. */
    @Test
    void signsLikeTheSpecification() {
        assertThat(Signature.of(
                        List.of(SECRET),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithBothSecretsWhileOneTakesOver() {
        String other = Signature.newSecret();

        assertThat(other).startsWith("whsec_").hasSize(50).isNotEqualTo(Signature.newSecret());
        assertThat(Signature.of(List.of(other, SECRET), "msg_1", Instant.EPOCH, "{}")
                        .split(" ", -1))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).startsWith("v1,"));
    }

    @Test
    void triesForAboutTwoDays() {
        Instant start = Instant.parse("2026-11-23T18:00:00Z");
        List<Instant> attempts = new ArrayList<>(List.of(start));
        for (Instant next = RetryPlan.next(1, start, null);
                next != null;
                next = RetryPlan.next(attempts.size(), next, null)) {
            attempts.add(next);
        }

        assertThat(attempts).hasSize(12).isSorted();
        assertThat(Duration.between(start, attempts.get(11))).isBetween(Duration.ofHours(46), Duration.ofHours(50));
        assertThat(RetryPlan.next(1, start, Duration.ofMinutes(9))).isEqualTo(start.plus(Duration.ofMinutes(9)));
        assertThat(RetryPlan.next(9, start, Duration.ofMinutes(9))).isEqualTo(start.plus(Duration.ofHours(8)));
    }
}
