package org.throughline.triage.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.learning.TrainingExample.Source;
import org.throughline.triage.learning.TrainingExample.State;

/** The examples that the agency keeps beside those of the build, and which of the build's are switched off. */
public interface TrainingExamples {

    /**
     * Which examples to list; a null or an empty text does not narrow.
     *
     * @param text part of subject or body
     */
    record Filter(
            @Nullable State state,
            @Nullable Source source,
            @Nullable String workType,
            String text) {}

    /** Why and by whom something was changed. */
    record Change(String note, String by, Instant at) {}

    void add(TrainingExample example, String senderDomain, String textHash);

    boolean knows(String textHash);

    int openCandidates(String senderDomain);

    Optional<TrainingExample> find(String id);

    /** Candidates first, then the latest changed first. */
    List<TrainingExample> list(Filter filter, int page, int size);

    long count(Filter filter);

    /** All that are learned from, in an order that stays the same. */
    List<TrainingExample> on();

    void change(String id, State state, String workType, Change change);

    /** Examples of the build that are off, by digest. */
    Map<String, Change> switchedOff();

    void switchOff(String digest, Change change);

    void switchOn(String digest);
}
