package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/**
 * A call that somebody in the agency took down; texts are empty where nothing was noted.
 *
 * @param loggedBy user id of whoever took it
 * @param about what the caller wants, in the words of whoever took it
 * @param callBackAt when the caller wants to be called back
 */
public record PhoneCall(
        String loggedBy,
        String caller,
        String number,
        String client,
        String policy,
        String about,
        Urgency urgency,
        boolean callBack,
        String callBackAt) {

    /** How soon the caller needs it. */
    public enum Urgency {
        NORMAL,
        TODAY,
        NOW;

        /** The urgency of that name; normal where there is none. */
        public static Urgency named(@Nullable String name) {
            for (Urgency urgency : values()) {
                if (urgency.name().equals(name)) {
                    return urgency;
                }
            }
            return NORMAL;
        }
    }
}
