package org.throughline.triage.learning;

import java.util.List;
import java.util.Optional;

/** The learned models. */
public interface SuggestionModels {

    /** All, the latest first. */
    List<LearnedModel> all();

    Optional<LearnedModel> find(String version);

    /** The version in use on every node; empty where it is still the build's own. */
    Optional<String> active();

    Optional<byte[]> content(String version);

    /** Digests of what a model was learned from, in order. */
    List<String> learnedFrom(String version);

    /** Keeps a model; one of the same version is replaced. */
    void save(LearnedModel model, byte[] content, List<String> learnedFrom);

    /**
     * Makes a model the active one and the active one the previous, in one transaction; the bytes of the one before are
     * gone.
     *
     * @return false if it is not in the state {@code from} any more
     */
    boolean activate(String version, LearnedModel.State from, String by);

    /** Discards a candidate, whose bytes are gone then; false if it is no candidate. */
    boolean discard(String version, String by);
}
