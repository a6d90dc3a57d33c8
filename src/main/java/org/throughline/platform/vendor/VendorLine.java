package org.throughline.platform.vendor;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The line to one vendor, shared by all its clients: not faster than the vendor allows, not before the time it asked us
 * to wait for, and not at all for a while after it failed too often. A vendor that asks for patience has not failed, so
 * that does not open the breaker.
 */
class VendorLine {

    private final String vendor;
    private final CircuitBreaker breaker;
    private final @Nullable RateLimiter limiter;
    private final AtomicLong notBefore = new AtomicLong(System.nanoTime());

    VendorLine(String vendor, VendorSettings settings) {
        this.vendor = vendor;
        this.breaker = CircuitBreaker.of(
                vendor,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(60)
                        .waitDurationInOpenState(settings.breakerWait())
                        .permittedNumberOfCallsInHalfOpenState(5)
                        .recordExceptions(VendorUnavailable.class)
                        .ignoreExceptions(VendorBusy.class)
                        .build());
        Integer callsPerSecond = settings.callsPerSecond();
        this.limiter = callsPerSecond == null
                ? null
                : RateLimiter.of(
                        vendor,
                        RateLimiterConfig.custom()
                                .limitForPeriod(callsPerSecond)
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(settings.readTimeout())
                                .build());
    }

    <T extends @Nullable Object> T call(CheckedSupplier<T> call) throws Throwable {
        Duration left = Duration.ofNanos(notBefore.get() - System.nanoTime());
        if (!left.isNegative() && !left.isZero()) {
            throw new VendorBusy(vendor + " was not called: it asked us to wait another " + left, left);
        }
        try {
            return breaker.executeCheckedSupplier(
                    limiter == null ? call : RateLimiter.decorateCheckedSupplier(limiter, call));
        } catch (CallNotPermittedException open) {
            throw new VendorUnavailable(vendor + " was not called: it failed too often just now", open);
        } catch (RequestNotPermitted tooMany) {
            throw new VendorBusy(
                    vendor + " was not called: more calls are waiting than its limit allows", Duration.ZERO);
        } catch (VendorBusy busy) {
            long until = System.nanoTime() + busy.pause().toNanos();
            notBefore.accumulateAndGet(until, (one, other) -> one - other > 0 ? one : other);
            throw busy;
        }
    }
}
