package org.throughline.servicing.submission.process;

import java.util.Date;
import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code carrier-submission} beside those of the request. */
final class CarrierVariables {

    /** Code of the carrier; the license gate asks by it who is appointed. */
    static final ProcessVariable<String> CARRIER = ProcessVariable.text("carrier");

    /** POLICY_CHANGE_QUOTE, POLICY_CHANGE, CANCELLATION, REINSTATEMENT, CLAIM_NOTICE or LOSS_RUNS. */
    static final ProcessVariable<String> CARRIER_OPERATION = ProcessVariable.text("carrierOperation");

    /** What the work type usually changes, such as {@code Add additional insured}; proposes the first line. */
    static final ProcessVariable<String> USUAL_CHANGE = ProcessVariable.text("usualChange");

    /** The one policy that the carrier is asked about. */
    static final ProcessVariable<String> POLICY_NUMBER = ProcessVariable.text("policyNumber");

    /** Number of the writing company. */
    static final ProcessVariable<String> NAIC = ProcessVariable.text("naic");

    /** From which day, as a person writes it. */
    static final ProcessVariable<String> CHANGE_EFFECTIVE = ProcessVariable.text("changeEffective");

    /** Changes, one a line. */
    static final ProcessVariable<String> CHANGE_LINES = ProcessVariable.text("changeLines");

    /** What the operation needs beside, {@code name = value}, one a line. */
    static final ProcessVariable<String> CARRIER_DETAILS = ProcessVariable.text("carrierDetails");

    /** In words for the underwriter. */
    static final ProcessVariable<String> CARRIER_NOTE = ProcessVariable.text("carrierNote");

    /** SEND or LEAVE. */
    static final ProcessVariable<String> CARRIER_DECISION = ProcessVariable.text("carrierDecision");

    /** API, ACORD_XML, EMAIL or PORTAL. */
    static final ProcessVariable<String> CARRIER_CHANNEL = ProcessVariable.text("carrierChannel");

    /** When the carrier is asked again: {@code PT5M,1D,3D}. */
    static final ProcessVariable<String> CHASE_LADDER = ProcessVariable.text("chaseLadder");

    /** Business days between a person's questions to a carrier that stays silent. */
    static final ProcessVariable<Integer> BY_HAND_DAYS = ProcessVariable.number("byHandDays");

    /** How often it was asked again. */
    static final ProcessVariable<Integer> CHASES = ProcessVariable.number("chases");

    /** When it is asked next. */
    static final ProcessVariable<Date> CHASE_AT = ProcessVariable.date("chaseAt");

    /** True where a person asks now. */
    static final ProcessVariable<Boolean> ASK_BY_HAND = ProcessVariable.flag("askByHand");

    /** True where a person asks the next time. */
    static final ProcessVariable<Boolean> NEXT_BY_HAND = ProcessVariable.flag("nextByHand");

    static final ProcessVariable<String> SUBMISSION_ID = ProcessVariable.text("submissionId");

    /** WAITING, QUOTED, CONFIRMED, DECLINED or REFUSED. */
    static final ProcessVariable<String> CARRIER_SAYS = ProcessVariable.text("carrierSays");

    /** What the carrier said, in words. */
    static final ProcessVariable<String> CARRIER_ANSWER = ProcessVariable.text("carrierAnswer");

    /** The carrier's reference of a quote, which a later submission binds. */
    static final ProcessVariable<String> QUOTE_REFERENCE = ProcessVariable.text("quoteReference");

    /** What was asked, in words. */
    static final ProcessVariable<String> ASKED_OF_CARRIER = ProcessVariable.text("askedOfCarrier");

    /** Address of the carrier's website. */
    static final ProcessVariable<String> CARRIER_PORTAL = ProcessVariable.text("carrierPortal");

    /** What a person wrote down: CONFIRMED, QUOTED, PENDING, REFERRED or DECLINED. */
    static final ProcessVariable<String> WRITTEN_ANSWER = ProcessVariable.text("writtenAnswer");

    static final ProcessVariable<String> CARRIER_REFERENCE = ProcessVariable.text("carrierReference");
    static final ProcessVariable<String> CARRIER_MESSAGE = ProcessVariable.text("carrierMessage");

    /** What the carrier's document says that it issued, one change a line. */
    static final ProcessVariable<String> ISSUED_LINES = ProcessVariable.text("issuedLines");

    static final ProcessVariable<String> PREMIUM_CHANGE = ProcessVariable.text("premiumChange");

    /** True where the carrier issued what was asked. */
    static final ProcessVariable<Boolean> ISSUED_AS_ASKED = ProcessVariable.flag("issuedAsAsked");

    /** Asked and issued beside each other, where they differ. */
    static final ProcessVariable<String> DIFFERENCES = ProcessVariable.text("differences");

    /** ACCEPT or BACK: what a person decided about a difference. */
    static final ProcessVariable<String> ISSUED_DECISION = ProcessVariable.text("issuedDecision");

    /** Why it is accepted. */
    static final ProcessVariable<String> ISSUED_NOTE = ProcessVariable.text("issuedNote");

    /** Reference of the write that takes a submission back; empty where a person has to. */
    static final ProcessVariable<String> WITHDRAWAL = ProcessVariable.text("withdrawal");

    /** True once the carrier has taken it back, or its desk has been told. */
    static final ProcessVariable<Boolean> TAKEN_BACK = ProcessVariable.flag("takenBack");

    /** What a person told the carrier, and what it answered. */
    static final ProcessVariable<String> WITHDRAWAL_NOTE = ProcessVariable.text("withdrawalNote");

    private CarrierVariables() {}
}
