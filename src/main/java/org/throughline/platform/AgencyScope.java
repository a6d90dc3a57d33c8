package org.throughline.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which agency a thread works for, until it is closed; the one before is then back. A thread outside any scope works
 * for the main agency. A scope belongs to its thread: work that is handed to another one takes it along by
 * {@link #carried}.
 */
public final class AgencyScope implements AutoCloseable {

    private static final ThreadLocal<@Nullable Agency> CURRENT = new ThreadLocal<>();

    private final @Nullable Agency before;

    private AgencyScope(@Nullable Agency before) {
        this.before = before;
    }

    /** Works for an agency from now on. */
    public static AgencyScope enter(Agency agency) {
        AgencyScope scope = remember();
        CURRENT.set(agency);
        return scope;
    }

    /** Changes nothing yet, and on closing puts back whatever is entered until then. */
    public static AgencyScope remember() {
        return new AgencyScope(CURRENT.get());
    }

    /** Works for an agency until whoever {@linkplain #remember remembered} the one before closes. */
    public static void change(Agency agency) {
        CURRENT.set(agency);
    }

    /** The agency of this thread; empty outside any scope. */
    public static Optional<Agency> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Works for an agency as long as the work takes. */
    public static <T extends @Nullable Object> T call(Agency agency, Supplier<T> work) {
        AgencyScope scope = enter(agency);
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    /** The same for work without a result. */
    public static void run(Agency agency, Runnable work) {
        AgencyScope scope = enter(agency);
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    /** The same work, for whichever thread, done for the agency of this one. */
    public static Runnable carried(Runnable work) {
        @Nullable Agency agency = CURRENT.get();
        return () -> {
            AgencyScope scope = remember();
            put(agency);
            try {
                work.run();
            } finally {
                scope.close();
            }
        };
    }

    @Override
    public void close() {
        put(before);
    }

    private static void put(@Nullable Agency agency) {
        if (agency == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(agency);
        }
    }
}
