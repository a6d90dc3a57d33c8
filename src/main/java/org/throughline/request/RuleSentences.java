package org.throughline.request;

import java.util.Optional;

/** What the version of a table that decided says about itself, in the words of whoever wrote it. */
public interface RuleSentences {

    /** Why a rule says what it says: its description. */
    Optional<String> of(String decisionDefinitionId, String ruleId);

    /** The expression of an input column, which is the name of a variable in most tables. */
    Optional<String> input(String decisionDefinitionId, String clauseId);
}
