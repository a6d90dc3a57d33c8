package org.throughline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a call goes out and when it is kept back. */
class VendorLineTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void keepsCallsBackForAsLongAsTheVendorAsked() throws Throwable {
        VendorLine line = line(null);

        assertThatThrownBy(() -> line.call(() -> busy(Duration.ofMillis(300)))).isInstanceOf(VendorBusy.class);
        assertThatThrownBy(() -> line.call(this::answer))
                .isInstanceOf(VendorBusy.class)
                .hasMessageContaining("asked us to wait");
        assertThat(calls).hasValue(1);

        await().ignoreExceptionsInstanceOf(VendorBusy.class).until(() -> called(line));
        assertThat(calls).hasValue(2);
    }

    @Test
    void aVendorThatAsksForPatienceHasNotFailed() throws Throwable {
        VendorLine line = line(null);
        for (int call = 0; call < 30; call++) {
            assertThatThrownBy(() -> line.call(() -> busy(Duration.ZERO))).isInstanceOf(VendorBusy.class);
        }

        assertThat(called(line)).isTrue();
        assertThat(calls).hasValue(31);
    }

    @Test
    void stopsCallingAVendorThatFailsAgainAndAgain() {
        VendorLine line = line(null);
        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> line.call(this::fail)).isInstanceOf(VendorUnavailable.class);
        }

        assertThatThrownBy(() -> line.call(this::answer)).hasMessageContaining("failed too often");
        assertThat(calls).hasValue(10);
    }

    @Test
    void sendsNoMoreThanTheVendorsLimit() {
        VendorLine line = line(2);

        assertThatThrownBy(() -> {
                    for (int call = 0; call < 20; call++) {
                        line.call(this::answer);
                    }
                })
                .isInstanceOf(VendorBusy.class)
                .hasMessageContaining("limit");
        assertThat(calls.get()).isLessThan(20);
    }

    private static VendorLine line(@Nullable Integer callsPerSecond) {
        return new VendorLine(
                "Vendor",
                new VendorSettings(
                        URI.create("http://vendor.example"),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(1),
                        Duration.ofMinutes(1),
                        callsPerSecond));
    }

    private boolean called(VendorLine line) {
        try {
            return line.call(this::answer);
        } catch (RuntimeException kept) {
            throw kept;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private boolean answer() {
        calls.incrementAndGet();
        return true;
    }

    private boolean busy(Duration pause) {
        calls.incrementAndGet();
        throw new VendorBusy("later", pause);
    }

    private boolean fail() {
        calls.incrementAndGet();
        throw new VendorUnavailable("down");
    }
}
