package org.throughline.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came out of a piece of work, as short facts by name, so that two can be compared. */
public record AutomationResult(Map<String, String> facts) {

    public AutomationResult {
        facts = Map.copyOf(facts);
    }

    /** A result that is one thing done and nothing more. */
    public static AutomationResult of(String name, String value) {
        return new AutomationResult(Map.of(name, value));
    }

    /**
     * What the person did otherwise, a sentence each. Facts that the person's result does not have are not compared: who
     * declines says nothing about the rest.
     */
    public List<String> differences(AutomationResult person) {
        Set<String> names = new TreeSet<>(person.facts().keySet());
        Map<String, String> own = new TreeMap<>(facts);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String before = own.getOrDefault(name, "");
            String after = person.facts().getOrDefault(name, "");
            if (!before.strip().equalsIgnoreCase(after.strip())) {
                differences.add(name + ": automation \"" + before + "\", person \"" + after + "\".");
            }
        }
        return differences;
    }
}
