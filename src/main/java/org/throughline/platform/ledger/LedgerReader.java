package org.throughline.platform.ledger;

import java.util.List;
import java.util.Map;

/** The ledger as a list for people. */
public interface LedgerReader {

    /** A page of rows, planned last first. */
    List<OutboundWrite> find(LedgerQuery query, int page, int size);

    long count(LedgerQuery query);

    /** How many rows stand where, in one statement; a status without rows is there with zero. */
    Map<WriteStatus, Long> counts(LedgerQuery query);
}
