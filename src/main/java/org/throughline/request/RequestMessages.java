package org.throughline.request;

/** Names of the BPMN messages of a request, and the code of its escalation. */
public final class RequestMessages {

    /** The client answered the question that the request waits for. */
    public static final String CLIENT_ANSWERED = "client-answered";

    /** The carrier wrote about the submission that the request waits for. */
    public static final String CARRIER_WROTE = "carrier-wrote";

    /** Something arrived on the request's thread while it waits for nothing from outside. */
    public static final String MESSAGE_RECEIVED = "message-received";

    /** A policy that the request is about changed in the agency management system. */
    public static final String POLICY_CHANGED = "policy-changed";

    /** The requester does not want it any more. */
    public static final String REQUEST_WITHDRAWN = "request-withdrawn";

    /** A person gives the work to a partner, or takes it back. */
    public static final String REQUEST_REROUTED = "request-rerouted";

    /** The request is closed; its escalation is no longer needed. */
    public static final String REQUEST_CLOSED = "request-closed";

    /** Code of the escalation by which a person stops a request that makes no sense any more. */
    public static final String WORK_STOPPED = "work-stopped";

    private RequestMessages() {}
}
