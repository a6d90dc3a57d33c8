package org.throughline.automation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far an automation is trusted, from least to most. */
public enum AutomationLevel {
    /** It runs as far as its result, which nobody uses; a person does the work, and both are compared. */
    SHADOW,
    /** It prepares, and a person approves each. */
    APPROVE_ALL,
    /** It finishes alone; a share is looked at after the fact. */
    SAMPLED,
    /** It finishes alone. */
    STRAIGHT_THROUGH;

    /** The level of that name; empty for anything else, such as NONE where no automation runs. */
    public static Optional<AutomationLevel> find(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst();
    }

    /** The level that it can earn from here. */
    public Optional<AutomationLevel> next() {
        return at(1);
    }

    /** The level that it falls to from here. */
    public Optional<AutomationLevel> previous() {
        return at(-1);
    }

    /** True where nobody has to act before the result goes out. */
    public boolean finishesAlone() {
        return this == SAMPLED || this == STRAIGHT_THROUGH;
    }

    private Optional<AutomationLevel> at(int steps) {
        List<AutomationLevel> all = List.of(values());
        int index = all.indexOf(this) + steps;
        return index < 0 || index >= all.size() ? Optional.empty() : Optional.of(all.get(index));
    }
}
