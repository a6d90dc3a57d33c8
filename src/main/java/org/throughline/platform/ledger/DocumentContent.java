package org.throughline.platform.ledger;

/** Where a channel gets the bytes of a document that a payload names by id; implemented by the document store. */
public interface DocumentContent {

    /** The named document's file name, media type and bytes. */
    Content content(String documentId);

    /** A file as it goes out. */
    record Content(String filename, String contentType, byte[] bytes) {}
}
