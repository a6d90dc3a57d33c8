package org.throughline.servicing.submission.process;

import java.util.Arrays;
import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.submission.CarrierDrafts;

/** Read policy: fills the form of the carrier request with what the AMS has about the policy that the request names. */
@Component
class ReadPolicyDelegate implements JavaDelegate {

    private final CarrierDrafts drafts;

    ReadPolicyDelegate(CarrierDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String numbers = RequestVariables.POLICY_NUMBERS.find(execution).orElse("");
        List<String> named = Arrays.stream(numbers.split(",", -1))
                .filter(number -> !number.isBlank())
                .toList();
        drafts.known(
                        RequestVariables.CLIENT_ID.find(execution).orElse(""),
                        named,
                        RequestVariables.LINE_OF_BUSINESS.find(execution).orElse(""))
                .ifPresent(known -> FormValues.known(execution, known));
        FormValues.proposed(execution, named, drafts.today());
    }
}
