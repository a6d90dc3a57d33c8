package org.throughline.ams.ezlynx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Reads many records one by one, a few at a time. A vendor that asks for patience is waited for and a failed call
 * repeated, because a long reading that began anew each time would never end.
 */
@OnEzLynx
@Component
class EzLynxReaders implements DisposableBean {

    private static final int MOST_PAUSES = 20;
    private static final int MOST_FAILURES = 2;
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(250);

    private final ExecutorService threads;

    EzLynxReaders(EzLynxProperties properties) {
        this.threads = Executors.newFixedThreadPool(properties.readers(), task -> {
            Thread thread = new Thread(task, "ezlynx-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** One answer for each id, in their order; the first failure is thrown and ends the others. */
    <T> List<T> each(Collection<String> ids, Function<String, T> read) {
        List<Future<T>> begun = new ArrayList<>();
        ids.forEach(id -> begun.add(threads.submit(() -> patiently(() -> read.apply(id)))));
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> one : begun) {
                answers.add(answer(one));
            }
            return answers;
        } finally {
            begun.forEach(one -> one.cancel(true));
        }
    }

    private static <T> T answer(Future<T> one) {
        try {
            return one.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new VendorUnavailable("Reading from EZLynx was broken off", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** The call, again after each pause that the vendor asks for, and after a failure a few times. */
    static <T> T patiently(Supplier<T> call) {
        int pauses = 0;
        int failures = 0;
        while (true) {
            try {
                return call.get();
            } catch (VendorBusy busy) {
                if (pauses++ == MOST_PAUSES) {
                    throw busy;
                }
                rest(busy.pause());
            } catch (VendorUnavailable failed) {
                if (failures++ == MOST_FAILURES) {
                    throw failed;
                }
                rest(AFTER_A_FAILURE.multipliedBy(failures));
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis() + 1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new VendorUnavailable("Reading from EZLynx was broken off", stopped);
        }
    }
}
