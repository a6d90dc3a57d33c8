package org.throughline.partner.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.partner.OfferWork;
import org.throughline.partner.OfferWork.Work;
import org.throughline.platform.engine.RequestVariables;

/** Build packet: keeps what the partner may see of the request, and nothing else, with the offer. */
@Component
class BuildPacketDelegate implements JavaDelegate {

    private final OfferWork offers;
    private final PacketFields fields;

    BuildPacketDelegate(OfferWork offers, PacketFields fields) {
        this.offers = offers;
        this.fields = fields;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String chosen = PartnerVariables.PACKET_FIELDS.get(execution);
        String id = offers.offer(new Work(
                execution.getProcessInstanceId(),
                RequestVariables.REQUEST_NUMBER.get(execution),
                PartnerVariables.PARTNER_ID.get(execution),
                RequestVariables.WORK_TYPE.get(execution),
                PartnerVariables.ACCEPT_BY.get(execution).toInstant(),
                fields.read(chosen, execution),
                PartnerVariables.INSTRUCTIONS.get(execution),
                RequestVariables.INBOUND_ITEM_ID.find(execution).orElse(null),
                RequestVariables.ASK_TEXT.find(execution).orElse(null),
                PacketFields.named(chosen).contains(PacketFields.TEXT),
                PartnerVariables.PACKET_FILES.get(execution)));
        PartnerVariables.ASSIGNMENT_ID.set(execution, id);
    }
}
