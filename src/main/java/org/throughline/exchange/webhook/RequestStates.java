package org.throughline.exchange.webhook;

import java.util.Collection;
import java.util.List;

/** The requests as they were before the current transaction. */
public interface RequestStates {

    /** Those of these process instances, their own or of a follow-up, and those of these numbers. */
    List<RequestState> find(Collection<String> processInstances, Collection<String> numbers);
}
