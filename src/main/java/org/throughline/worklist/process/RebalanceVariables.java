package org.throughline.worklist.process;

import org.throughline.platform.engine.ProcessVariable;

/** The process variables of {@code rebalance}. */
final class RebalanceVariables {

    /** Id of the run, also the business key. */
    static final ProcessVariable<String> REBALANCE_ID = ProcessVariable.text("rebalanceId");

    /** True while tasks of the run have not been looked at. */
    static final ProcessVariable<Boolean> TASKS_LEFT = ProcessVariable.flag("tasksLeft");

    private RebalanceVariables() {}
}
