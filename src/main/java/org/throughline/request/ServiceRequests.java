package org.throughline.request;

import java.util.Map;
import java.util.Optional;

/** Opens service requests and tells them of new messages. */
public interface ServiceRequests {

    /**
     * Opens a request in the current transaction and starts its process.
     *
     * @param variables the request's process variables but its number
     * @param facts what only the routing decisions need; not kept as variables
     * @return the new request's number
     */
    String open(Map<String, Object> variables, Map<String, Object> facts);

    /** True while the request's process has not ended. */
    boolean isOpen(String requestNumber);

    /**
     * Makes an open request more urgent, with the tasks that wait in it; its timeline shows that. It is due after so many
     * minutes of its clock, unless it is due earlier already.
     */
    void raise(String requestNumber, String priority, long minutes);

    /** True while the request waits for the requester's answer to its question. */
    boolean isWaitingForAnswer(String requestNumber);

    /**
     * Tells an open request of a new message from outside: it answers what the request waits for, an open question or,
     * where a carrier writes, a submission; otherwise a person is asked to read it.
     *
     * @param fromCarrier true for a message of a carrier, which never answers the client's question
     * @return false if the request is not open any more
     */
    boolean messageReceived(String requestNumber, String inboundItemId, boolean fromCarrier);

    /** The process variables of an open request as they stand; empty where it is not open any more. */
    Optional<Map<String, Object>> variables(String requestNumber);

    /** Has the mail sent that a person planned for the requester, beside the steps of the request. */
    void messageWritten(String requestNumber);

    /**
     * Ends an open request at once because the requester does not want it any more; what still waits in it is left.
     *
     * @return false if there is no work left to end
     */
    boolean withdraw(String requestNumber);

    /** Has a person look at an open request because a policy that it is about changed; nothing happens if it is closed. */
    void policyChanged(String requestNumber, String whatChanged);
}
