package org.throughline.request;

import java.util.List;

/** Reads requests and what happened to them. */
public interface RequestReader {

    /** Newest first. */
    List<RequestView> find(RequestQuery query, int page, int size);

    long count(RequestQuery query);

    /** Everything that happened to a request, oldest first. */
    List<TimelineEntry> timeline(RequestView request);

    /** Every decision that was made for a request, oldest first. */
    List<DecisionRecord> decisions(RequestView request);
}
