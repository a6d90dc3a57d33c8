package org.throughline.triage;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.ams.ClientIndex.IndexedClient;

/** The flag of an item that may equally be about several clients: {@code AMBIGUOUS_CLIENT:10002,30206}. */
public final class Ambiguity {

    private static final String FLAG = "AMBIGUOUS_CLIENT:";
    private static final int MOST = 10;

    private Ambiguity() {}

    static String flag(List<IndexedClient> candidates) {
        return candidates.stream().limit(MOST).map(IndexedClient::clientId).collect(Collectors.joining(",", FLAG, ""));
    }

    public static boolean isIn(Collection<String> flags) {
        return flags.stream().anyMatch(flag -> flag.startsWith(FLAG));
    }

    /** Ids of the clients that it may be about; empty where that is clear. */
    public static List<String> clientsIn(Collection<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith(FLAG))
                .flatMap(flag -> Arrays.stream(flag.substring(FLAG.length()).split(",", -1)))
                .toList();
    }
}
