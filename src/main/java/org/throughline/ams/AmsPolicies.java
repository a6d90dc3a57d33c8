package org.throughline.ams;

import java.util.List;

/** Reads policies with limits, forms and interests from the agency management system. Every call is remote. */
public interface AmsPolicies {

    /** All policies of a client with limits and forms, whatever their status. */
    List<Policy> ofClient(String clientId);

    /** Policies of the given clients without limits and forms, for the local index; in as few calls as the vendor allows. */
    List<Policy> headersOfClients(List<String> clientIds);
}
