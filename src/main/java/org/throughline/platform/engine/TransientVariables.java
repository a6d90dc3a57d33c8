package org.throughline.platform.engine;

import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.variable.Variables;

/**
 * Variables that live only until the transaction ends: inputs of a decision (its own history keeps them) and results
 * that the next step would otherwise compute again. Whoever reads one must be able to do without.
 */
public final class TransientVariables {

    private TransientVariables() {}

    public static void set(VariableScope scope, Map<String, Object> values) {
        values.forEach((name, value) -> set(scope, name, value));
    }

    public static void set(VariableScope scope, String name, Object value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }

    /** The value, if this is still the transaction that set it. */
    public static <T> Optional<T> find(VariableScope scope, String name, Class<T> type) {
        return Optional.ofNullable(scope.getVariable(name))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
