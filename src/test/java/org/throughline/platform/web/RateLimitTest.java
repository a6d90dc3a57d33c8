package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TokenBuckets buckets =
            new TokenBuckets(new RateLimitProperties(List.of("/webhooks/*"), 3, 2, 2), nanos::get);

    @Test
    void letsABurstThroughAndThenOnlyWhatTimeBringsBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(500));

        nanos.addAndGet(Duration.ofMillis(500).toNanos());

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void neverSavesMoreThanABurst() {
        buckets.take("a");
        nanos.addAndGet(Duration.ofDays(1).toNanos());

        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void countsEachCallerAloneAndForgetsTheOneUnheardForLongest() {
        for (int i = 0; i < 3; i++) {
            buckets.take("a");
        }
        buckets.take("b");
        assertThat(buckets.take("a")).isPositive();
        buckets.take("c");

        assertThat(buckets.size()).isEqualTo(2);
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void answersTooManyCallsWithAProblemThatSaysWhenToComeBack() throws Exception {
        RateLimitFilter filter = new RateLimitFilter(buckets, new ProblemAnswer(new ObjectMapper()));
        MockHttpServletResponse last = new MockHttpServletResponse();
        for (int i = 0; i < 4; i++) {
            last = new MockHttpServletResponse();
            filter.doFilter(new MockHttpServletRequest("POST", "/webhooks/twilio/sms"), last, new MockFilterChain());
        }

        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getHeader("Retry-After")).isEqualTo("1");
        assertThat(last.getContentType()).startsWith("application/problem+json");
        assertThat(last.getContentAsString()).contains("Try again in 1 s");
    }

    @Test
    void knowsAnIpv6CallerByTheNetwork() {
        assertThat(RateLimitFilter.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(RateLimitFilter.network("2001:db8:1:2:9:9:9:9"));
        assertThat(RateLimitFilter.network("203.0.113.9")).isEqualTo("203.0.113.9");
    }
}
