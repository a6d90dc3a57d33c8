package org.throughline.servicing.certificate.process;

import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.servicing.certificate.usecase.ReadClientAndPolicies;

/** Read client and policies: what the decisions need afterwards are transient variables of the same transaction. */
@Component
class ReadClientAndPoliciesDelegate implements JavaDelegate {

    private final ReadClientAndPolicies reading;

    ReadClientAndPoliciesDelegate(ReadClientAndPolicies reading) {
        this.reading = reading;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReadClientAndPolicies.Facts facts = reading.read(AskedVariables.of(execution));
        forget(execution);
        pass(execution, "stateFormAsked", facts.stateFormAsked());
        pass(execution, "holderInterest", facts.holderInterest());
        pass(execution, "propertyKind", facts.propertyKind());
        facts.limits().forEach((name, amount) -> pass(execution, name, amount));
        pass(execution, CertificateVariables.WORDING_ITEMS.name(), String.join(",", facts.wordingItems()));
        pass(execution, CertificateVariables.PROPERTY_QUESTIONS.name(), String.join(",", facts.propertyQuestions()));
    }

    private static void pass(DelegateExecution execution, String name, Object value) {
        execution.setVariable(name, Variables.untypedValue(value, true));
    }

    /** Answers of an earlier round, so that nobody issues by a choice that was made for another draft. */
    private static void forget(DelegateExecution execution) {
        for (ProcessVariable<String> earlier : List.of(
                CertificateVariables.LIMIT_GAPS,
                CertificateVariables.WORDING_SUPPORT,
                CertificateVariables.PROPERTY_ANSWERS,
                CertificateVariables.CERTIFICATE_DECISION)) {
            if (earlier.find(execution).isPresent()) {
                execution.removeVariable(earlier.name());
            }
        }
    }
}
