package org.throughline.intake;

/** A decision in triage that cannot be carried out; the message tells the person why and what to do. */
public final class TriageRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    TriageRefused(String message) {
        super(message);
    }
}
