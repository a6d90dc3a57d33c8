package org.throughline.request;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision that was made for a request, as the engine's decision history keeps it.
 *
 * @param decision id of the table
 * @param version version of the table that decided, 0 where the definition's id does not tell
 * @param definitionId id of that version in the engine
 * @param person who was logged in when it was made, if anybody
 * @param rules the rules that fired, in the table's order
 * @param inputs what the table saw, by the name of the variable
 * @param outputs what it gave, by the name of the variable; a list where several rules gave one
 * @param sentence what was decided and why, for people
 */
public record DecisionRecord(
        String decision,
        String name,
        int version,
        String definitionId,
        OffsetDateTime at,
        @Nullable String person,
        List<FiredRule> rules,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> outputs,
        String sentence) {

    /**
     * A rule that fired.
     *
     * @param why the rule's description in the version that decided; null where it has none
     */
    public record FiredRule(String id, @Nullable String why) {}
}
