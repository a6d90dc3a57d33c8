package org.throughline.triage;

import java.util.List;
import java.util.Map;
import org.throughline.triage.suggest.Suggestion;

/**
 * What was understood of an item before any decision.
 *
 * @param facts inputs of the decisions by their DMN names; strings, booleans and numbers only, never null
 * @param missing what the requested work still needs from the sender, as field names for people
 * @param flags the warnings a person should see, such as SPECIAL_WORDING or EXPRESSION_INJECTION
 * @param further what else the same message asks for, in the order of the text
 * @param reasons what in the text led to the main topic
 * @param suggestion what the suggester made of the whole message
 */
public record Understanding(
        Identity identity,
        Entities entities,
        Map<String, Object> facts,
        List<String> missing,
        List<String> flags,
        List<Intent> further,
        List<String> reasons,
        Suggestion suggestion) {}
