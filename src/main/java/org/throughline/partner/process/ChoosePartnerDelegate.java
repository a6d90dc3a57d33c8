package org.throughline.partner.process;

import java.util.Date;
import java.util.Optional;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.partner.ChoosePartner;
import org.throughline.partner.ChoosePartner.Choice;
import org.throughline.partner.ChoosePartner.Wanted;
import org.throughline.platform.engine.RequestVariables;

/** Choose partner: finds the cheapest partner that takes such work and has units left today. */
@Component
class ChoosePartnerDelegate implements JavaDelegate {

    private static final String FULL = "FULL";

    private final ChoosePartner partners;

    ChoosePartnerDelegate(ChoosePartner partners) {
        this.partners = partners;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Choice> choice = partners.choose(new Wanted(
                execution.getProcessInstanceId(),
                RequestVariables.WORK_TYPE.get(execution),
                RequestVariables.QUEUE.get(execution),
                RequestVariables.STATE.find(execution).orElse(""),
                RequestVariables.LINE_OF_BUSINESS.find(execution).orElse("")));
        PartnerVariables.PARTNER_ID.set(
                execution, choice.map(found -> found.partner().id()).orElse(""));
        PartnerVariables.PARTNERS_LEFT.set(
                execution, choice.map(Choice::othersLeft).orElse(false));
        PartnerVariables.THROUGH_SYSTEM.set(
                execution, choice.map(Choice::throughSystem).orElse(false));
        PartnerVariables.ACCEPT_BY.set(
                execution, choice.map(found -> Date.from(found.acceptBy())).orElse(null));
        PartnerVariables.PARTNER_ANSWER.set(execution, choice.isPresent() ? "" : FULL);
    }
}
