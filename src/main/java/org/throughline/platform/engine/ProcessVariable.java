package org.throughline.platform.engine;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.VariableScope;

/**
 * A process variable as a typed constant: the only way Java reads or writes one. Only strings, booleans, whole and
 * decimal numbers and dates are variables; bodies, documents and client details stand in tables and a variable holds
 * their id.
 */
public final class ProcessVariable<T> {

    private static final int LONGEST_TEXT = 4000;

    private final String name;
    private final Class<T> type;

    private ProcessVariable(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public static ProcessVariable<Integer> number(String name) {
        return new ProcessVariable<>(name, Integer.class);
    }

    public static ProcessVariable<Double> decimal(String name) {
        return new ProcessVariable<>(name, Double.class);
    }

    public static ProcessVariable<Date> date(String name) {
        return new ProcessVariable<>(name, Date.class);
    }

    public String name() {
        return name;
    }

    /** The value, which must be there and of this type. */
    public T get(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("Process variable " + name + " is missing" + at(scope)
                        + "; a " + type.getSimpleName() + " is expected"));
    }

    /** The value, if it is set. */
    public Optional<T> find(VariableScope scope) {
        return typed(scope.getVariable(name), () -> at(scope));
    }

    /** The value among variables that were read before, if it is set. */
    public Optional<T> find(Map<String, ?> variables) {
        return typed(variables.get(name), () -> "");
    }

    private Optional<T> typed(@Nullable Object value, Supplier<String> at) {
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new IllegalStateException("Process variable " + name + " is a "
                    + value.getClass().getSimpleName() + at.get() + "; a " + type.getSimpleName() + " is expected");
        }
        return Optional.of(type.cast(value));
    }

    public void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, checked(value));
    }

    /** Puts the value into a map of variables. */
    public void put(Map<String, Object> variables, @Nullable T value) {
        if (value != null) {
            variables.put(name, checked(value));
        }
    }

    private @Nullable T checked(@Nullable T value) {
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("Process variable " + name + " would have " + text.length()
                    + " characters; keep longer text in a table and its id in the variable");
        }
        return value;
    }

    private static String at(VariableScope scope) {
        return scope instanceof DelegateExecution execution
                ? " at " + execution.getCurrentActivityId() + " of " + execution.getProcessDefinitionId()
                : "";
    }
}
