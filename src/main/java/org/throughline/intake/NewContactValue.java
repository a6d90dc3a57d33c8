package org.throughline.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.triage.Entities;
import org.throughline.triage.Mention;
import org.throughline.triage.Mention.Kind;
import org.throughline.triage.Mention.Source;

/**
 * The address or number that a message most likely wants a contact to have: the last address it names that is neither the
 * sender's nor a client's, else the last such number. A person compares it with the message.
 */
record NewContactValue(String field, String value) {

    private static final Set<Source> OWN_WORDS = Set.of(Source.SUBJECT, Source.BODY);

    static Optional<NewContactValue> of(Entities entities, String senderAddress) {
        return last(entities, Kind.EMAIL, senderAddress)
                .map(address -> new NewContactValue("EMAIL", address))
                .or(() ->
                        last(entities, Kind.PHONE, senderAddress).map(number -> new NewContactValue("PHONE", number)));
    }

    private static Optional<String> last(Entities entities, Kind kind, String senderAddress) {
        List<String> found = entities.mentions().stream()
                .filter(mention -> mention.kind() == kind && OWN_WORDS.contains(mention.source()))
                .filter(mention ->
                        mention.clientId() == null && !mention.value().equalsIgnoreCase(senderAddress))
                .map(Mention::text)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    void put(Map<String, Object> variables) {
        RequestVariables.CONTACT_FIELD.put(variables, field);
        RequestVariables.NEW_CONTACT_VALUE.put(variables, value);
    }
}
