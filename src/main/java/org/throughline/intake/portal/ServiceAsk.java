package org.throughline.intake.portal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client wrote on the page, checked.
 *
 * @param submissionId made anew with each page; the same id with the same content is the same submission
 * @param email lower case; typed, so not proven
 */
public record ServiceAsk(
        String submissionId,
        String name,
        String email,
        String phone,
        String policyNumber,
        Optional<AskKind> kind,
        String text,
        @Nullable LocalDate neededBy) {}
