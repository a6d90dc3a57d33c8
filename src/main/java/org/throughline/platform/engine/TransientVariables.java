package org.throughline.platform.engine;

import java.util.Map;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.variable.Variables;

/** Variables that live only until the transaction ends: inputs of a decision, whose own history keeps them. */
public final class TransientVariables {

    private TransientVariables() {}

    /** Sets all but those that the scope already has as variables of its own. */
    public static void set(VariableScope scope, Map<String, Object> values) {
        values.forEach((name, value) -> {
            if (!scope.hasVariable(name)) {
                scope.setVariable(name, Variables.untypedValue(value, true));
            }
        });
    }
}
