package org.throughline.automation.process;

import java.util.HashMap;
import java.util.Map;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationLevel;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;

/**
 * When a request ends that automation finished at the level SAMPLED: starts its quality review, which may draw it. The
 * review is a process of its own that begins asynchronously, so it can neither hold nor fail the request.
 */
@Component
class AutomationFinishedListener implements ExecutionListener {

    private static final String REVIEW = "quality-review";

    /** Not the request's own number: a process under that one would open the request again. */
    private static final String KEY = "QA-";

    private final AsSystem system;

    AutomationFinishedListener(AsSystem system) {
        this.system = system;
    }

    @Override
    public void notify(DelegateExecution execution) {
        boolean sampled = RequestVariables.AUTOMATION
                .find(execution)
                .filter(AutomationLevel.SAMPLED.name()::equals)
                .isPresent();
        if (!sampled) {
            return;
        }
        Map<String, Object> variables = new HashMap<>();
        copy(RequestVariables.REQUEST_NUMBER, execution, variables);
        copy(RequestVariables.WORK_TYPE, execution, variables);
        copy(RequestVariables.AUTOMATION, execution, variables);
        copy(RequestVariables.QUEUE, execution, variables);
        copy(RequestVariables.CLIENT_NAME, execution, variables);
        copy(RequestVariables.SUBJECT, execution, variables);
        system.call(() -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(REVIEW, KEY + RequestVariables.REQUEST_NUMBER.get(execution), variables));
    }

    private static <T> void copy(ProcessVariable<T> variable, DelegateExecution from, Map<String, Object> to) {
        variable.put(to, variable.find(from).orElse(null));
    }
}
