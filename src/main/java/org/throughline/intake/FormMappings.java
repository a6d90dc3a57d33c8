package org.throughline.intake;

import java.util.List;
import java.util.Optional;

/** The agency's form mappings. */
public interface FormMappings {

    List<FormMapping> all();

    Optional<FormMapping> find(String formId);

    /** Adds a mapping or puts it in the place of the one with the same id. */
    void save(FormMapping mapping, String changedBy);
}
