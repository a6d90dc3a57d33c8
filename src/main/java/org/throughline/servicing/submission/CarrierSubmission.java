package org.throughline.servicing.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;

/**
 * One submission to a carrier with its answer so far.
 *
 * @param reference our reference at the carrier; null where a person enters it at the carrier's website
 * @param answer the latest; null before the first
 * @param whyEnded why it ended without an answer; null while it has not, or has one
 * @param answeredBy who wrote the answer down; null where a machine read it
 */
public record CarrierSubmission(
        String id,
        String requestNumber,
        @Nullable String reference,
        Submission submission,
        SubmissionState state,
        @Nullable SubmissionAnswer answer,
        @Nullable String whyEnded,
        @Nullable String answeredBy,
        Instant plannedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant answeredAt) {}
