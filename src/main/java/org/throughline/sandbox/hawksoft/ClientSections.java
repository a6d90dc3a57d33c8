package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * The sections of a client that a call asks for with {@code include}. Without it all come but the invoices, which the
 * vendor's model calls optional; that a section nobody knows is refused, and that case does not matter, is assumed.
 */
final class ClientSections {

    private static final List<String> KNOWN =
            List.of("details", "people", "contacts", "claims", "policies", "invoices");

    private ClientSections() {}

    static Set<String> of(@Nullable String include) {
        Set<String> sections = new LinkedHashSet<>(KNOWN);
        if (include == null || include.isBlank()) {
            sections.remove("invoices");
            return sections;
        }
        List<String> wanted = Arrays.stream(include.split(","))
                .map(section -> section.strip().toLowerCase(Locale.ROOT))
                .toList();
        wanted.stream().filter(section -> !KNOWN.contains(section)).findFirst().ifPresent(unknown -> {
            throw HawkSoftRefusal.badRequest("The include " + unknown + " is not known");
        });
        sections.retainAll(wanted);
        return sections;
    }

    static ObjectNode answered(ObjectNode client, Set<String> sections) {
        ObjectNode answer = SimulatorStore.answered(client);
        KNOWN.stream().filter(section -> !sections.contains(section)).forEach(answer::remove);
        return answer;
    }
}
