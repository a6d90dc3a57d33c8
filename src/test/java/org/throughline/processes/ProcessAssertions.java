package org.throughline.processes;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/**
 * Entry point of the process assertions, with the vocabulary of the engine's assertion library, so that the library can
 * take over by a change of import. {@link TestEngine} says which engine is asked.
 */
public final class ProcessAssertions {

    private static final ThreadLocal<@Nullable ProcessEngine> ENGINE = new ThreadLocal<>();

    private ProcessAssertions() {}

    static void init(ProcessEngine engine) {
        ENGINE.set(engine);
    }

    public static ProcessInstanceAssert assertThat(ProcessInstance instance) {
        ProcessEngine engine = ENGINE.get();
        if (engine == null) {
            throw new IllegalStateException("Register a TestEngine in the test class first");
        }
        return new ProcessInstanceAssert(engine, instance);
    }
}
