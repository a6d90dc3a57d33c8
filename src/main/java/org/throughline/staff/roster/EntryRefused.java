package org.throughline.staff.roster;

import java.util.List;

/** An entry cannot be kept as it is; nothing of it was. */
public class EntryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    EntryRefused(List<Fault> faults) {
        super(faults.get(0).message());
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, at least one thing. */
    public List<Fault> faults() {
        return faults;
    }
}
