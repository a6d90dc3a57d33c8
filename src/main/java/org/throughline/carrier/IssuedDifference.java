package org.throughline.carrier;

import java.util.Locale;

/**
 * One difference between what was asked for and what a carrier says that it has issued.
 *
 * @param change what was asked for; of {@link Kind#NOT_ASKED}, what was issued
 * @param field key of the value, as {@link Change.Subject} names them, or {@code name}; empty for the whole change
 */
public record IssuedDifference(Kind kind, Change change, String field, String requested, String issued) {

    /** How the two differ. */
    public enum Kind {
        /** Asked for and not issued. */
        MISSING,
        /** Issued and not asked for. */
        NOT_ASKED,
        /** Issued with another value. */
        DIFFERENT,
        /** Issued, and the carrier does not say this value; nobody knows. */
        NOT_SAID
    }

    /** True where the carrier has done otherwise; false where it only does not say. */
    public boolean isConflict() {
        return kind != Kind.NOT_SAID;
    }

    /** The difference as a sentence for people. */
    public String sentence() {
        String what = words(change.subject().name()) + (change.name().isEmpty() ? "" : " " + change.name());
        return switch (kind) {
            case MISSING -> what + ": asked for (" + words(change.action().name()) + "), not issued.";
            case NOT_ASKED -> what + ": issued (" + words(change.action().name()) + "), not asked for.";
            case DIFFERENT ->
                what + ", " + spoken(field) + ": asked for \"" + requested + "\", issued \"" + issued + "\".";
            case NOT_SAID ->
                what + ", " + spoken(field) + ": asked for \"" + requested + "\"; the carrier does not say it.";
        };
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String spoken(String key) {
        return key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
