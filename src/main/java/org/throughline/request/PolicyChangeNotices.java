package org.throughline.request;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.PolicyChange;
import org.throughline.ams.PolicyChange.Seen;
import org.throughline.ams.PolicyChanges;

/** Tells the open requests about a policy that it changed in the agency management system; a person looks at each. */
@Component
class PolicyChangeNotices implements PolicyChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    private final OpenRequests open;
    private final ServiceRequests requests;

    PolicyChangeNotices(OpenRequests open, ServiceRequests requests) {
        this.open = open;
        this.requests = requests;
    }

    @Override
    public void changed(List<PolicyChange> changes) {
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        for (PolicyChange change : changes) {
            open.about(change.clientId(), change.number())
                    .forEach(request -> sentences
                            .computeIfAbsent(request, number -> new ArrayList<>())
                            .add(sentence(change)));
        }
        sentences.forEach((request, said) ->
                requests.policyChanged(request, said.stream().distinct().collect(Collectors.joining("\n"))));
    }

    /** What changed, as people read it. */
    static String sentence(PolicyChange change) {
        Seen after = change.after();
        if (after == null) {
            return "Policy " + change.number() + " is no longer in the AMS; it was " + words(change.before()) + ".";
        }
        return "Policy " + change.number() + " was " + words(change.before()) + " and is now " + words(after) + ".";
    }

    private static String words(Seen seen) {
        String cancels = seen.cancellation() == null ? "" : ", cancels " + DAY.format(seen.cancellation());
        return status(seen.status()) + " (" + DAY.format(seen.effective()) + " to " + DAY.format(seen.expiration())
                + cancels + ")";
    }

    private static String status(PolicyStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
