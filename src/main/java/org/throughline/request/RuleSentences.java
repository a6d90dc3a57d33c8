package org.throughline.request;

import java.util.Optional;

/** Why a rule of a decision table says what it says, in the words of whoever wrote it. */
public interface RuleSentences {

    /** The rule's description. */
    Optional<String> of(String decisionDefinitionId, String ruleId);
}
