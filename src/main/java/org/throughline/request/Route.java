package org.throughline.request;

/** Who does the work of a request; the table {@code route} decides it, and a person may decide otherwise. */
public enum Route {
    AUTOMATION,
    /** The agency's own people; the queue says who. */
    LICENSED_STAFF,
    EXTERNAL_PARTNER
}
