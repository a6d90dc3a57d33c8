package org.throughline.servicing.download.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.carrier.PartyNames;

/** How near the name that a carrier sends is to a name that the agency has. */
public enum NameLikeness {
    /** The same words, in whatever order. */
    SAME,
    /** One is part of the other, or most words are the same; carriers cut long names off. */
    LIKE,
    DIFFERENT,
    /** One of them is not known. */
    UNKNOWN;

    private static final Set<String> JOINING = Set.of("and", "dba", "or", "of", "etux", "et", "al", "ux");
    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final int LONG_ENOUGH_ALONE = 5;
    private static final int LONG_ENOUGH_CUT = 4;
    private static final double MOST = 0.6;

    public static NameLikeness of(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return UNKNOWN;
        }
        if (a.equals(b)) {
            return SAME;
        }
        if (!generation(a).equals(generation(b))) {
            return DIFFERENT;
        }
        Set<String> fewer = a.size() <= b.size() ? a : b;
        Set<String> more = a.size() <= b.size() ? b : a;
        int shared = shared(fewer, more);
        boolean part = shared == fewer.size() && (shared > 1 || longest(fewer) >= LONG_ENOUGH_ALONE);
        boolean mostly = shared > 1 && shared >= MOST * more.size();
        return part || mostly ? LIKE : DIFFERENT;
    }

    private static Set<String> words(String name) {
        return Stream.of(PartyNames.plain(name).split(" ", -1))
                .filter(word -> word.length() > 1 && !JOINING.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Father and son have one name. */
    private static Set<String> generation(Set<String> words) {
        return words.stream().filter(GENERATIONS::contains).collect(Collectors.toSet());
    }

    private static int shared(Set<String> fewer, Set<String> more) {
        List<String> left = new ArrayList<>(more);
        int shared = 0;
        for (String word : fewer) {
            if (left.remove(word) || left.removeIf(other -> isCut(word, other))) {
                shared++;
            }
        }
        return shared;
    }

    /** True where one is the beginning of the other. */
    private static boolean isCut(String word, String other) {
        return Math.min(word.length(), other.length()) >= LONG_ENOUGH_CUT
                && (word.startsWith(other) || other.startsWith(word));
    }

    private static int longest(Set<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }
}
