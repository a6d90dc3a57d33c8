package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.throughline.platform.engine.RequestVariables;

/**
 * Makes the request carry the client and the policy that its download was found to be about: the sender is the carrier, so
 * until then the request is about nobody.
 */
final class MatchedRequest {

    private MatchedRequest() {}

    /** Nothing happens where no policy was found. */
    static void takeOver(DelegateExecution execution) {
        String client = DownloadVariables.MATCHED_CLIENT_ID.find(execution).orElse("");
        if (client.isBlank()) {
            return;
        }
        ExecutionEntity request = requestOf((ExecutionEntity) execution);
        RequestVariables.CLIENT_ID.set(request, client);
        RequestVariables.CLIENT_NAME.set(
                request, DownloadVariables.MATCHED_INSURED.find(execution).orElse(""));
        RequestVariables.POLICY_NUMBERS.set(
                request, DownloadVariables.MATCHED_POLICY_NUMBER.find(execution).orElse(""));
    }

    /** The outermost process instance: the service request itself, where it called this process. */
    private static ExecutionEntity requestOf(ExecutionEntity execution) {
        ExecutionEntity instance = execution.getProcessInstance();
        while (instance.getSuperExecution() != null) {
            instance = instance.getSuperExecution().getProcessInstance();
        }
        return instance;
    }
}
