package org.throughline.ams.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.ClientBook.Contact;
import org.throughline.ams.ClientBook.Entry;
import org.throughline.ams.ClientBook.PolicyEntry;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.index.IndexKey.Kind;

/** Makes entries of the client book of index rows, and rows of entries. */
final class IndexEntries {

    private IndexEntries() {}

    static Entry entry(IndexRow row) {
        Map<String, Contact> contacts = new LinkedHashMap<>();
        List<PolicyEntry> policies = new ArrayList<>();
        for (IndexKey key : row.keys()) {
            String person = Objects.requireNonNullElse(key.contact(), row.name());
            switch (key.kind()) {
                case EMAIL -> add(contacts, new Contact(person, key.display(), "", key.authorized()));
                case PHONE -> add(contacts, new Contact(person, "", key.display(), key.authorized()));
                case POLICY -> policies.add(policy(key));
                case NAME -> {
                    // Names are only looked up.
                }
            }
        }
        return new Entry(
                row.clientId(),
                row.source(),
                row.name(),
                row.dba(),
                row.commercial(),
                row.state(),
                row.accountManager(),
                row.producer(),
                List.copyOf(contacts.values()),
                List.copyOf(policies));
    }

    private static PolicyEntry policy(IndexKey key) {
        String lines = Objects.requireNonNullElse(key.lines(), "");
        return new PolicyEntry(
                key.display(),
                lines.isEmpty() ? List.of() : Arrays.asList(lines.split(",", -1)),
                Objects.requireNonNullElse(key.state(), ""),
                key.effective(),
                key.expiration(),
                key.inForce(),
                key.surplus());
    }

    /** A person with several addresses or numbers comes as often as there are. */
    private static void add(Map<String, Contact> contacts, Contact found) {
        String key = found.name();
        Contact known = contacts.get(key);
        while (known != null && !fits(known, found)) {
            key += "\n";
            known = contacts.get(key);
        }
        contacts.put(
                key,
                known == null
                        ? found
                        : new Contact(
                                found.name(),
                                known.email() + found.email(),
                                known.phone() + found.phone(),
                                known.authorized() || found.authorized()));
    }

    private static boolean fits(Contact known, Contact found) {
        return (found.email().isEmpty() || known.email().isEmpty())
                && (found.phone().isEmpty() || known.phone().isEmpty());
    }

    static IndexRow row(Entry entry) {
        Client client = new Client(
                entry.clientId(),
                entry.name(),
                entry.dba(),
                entry.commercial(),
                entry.policies().isEmpty(),
                entry.contacts().stream()
                        .map(one -> new ClientContact(one.name(), one.email(), one.phone(), one.authorized()))
                        .toList(),
                null,
                entry.state(),
                entry.producer(),
                entry.accountManager());
        List<IndexKey> policies = entry.policies().stream()
                .map(policy -> policyKey(entry, policy))
                .toList();
        return IndexRows.row(client, Source.SPREADSHEET, policies);
    }

    private static IndexKey policyKey(Entry entry, PolicyEntry policy) {
        return new IndexKey(
                entry.clientId(),
                Kind.POLICY,
                LookupKeys.policy(policy.number()),
                policy.number(),
                null,
                false,
                String.join(",", policy.lines()),
                policy.state().isEmpty() ? entry.state() : policy.state(),
                policy.inForce(),
                policy.surplusLines(),
                policy.effective(),
                policy.expiration());
    }
}
