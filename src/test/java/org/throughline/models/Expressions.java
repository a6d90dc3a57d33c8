package org.throughline.models;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names that an expression starts from: {@code ${clock.due(slaMinutes)}} starts from clock and slaMinutes. */
final class Expressions {

    private static final Pattern BLOCK = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ROOT = Pattern.compile("(?<![.\\w])([A-Za-z_]\\w*)");
    private static final Set<String> WORDS = Set.of(
            "empty",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "null",
            "true",
            "false",
            "instanceof");
    private static final Set<String> ENGINE = Set.of(
            "execution",
            "task",
            "authenticatedUserId",
            "decisionResult",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");

    private Expressions() {}

    /** Names that must be variables or beans; what the language and the engine bring is left out. */
    static Set<String> roots(String text) {
        Set<String> roots = new TreeSet<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            Matcher root = ROOT.matcher(TEXT.matcher(block.group(1)).replaceAll(" "));
            while (root.find()) {
                roots.add(root.group(1));
            }
        }
        roots.removeAll(WORDS);
        roots.removeAll(ENGINE);
        return roots;
    }
}
