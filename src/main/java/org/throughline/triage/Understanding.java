package org.throughline.triage;

import java.util.List;
import java.util.Map;

/**
 * What was understood of an item before any decision.
 *
 * @param facts inputs of the decisions by their DMN names; strings, booleans and numbers only, never null
 * @param missing what the requested work still needs from the sender, as field names for people
 * @param flags the warnings a person should see, such as SPECIAL_WORDING or EXPRESSION_INJECTION
 * @param furtherTopics other topics asked about in the same message, in the order of the text
 * @param reasons what in the text led to the main topic
 */
public record Understanding(
        Identity identity,
        Entities entities,
        Map<String, Object> facts,
        List<String> missing,
        List<String> flags,
        List<String> furtherTopics,
        List<String> reasons) {}
