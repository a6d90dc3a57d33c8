package org.throughline.automation;

/** Every change of automation has a reason, which others read. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    static String checked(String reason) {
        String stripped = reason.strip();
        if (stripped.isEmpty()) {
            throw new AutomationRefused(AutomationRefused.Kind.INVALID, "Give the reason; it stands in the history.");
        }
        if (stripped.length() > LONGEST) {
            throw new AutomationRefused(
                    AutomationRefused.Kind.INVALID,
                    "The reason has " + stripped.length() + " characters; " + LONGEST + " fit.");
        }
        return stripped;
    }

    static String cut(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 1) + "…";
    }
}
