package org.throughline.reporting;

/** A report was asked for in a way that has no answer; the message says what to change. */
public class ReportRequestRefused extends RuntimeException {

    public ReportRequestRefused(String message) {
        super(message);
    }
}
