package org.throughline.servicing.download.usecase;

import java.util.Optional;

/** Numbers under which carriers send policies that have another number with the agency; people have found them. */
public interface DownloadAliases {

    /** The policy that a person matched a number to. */
    Optional<Alias> find(AliasKey key);

    /** Remembers a match; the last one of a number counts. */
    void remember(AliasKey key, Alias alias);

    /**
     * A match.
     *
     * @param policyNumber the policy's number in the agency management system
     * @param requestNumber of the request in which it was found
     * @param learnedFrom the person
     */
    record Alias(String policyNumber, String clientId, String requestNumber, String learnedFrom) {}
}
