package org.throughline.platform.ledger;

import java.time.Instant;

/**
 * Payload of a write that changes one field of a record outside. It is made only where the field still holds {@code
 * base}; the payload's JSON has {@code base}, {@code value} and {@code baseReadAt} under these names.
 */
public interface FieldChange {

    /** The record that is changed; two changes of it never run at the same time. */
    String changedRecord();

    /** The field within that record; changes of it are made in the order in which they were planned. */
    String changedField();

    /** The value that a person saw when they decided; empty where there was none. */
    String base();

    /** What the field is to hold. */
    String value();

    /** When {@code base} was read. */
    Instant baseReadAt();
}
