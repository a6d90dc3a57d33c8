package org.throughline.platform.engine;

import java.util.Date;

/**
 * The process variables of a service request, the same in {@code service-request} and in every process it calls. Lists
 * are comma separated. What only a decision needs is passed as a transient variable and has no constant here.
 */
public final class RequestVariables {

    /** Number of the request, also the business key: {@code SR-2026-000123}. */
    public static final ProcessVariable<String> REQUEST_NUMBER = ProcessVariable.text("requestNumber");

    /** The item that opened the request. */
    public static final ProcessVariable<String> INBOUND_ITEM_ID = ProcessVariable.text("inboundItemId");

    /** The item that arrived last on the request's thread. */
    public static final ProcessVariable<String> LATEST_ITEM_ID = ProcessVariable.text("latestItemId");

    public static final ProcessVariable<String> CHANNEL = ProcessVariable.text("channel");
    public static final ProcessVariable<String> SUBJECT = ProcessVariable.text("subject");
    public static final ProcessVariable<String> SENDER_ROLE = ProcessVariable.text("senderRole");
    public static final ProcessVariable<String> SENDER_NAME = ProcessVariable.text("senderName");
    public static final ProcessVariable<String> SENDER_ADDRESS = ProcessVariable.text("senderAddress");

    /** Address that answers go to; absent where the channel has none. */
    public static final ProcessVariable<String> REPLY_TO = ProcessVariable.text("replyTo");

    /** Message-ID of the mail that opened the request, so that answers thread on it. */
    public static final ProcessVariable<String> ORIGINAL_MESSAGE_ID = ProcessVariable.text("originalMessageId");

    public static final ProcessVariable<String> CLIENT_ID = ProcessVariable.text("clientId");
    public static final ProcessVariable<String> CLIENT_NAME = ProcessVariable.text("clientName");
    public static final ProcessVariable<String> POLICY_NUMBERS = ProcessVariable.text("policyNumbers");

    /** Two-letter state of the risk. */
    public static final ProcessVariable<String> STATE = ProcessVariable.text("state");

    /** Line code of the first policy named, such as GL. */
    public static final ProcessVariable<String> LINE_OF_BUSINESS = ProcessVariable.text("lineOfBusiness");

    public static final ProcessVariable<String> WORK_TYPE = ProcessVariable.text("workType");
    public static final ProcessVariable<String> SECONDARY_WORK_TYPES = ProcessVariable.text("secondaryWorkTypes");

    /** Where a message asks for several things: the sender's own words for this one, at most 1,000 characters. */
    public static final ProcessVariable<String> ASK_TEXT = ProcessVariable.text("askText");

    public static final ProcessVariable<Double> CONFIDENCE = ProcessVariable.decimal("confidence");

    /** AUTO, SUGGEST or TRIAGE. */
    public static final ProcessVariable<String> CLASSIFICATION = ProcessVariable.text("classification");

    public static final ProcessVariable<String> FLAGS = ProcessVariable.text("flags");

    /** What is still needed from the sender. */
    public static final ProcessVariable<String> MISSING = ProcessVariable.text("missing");

    public static final ProcessVariable<String> STATUS = ProcessVariable.text("status");
    public static final ProcessVariable<String> PRIORITY = ProcessVariable.text("priority");

    /** BUSINESS or WALL: on which clock the time for the request runs. */
    public static final ProcessVariable<String> SLA_CLOCK = ProcessVariable.text("slaClock");

    public static final ProcessVariable<Date> SLA_DUE_AT = ProcessVariable.date("slaDueAt");

    /** Since when the clock stands still; absent while it runs. */
    public static final ProcessVariable<Date> SLA_PAUSED_AT = ProcessVariable.date("slaPausedAt");

    public static final ProcessVariable<Date> HARD_DATE = ProcessVariable.date("hardDate");
    public static final ProcessVariable<String> AUTHORITY = ProcessVariable.text("authority");
    public static final ProcessVariable<Boolean> LICENSE_REQUIRED = ProcessVariable.flag("licenseRequired");
    public static final ProcessVariable<String> LICENSE_STATE = ProcessVariable.text("licenseState");
    public static final ProcessVariable<String> LICENSE_LINES = ProcessVariable.text("licenseLines");
    public static final ProcessVariable<Boolean> STRAIGHT_THROUGH = ProcessVariable.flag("straightThrough");

    /** Why the request does not go straight through, as a sentence. */
    public static final ProcessVariable<String> STOP_REASON = ProcessVariable.text("stopReason");

    /** Level at which an automation ran on the request: SHADOW, APPROVE_ALL, SAMPLED or STRAIGHT_THROUGH; NONE where none did. */
    public static final ProcessVariable<String> AUTOMATION = ProcessVariable.text("automation");

    public static final ProcessVariable<String> ROUTE = ProcessVariable.text("route");
    public static final ProcessVariable<String> QUEUE = ProcessVariable.text("queue");

    /** Queue of our own people who see to the request while a partner does the work. */
    public static final ProcessVariable<String> STAFF_QUEUE = ProcessVariable.text("staffQueue");

    /** User id of the person whom somebody named for the tasks to come, as far as the person may do them; else empty. */
    public static final ProcessVariable<String> NAMED_PERSON = ProcessVariable.text("namedPerson");

    public static final ProcessVariable<String> HUMAN_GATE = ProcessVariable.text("humanGate");

    /** Id of the process that carries the request out. */
    public static final ProcessVariable<String> WORKFLOW = ProcessVariable.text("workflow");

    /** CLIENT, CARRIER, LENDER, PARTNER, INTERNAL or SIGNATURE while the request waits for somebody. */
    public static final ProcessVariable<String> WAITING_ON = ProcessVariable.text("waitingOn");

    /** What proves that the request is done, as a sentence. */
    public static final ProcessVariable<String> COMPLETION_EVIDENCE = ProcessVariable.text("completionEvidence");

    /** How the workflow ended: DONE, ISSUED, DECLINED, WITHDRAWN, DUPLICATE or NOT_WORK. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.text("outcome");

    public static final ProcessVariable<String> INSURED_NAME = ProcessVariable.text("insuredName");
    public static final ProcessVariable<String> HOLDER_NAME = ProcessVariable.text("holderName");
    public static final ProcessVariable<String> HOLDER_ADDRESS = ProcessVariable.text("holderAddress");
    public static final ProcessVariable<String> DELIVER_TO = ProcessVariable.text("deliverTo");
    public static final ProcessVariable<String> LINES_REQUESTED = ProcessVariable.text("linesRequested");
    public static final ProcessVariable<String> WORDING = ProcessVariable.text("wording");

    /** Limits asked for: {@code GL.eachOccurrence=1000000;UMBRELLA.eachOccurrence=5000000}. */
    public static final ProcessVariable<String> REQUIRED_LIMITS = ProcessVariable.text("requiredLimits");

    /** Address of the property that a certificate or evidence of property insurance is about. */
    public static final ProcessVariable<String> PROPERTY_LOCATION = ProcessVariable.text("propertyLocation");

    /** A lender's own number for the loan. */
    public static final ProcessVariable<String> LOAN_NUMBER = ProcessVariable.text("loanNumber");

    /** What a lender demands of the policy: {@code REPLACEMENT_COST,MAX_DEDUCTIBLE:10000}. */
    public static final ProcessVariable<String> LENDER_DEMANDS = ProcessVariable.text("lenderDemands");

    /** What of a contact is to change: EMAIL or PHONE. */
    public static final ProcessVariable<String> CONTACT_FIELD = ProcessVariable.text("contactField");

    /** The address or number that a contact is to have. */
    public static final ProcessVariable<String> NEW_CONTACT_VALUE = ProcessVariable.text("newContactValue");

    public static final ProcessVariable<Date> NEEDED_BY = ProcessVariable.date("neededBy");

    /** The document that answers the request. */
    public static final ProcessVariable<String> DOCUMENT_ID = ProcessVariable.text("documentId");

    /** True where the requester gets an acknowledgment by mail. */
    public static final ProcessVariable<Boolean> ACKNOWLEDGE = ProcessVariable.flag("acknowledge");

    /** What has to be done for this work type, a line each. */
    public static final ProcessVariable<String> CHECKLIST = ProcessVariable.text("checklist");

    /** The one question that asks for everything missing; a person may edit it. */
    public static final ProcessVariable<String> QUESTION = ProcessVariable.text("question");

    /** Text of a draft under review. */
    public static final ProcessVariable<String> DRAFT_TEXT = ProcessVariable.text("draftText");

    /** What a person did about a new message on the thread; kept for the timeline. */
    public static final ProcessVariable<String> MESSAGE_NOTE = ProcessVariable.text("messageNote");

    private RequestVariables() {}
}
