package org.throughline.triage;

/** The text that the places of {@link Intent} count in: what the sender wrote and, below it, what was forwarded. */
public final class OwnText {

    private OwnText() {}

    /** The text of a message, without quoted history and signature. */
    public static String of(MessageText message) {
        MessageParts parts = MessageParts.of(message);
        return parts.forwarded().isBlank() ? parts.text() : parts.text() + "\n" + parts.forwarded();
    }
}
