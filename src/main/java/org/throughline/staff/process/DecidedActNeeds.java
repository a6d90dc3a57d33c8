package org.throughline.staff.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.staff.Act;
import org.throughline.staff.ActNeeds;
import org.throughline.staff.ActRules;
import org.throughline.staff.LicenseNeed;

/** Asks the deployed table, as the gate does when a task comes up. */
@Component
class DecidedActNeeds implements ActNeeds {

    private final NeedReader reader;

    DecidedActNeeds(ActRules rules) {
        this.reader = new NeedReader(rules);
    }

    @Override
    public Optional<LicenseNeed> of(Set<Act> acts, Map<String, Object> variables) {
        return reader.of(acts, variables);
    }
}
