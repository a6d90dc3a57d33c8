package org.throughline.exchange.mapping;

import java.util.List;
import java.util.Optional;

/** The agency's mappings of import columns. */
public interface ImportMappings {

    /** By name. */
    List<ImportMapping> all();

    Optional<ImportMapping> find(String name);

    /** Adds a mapping or puts it in the place of the one with the same name. */
    void save(ImportMapping mapping, String changedBy);

    /** Takes a mapping away; false where there is none of this name. */
    boolean delete(String name);
}
