package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;

/** How far a carrier is with what it was asked for. */
public enum JobStatus {
    /** Being put together; nobody has asked for a decision. */
    DRAFT,
    /** Priced, and nothing bound. */
    QUOTED,
    /** Will be issued, but is not yet. */
    PENDING,
    /** With an underwriter. */
    REFERRED,
    ISSUED,
    DECLINED,
    WITHDRAWN;

    /** Of a job's record. */
    public static JobStatus of(JsonNode job) {
        return valueOf(job.path("status").asText());
    }

    /** Whether it is with the carrier and not yet decided. */
    public boolean undecided() {
        return this == PENDING || this == REFERRED;
    }
}
