package org.throughline.ams.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.ClientIndex.IndexedClient;
import org.throughline.ams.ClientIndex.IndexedContact;
import org.throughline.ams.ClientIndex.IndexedPolicy;
import org.throughline.ams.index.IndexKey.Kind;

/** The index as it was at its last change, in memory. */
final class IndexSnapshot {

    private static final Comparator<IndexedClient> MOST_IN_FORCE =
            Comparator.comparingLong(IndexSnapshot::inForce).reversed();

    private final Map<String, IndexedClient> clients = new LinkedHashMap<>();
    private final Map<Kind, Map<String, Set<String>>> byKey = new HashMap<>();
    private final Map<String, List<Name>> namesByFirstWord = new HashMap<>();

    /** A name in words. */
    private record Name(List<String> words, String clientId) {}

    /** A name found in a text, from word to word. */
    private record Mention(Name name, int from) {
        int to() {
            return from + name.words().size();
        }

        boolean within(Mention other) {
            return other.from <= from
                    && to() <= other.to()
                    && other.name.words().size() > name.words().size();
        }
    }

    /** What a spreadsheet says of a client that the system has as well is not used. */
    IndexSnapshot(Collection<IndexRow> rows) {
        AmsOverlap overlap = new AmsOverlap(rows);
        List<IndexRow> used = rows.stream()
                .filter(row -> row.source() == Source.AMS || overlap.of(row).isEmpty())
                .sorted(Comparator.comparing(IndexRow::source))
                .toList();
        for (IndexRow row : used) {
            clients.put(row.clientId(), client(row));
            for (IndexKey key : row.keys()) {
                byKey.computeIfAbsent(key.kind(), kind -> new HashMap<>())
                        .computeIfAbsent(key.lookup(), lookup -> new LinkedHashSet<>())
                        .add(key.clientId());
                if (key.kind() == Kind.NAME) {
                    List<String> words = words(key.lookup());
                    namesByFirstWord
                            .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                            .add(new Name(words, key.clientId()));
                }
            }
        }
    }

    Optional<IndexedClient> byId(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    List<IndexedClient> by(Kind kind, Stream<String> lookups) {
        Map<String, Set<String>> keys = byKey.getOrDefault(kind, Map.of());
        return lookups.flatMap(lookup -> keys.getOrDefault(lookup, Set.of()).stream())
                .distinct()
                .map(clients::get)
                .filter(Objects::nonNull)
                .sorted(MOST_IN_FORCE)
                .toList();
    }

    /** A name inside a longer one at the same place is not a mention of its own. */
    List<IndexedClient> namedIn(String text) {
        List<String> words = words(LookupKeys.words(text));
        List<Mention> mentions = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            for (Name name : namesByFirstWord.getOrDefault(words.get(at), List.of())) {
                int end = at + name.words().size();
                if (end <= words.size() && words.subList(at, end).equals(name.words())) {
                    mentions.add(new Mention(name, at));
                }
            }
        }
        Map<String, Integer> longest = new LinkedHashMap<>();
        mentions.stream()
                .filter(mention -> mentions.stream().noneMatch(mention::within))
                .forEach(mention -> longest.merge(
                        mention.name().clientId(), mention.name().words().size(), Math::max));
        return longest.keySet().stream()
                .sorted(Comparator.comparing((String id) -> !insured(id))
                        .thenComparing(longest::get, Comparator.reverseOrder()))
                .map(clients::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean insured(String clientId) {
        IndexedClient client = clients.get(clientId);
        return client != null && inForce(client) > 0;
    }

    private static long inForce(IndexedClient client) {
        return client.policies().stream().filter(IndexedPolicy::inForce).count();
    }

    private static List<String> words(String text) {
        StringTokenizer tokens = new StringTokenizer(text, " ");
        List<String> words = new ArrayList<>(tokens.countTokens());
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static IndexedClient client(IndexRow row) {
        Map<String, IndexedContact> contacts = new LinkedHashMap<>();
        List<IndexedPolicy> policies = new ArrayList<>();
        for (IndexKey key : row.keys()) {
            String person = Objects.requireNonNullElse(key.contact(), row.name());
            switch (key.kind()) {
                case EMAIL ->
                    contacts.merge(
                            person,
                            new IndexedContact(person, key.display(), "", key.authorized()),
                            IndexSnapshot::together);
                case PHONE ->
                    contacts.merge(
                            person,
                            new IndexedContact(person, "", key.display(), key.authorized()),
                            IndexSnapshot::together);
                case POLICY ->
                    policies.add(new IndexedPolicy(
                            key.display(),
                            lines(Objects.requireNonNullElse(key.lines(), "")),
                            Objects.requireNonNullElse(key.state(), row.state()),
                            key.inForce(),
                            key.surplus()));
                case NAME -> {
                    // Names are only looked up.
                }
            }
        }
        return new IndexedClient(
                row.clientId(),
                row.name(),
                row.commercial(),
                row.state(),
                List.copyOf(contacts.values()),
                List.copyOf(policies));
    }

    private static IndexedContact together(IndexedContact first, IndexedContact second) {
        return new IndexedContact(
                first.name(),
                first.email().isEmpty() ? second.email() : first.email(),
                first.phone().isEmpty() ? second.phone() : first.phone(),
                first.authorized() || second.authorized());
    }

    private static List<String> lines(String commaSeparated) {
        return commaSeparated.isEmpty()
                ? List.of()
                : Arrays.stream(commaSeparated.split(",", -1)).toList();
    }
}
