package org.throughline.platform.vendor;

/**
 * A field at a vendor holds neither what a change was made for nor what it would make of it: somebody else changed it.
 * Nothing was written; a person decides.
 */
public class VendorConflict extends RuntimeException {

    private final String theirs;

    /** @param theirs what the vendor has now; empty where it has nothing */
    public VendorConflict(String message, String theirs) {
        super(message);
        this.theirs = theirs;
    }

    public String theirs() {
        return theirs;
    }
}
