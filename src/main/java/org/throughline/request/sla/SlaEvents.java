package org.throughline.request.sla;

import java.util.List;
import java.util.Set;

/** What happened to the clocks of requests. */
public interface SlaEvents {

    /** Keeps it, in the current transaction. */
    void add(SlaEvent event);

    /** Stages that a request has come to. */
    Set<SlaStage> reached(String requestNumber);

    /** Oldest first. */
    List<SlaEvent> ofRequest(String requestNumber);
}
