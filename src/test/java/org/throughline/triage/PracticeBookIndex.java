package org.throughline.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.ams.ClientIndex;

/** The client index as it would be filled from the practice book on its first day. */
final class PracticeBookIndex implements ClientIndex {

    private static final Set<String> IN_FORCE = Set.of("ACTIVE", "RENEWING", "PENDING_CANCEL");

    private final Map<String, IndexedClient> clients = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();

    PracticeBookIndex() {
        JsonNode book = read("src/main/resources/sandbox/practice-book.json");
        Map<String, List<IndexedPolicy>> policies = new HashMap<>();
        for (JsonNode policy : book.get("policies")) {
            List<String> lines = new ArrayList<>();
            policy.get("lines").forEach(line -> lines.add(line.asText()));
            policies.computeIfAbsent(policy.get("clientId").asText(), id -> new ArrayList<>())
                    .add(new IndexedPolicy(
                            policy.get("number").asText(),
                            lines,
                            policy.get("states").path(0).asText(),
                            IN_FORCE.contains(policy.get("status").asText()),
                            policy.get("marketType").asText().equals("SURPLUS_LINES")));
        }
        for (JsonNode client : book.get("clients")) {
            add(client, policies);
        }
    }

    static JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(new File(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode client, Map<String, List<IndexedPolicy>> policies) {
        String id = client.get("id").asText();
        List<IndexedContact> contacts = new ArrayList<>();
        List<String> called = new ArrayList<>(List.of(client.get("legalName").asText()));
        if (client.hasNonNull("dba")) {
            called.add(client.get("dba").asText());
        }
        for (JsonNode contact : client.get("contacts")) {
            contacts.add(new IndexedContact(
                    contact.get("name").asText(),
                    contact.path("email").asText(""),
                    contact.path("phone").asText(""),
                    contact.get("authorized").asBoolean()));
            if (client.get("kind").asText().equals("PERSONAL")) {
                called.add(contact.get("name").asText());
            }
        }
        names.put(id, called.stream().map(PracticeBookIndex::words).toList());
        clients.put(
                id,
                new IndexedClient(
                        id,
                        client.get("legalName").asText(),
                        client.get("kind").asText().equals("COMMERCIAL"),
                        client.get("state").asText(),
                        contacts,
                        policies.getOrDefault(id, List.of())));
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public List<IndexedClient> byEmail(String address) {
        return inForceFirst(clients.values().stream()
                .filter(client -> client.contacts().stream()
                        .anyMatch(contact -> contact.email().equalsIgnoreCase(address))));
    }

    @Override
    public List<IndexedClient> byPhone(String phone) {
        String digits = digits(phone);
        return inForceFirst(clients.values().stream()
                .filter(client -> client.contacts().stream()
                        .anyMatch(contact ->
                                !digits.isEmpty() && digits(contact.phone()).equals(digits))));
    }

    @Override
    public List<IndexedClient> byPolicyNumbers(List<String> numbers) {
        List<String> wanted = numbers.stream().map(PracticeBookIndex::bare).toList();
        return inForceFirst(clients.values().stream()
                .filter(client ->
                        client.policies().stream().anyMatch(policy -> wanted.contains(bare(policy.number())))));
    }

    @Override
    public List<IndexedClient> namedIn(String text) {
        String words = " " + words(text) + " ";
        record Hit(String id, int length) {}
        return names.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(name -> words.contains(" " + name + " "))
                        .map(name -> new Hit(entry.getKey(), name.length())))
                .sorted(Comparator.comparingLong((Hit hit) -> -inForce(client(hit.id())))
                        .thenComparing(Comparator.comparingInt(Hit::length).reversed()))
                .map(hit -> client(hit.id()))
                .distinct()
                .toList();
    }

    @Override
    public Optional<IndexedClient> byId(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    private IndexedClient client(String id) {
        return byId(id).orElseThrow();
    }

    private static List<IndexedClient> inForceFirst(Stream<IndexedClient> found) {
        return found.sorted(Comparator.comparingLong((IndexedClient client) -> -inForce(client)))
                .toList();
    }

    private static long inForce(IndexedClient client) {
        return Math.min(
                1, client.policies().stream().filter(IndexedPolicy::inForce).count());
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll("\\b(llc|inc|pllc|pc|corp|co)\\b", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String bare(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static String digits(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
