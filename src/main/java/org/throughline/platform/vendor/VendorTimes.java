package org.throughline.platform.vendor;

import feign.Client;
import feign.Request;
import feign.Response;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long calls to vendors take, as timers with the vendor's name and whose connection
 * it is: {@code throughline.vendor.call} from the caller to the
 * caller, {@code throughline.vendor.overhead} the part of it that is ours: waiting in line, mapping, decoding.
 */
final class VendorTimes {

    private static final double[] PERCENTILES = {0.5, 0.95};

    private final MeterRegistry registry;
    private final String connection;
    private final Map<String, Timer> calls = new ConcurrentHashMap<>();
    private final Map<String, Timer> overheads = new ConcurrentHashMap<>();
    /** Time that the far end took in the calls of this thread, in nanoseconds. */
    private final ThreadLocal<Long> away = ThreadLocal.withInitial(() -> 0L);

    VendorTimes(MeterRegistry registry, String connection) {
        this.registry = registry;
        this.connection = connection;
    }

    /** A call that may fail in any way. */
    interface Call<T> {
        T run() throws Throwable;
    }

    /** The same client, its time known to {@link #measured}. */
    Client timed(Client client) {
        return new Client() {
            @Override
            public Response execute(Request request, Request.Options options) throws IOException {
                long started = System.nanoTime();
                try {
                    return timed(client.execute(request, options));
                } finally {
                    awaySince(started);
                }
            }
        };
    }

    /** An answer begins before it has arrived: what is waited for while its body is read is the far end's time as well. */
    private Response timed(Response response) throws IOException {
        Response.Body body = response.body();
        return body == null
                ? response
                : response.toBuilder()
                        .body(new Arriving(body.asInputStream()), body.length())
                        .build();
    }

    private void awaySince(long started) {
        away.set(away.get() + System.nanoTime() - started);
    }

    private final class Arriving extends FilterInputStream {

        Arriving(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            long started = System.nanoTime();
            try {
                return super.read();
            } finally {
                awaySince(started);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            long started = System.nanoTime();
            try {
                return super.read(bytes, offset, length);
            } finally {
                awaySince(started);
            }
        }
    }

    /** Makes a call, which may call the far end several times, and takes its time. */
    <T> T measured(String vendor, Call<T> call) throws Throwable {
        long before = away.get();
        long started = System.nanoTime();
        try {
            return call.run();
        } finally {
            long all = System.nanoTime() - started;
            timer(calls, "throughline.vendor.call", vendor).record(all, TimeUnit.NANOSECONDS);
            timer(overheads, "throughline.vendor.overhead", vendor)
                    .record(all - (away.get() - before), TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Map<String, Timer> timers, String name, String vendor) {
        return timers.computeIfAbsent(
                vendor,
                one -> Timer.builder(name)
                        .tag("vendor", one)
                        .tag("connection", connection)
                        .publishPercentiles(PERCENTILES)
                        .register(registry));
    }
}
