package org.throughline.staff.roster;

/** A file of people has errors; nothing of it was written. */
public class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportOutcome outcome;

    ImportRefused(ImportOutcome outcome) {
        super("Nothing was imported: the file has " + outcome.errors().size() + " errors.");
        this.outcome = outcome;
    }

    public ImportOutcome outcome() {
        return outcome;
    }
}
