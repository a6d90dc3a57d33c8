package org.throughline.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks somewhere again and again on a thread of its own, from {@link #start} until it is closed. After a look that failed
 * it waits longer and longer, up to a minute.
 */
public final class Lookout implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Duration interval;
    private final Look look;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /** One look. */
    @FunctionalInterface
    public interface Look {

        /** Looks, and answers whether that worked; what went wrong is its own to report. */
        boolean look();
    }

    /**
     * Makes one that has not begun.
     *
     * @param name name of the thread
     * @param interval pause after a look that worked
     */
    public Lookout(String name, Duration interval, Look look) {
        this.interval = interval;
        this.look = look;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Begins; beginning again changes nothing. */
    public void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private void run() {
        Duration pause = interval;
        try {
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look.look() ? interval : longer(pause);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Ends after the look under way, or after some seconds whatever it does. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
