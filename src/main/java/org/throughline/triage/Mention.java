package org.throughline.triage;

import org.jspecify.annotations.Nullable;

/**
 * Something that a message names, with its place in the text.
 *
 * @param value in one form for all: ISO date (with a time where one is said), E.164 number, plain decimal amount, policy
 *     number as the client index writes it; otherwise as it stands
 * @param text the words as they stand in the message
 * @param start offset of the first character in the text that {@code source} names
 * @param end offset after the last character
 * @param confidence 0 to 1
 * @param clientId the client that the number or name belongs to by the client index; null where it knows none
 */
public record Mention(
        Kind kind,
        String value,
        String text,
        int start,
        int end,
        Source source,
        double confidence,
        @Nullable String clientId) {

    /** What is named. */
    public enum Kind {
        POLICY_NUMBER,
        VIN,
        NAMED_INSURED,
        HOLDER,
        LIENHOLDER,
        ADDRESS,
        DATE,
        AMOUNT,
        PHONE,
        EMAIL,
        ACORD_FORM,
        FORM_NUMBER,
        CLAIM_NUMBER,
        LOAN_NUMBER
    }

    /** Which text of the message the offsets count in. */
    public enum Source {
        SUBJECT,
        BODY,
        FORWARDED
    }

    boolean overlaps(Mention other) {
        return source == other.source && start < other.end && other.start < end;
    }
}
