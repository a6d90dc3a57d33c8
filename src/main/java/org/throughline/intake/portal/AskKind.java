package org.throughline.intake.portal;

import java.util.Arrays;
import java.util.Optional;

/** What a client may say a message is about; it becomes a line of the text and decides nothing. */
public enum AskKind {
    CERTIFICATE("Certificate of insurance or other proof of insurance"),
    VEHICLE_OR_DRIVER("A vehicle or a driver"),
    CHANGE("Another change to a policy"),
    CLAIM("A claim, an accident or damage"),
    BILLING("A bill or a payment"),
    DOCUMENTS("ID cards, a policy copy or other documents"),
    QUOTE("A quote for new coverage"),
    RENEWAL("A renewal"),
    CANCELLATION("Ending a policy"),
    OTHER("Something else");

    private final String label;

    AskKind(String label) {
        this.label = label;
    }

    /** The words that the client chooses from. */
    public String label() {
        return label;
    }

    /** The kind of this name; empty for none and for a name that no page of ours offers. */
    public static Optional<AskKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
