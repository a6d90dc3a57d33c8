package org.throughline.triage;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.staff.WorkTypes;
import org.throughline.triage.suggest.Corpus;

/** The work types that messages are classified into. */
@Component
class CorpusWorkTypes implements WorkTypes {

    @Override
    public List<String> all() {
        return Corpus.WORK_TYPES;
    }
}
