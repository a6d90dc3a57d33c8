package org.throughline.servicing.certificate.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.WordingFacts;

/** Gives wording-support the facts of one wording item, as transient variables. */
@Component
class WordingItemListener implements ExecutionListener {

    private final WordingFacts wording;

    WordingItemListener(WordingFacts wording) {
        this.wording = wording;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!execution.hasVariable(CertificateVariables.WORDING_ITEM.name())) {
            return;
        }
        WordingFacts.Facts facts = wording.of(
                RequestVariables.REQUEST_NUMBER.get(execution), CertificateVariables.WORDING_ITEM.get(execution));
        execution.setVariableLocal("wordingAsked", Variables.stringValue(facts.wording(), true));
        execution.setVariableLocal("wordingGrant", Variables.stringValue(facts.grant(), true));
        execution.setVariableLocal("formEdition", Variables.stringValue(facts.edition(), true));
        execution.setVariableLocal("contractHeld", Variables.booleanValue(facts.contractHeld(), true));
    }
}
