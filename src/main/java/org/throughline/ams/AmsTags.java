package org.throughline.ams;

import org.throughline.platform.ledger.OutboundWrite;

/** How our reference stands in what we write to an agency management system, so that it can be found again there. */
public final class AmsTags {

    private AmsTags() {}

    /** In a text; the brackets keep {@code …-1} from being found in {@code …-12}. */
    public static String tag(OutboundWrite write) {
        return "[" + write.reference() + "]";
    }

    /**
     * In a file's name, before its ending, as in {@code certificate SR-2026-000123-2.pdf}; without what would break a header
     * line.
     */
    public static String filename(String name, String reference) {
        String safe = name.replaceAll("[\"\\\\/\\p{Cntrl}]", "_");
        int dot = safe.lastIndexOf('.');
        return dot <= 0 ? safe + " " + reference : safe.substring(0, dot) + " " + reference + safe.substring(dot);
    }

    /** A note as one text: subject, text and our reference as its last word. */
    public static String note(AmsNotePayload payload, OutboundWrite write) {
        String separator = payload.text().isBlank() ? " " : "\n";
        return payload.subject() + separator + payload.text() + " " + tag(write);
    }
}
