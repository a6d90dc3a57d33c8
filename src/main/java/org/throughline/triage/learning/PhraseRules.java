package org.throughline.triage.learning;

import java.time.Instant;
import java.util.List;

/** Phrases that analysts added, and phrases of the build that they switched off. */
public interface PhraseRules {

    /** All kept rules, in the order of their last change. A phrase of the build that nobody switched is not among them. */
    List<PhraseRule> all();

    void add(PhraseRule rule);

    /** Switches a rule; false if there is no such rule. */
    boolean change(String id, boolean on, String by, Instant at);

    /** Differs after every change; costs one small query. */
    String stamp();
}
