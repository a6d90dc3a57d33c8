package org.throughline.partner.process;

import java.util.Date;
import org.throughline.partner.PartnerResult;
import org.throughline.platform.engine.ProcessVariable;

/** Variables of {@code partner-work} and {@code partner-assignment} beside those of the request. */
final class PartnerVariables {

    /** The partner that is offered the work; empty where none can take it. */
    static final ProcessVariable<String> PARTNER_ID = ProcessVariable.text("partnerId");

    /** Another partner could take the work too. */
    static final ProcessVariable<Boolean> PARTNERS_LEFT = ProcessVariable.flag("partnersLeft");

    /** The partner's own system takes the work, and not its people. */
    static final ProcessVariable<Boolean> THROUGH_SYSTEM = ProcessVariable.flag("throughSystem");

    /** Until when the partner has to accept. */
    static final ProcessVariable<Date> ACCEPT_BY = ProcessVariable.date("acceptBy");

    /** Id of the offer, by which the partner asks for its packet. */
    static final ProcessVariable<String> ASSIGNMENT_ID = ProcessVariable.text("assignmentId");

    /** DONE, LATE, DECLINED, FULL or RETURNED. */
    static final ProcessVariable<String> PARTNER_ANSWER = ProcessVariable.text("partnerAnswer");

    /** What the packet may hold, as the table says: names separated by commas. */
    static final ProcessVariable<String> PACKET_FIELDS = ProcessVariable.text("packetFields");

    /** The requester's files go along. */
    static final ProcessVariable<Boolean> PACKET_FILES = ProcessVariable.flag("packetFiles");

    /** What the partner is to do. */
    static final ProcessVariable<String> INSTRUCTIONS = ProcessVariable.text("instructions");

    /** Share in percent of such work that the agency looks at. */
    static final ProcessVariable<Integer> QUALITY_SHARE = ProcessVariable.number("qualityShare");

    /** The agency's verdict on the result: ACCEPT or RETURN. */
    static final ProcessVariable<String> QUALITY_VERDICT = ProcessVariable.text("qualityVerdict");

    /** The agency's score for the result, 1 to 5. */
    static final ProcessVariable<Integer> QUALITY_SCORE = ProcessVariable.number("qualityScore");

    /** Why the result is returned. */
    static final ProcessVariable<String> QUALITY_REASON = ProcessVariable.text("qualityReason");

    /** May be offered to another partner, as the table says and as there is one. */
    static final ProcessVariable<Boolean> ANOTHER_PARTNER = ProcessVariable.flag("anotherPartner");

    /** The partner's answer to the offer: ACCEPT or DECLINE. */
    static final ProcessVariable<String> ACCEPTANCE = ProcessVariable.text("acceptance");

    /** How the partner's work ended: DONE or RETURN. */
    static final ProcessVariable<String> WORK_DONE = ProcessVariable.text("workDone");

    /** Why the partner declines or returns the work. */
    static final ProcessVariable<String> PARTNER_REASON = ProcessVariable.text("partnerReason");

    /** The partner's system works on it. */
    static final ProcessVariable<Boolean> TAKEN = ProcessVariable.flag("taken");

    static final ProcessVariable<String> RESULT = ProcessVariable.text(PartnerResult.RESULT);
    static final ProcessVariable<String> NOTE = ProcessVariable.text(PartnerResult.NOTE);
    static final ProcessVariable<Integer> MINUTES = ProcessVariable.number(PartnerResult.MINUTES);
    static final ProcessVariable<Integer> UNITS = ProcessVariable.number(PartnerResult.UNITS);
    static final ProcessVariable<String> DONE_BY = ProcessVariable.text(PartnerResult.DONE_BY);

    private PartnerVariables() {}
}
