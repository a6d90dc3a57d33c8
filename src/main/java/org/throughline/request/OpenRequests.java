package org.throughline.request;

import java.util.List;

/** Finds requests that are not closed. */
public interface OpenRequests {

    /**
     * Numbers of the client's open requests that the policy matters to: those that name it, and those that name none.
     *
     * @param policyNumber as the agency management system has it
     */
    List<String> about(String clientId, String policyNumber);
}
