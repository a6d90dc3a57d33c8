package org.throughline.ams.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.ClientBook.Source;
import org.throughline.ams.Policy;
import org.throughline.ams.index.IndexKey.Kind;

/** Makes index rows of clients and their policies. */
final class IndexRows {

    private static final int KEY_LENGTH = 320;
    private static final int NAME_LENGTH = 300;

    private IndexRows() {}

    static IndexRow row(Client client, List<Policy> policies, LocalDate today) {
        return row(
                client,
                Source.AMS,
                policies.stream().map(policy -> policy(client, policy, today)).toList());
    }

    static IndexRow row(Client client, Source source, List<IndexKey> policies) {
        Map<String, IndexKey> keys = new LinkedHashMap<>();
        for (ClientContact contact : client.contacts()) {
            contact(client, contact, keys);
        }
        policies.forEach(policy -> add(keys, policy));
        LookupKeys.names(client.displayName(), client.commercial())
                .forEach(name -> add(keys, name(client, name, client.displayName())));
        String dba = client.dba();
        if (dba != null) {
            LookupKeys.names(dba, true).forEach(name -> add(keys, name(client, name, dba)));
        }
        return new IndexRow(
                client.id(),
                source,
                cut(client.displayName(), NAME_LENGTH),
                dba == null ? null : cut(dba, NAME_LENGTH),
                client.commercial(),
                Objects.requireNonNullElse(client.state(), ""),
                client.accountManager(),
                client.producer(),
                new ArrayList<>(keys.values()));
    }

    private static void contact(Client client, ClientContact contact, Map<String, IndexKey> keys) {
        String email = contact.email();
        if (email != null && !email.isBlank()) {
            add(keys, ofContact(client, contact, Kind.EMAIL, LookupKeys.email(email), email));
        }
        String phone = contact.phone();
        if (phone != null && !LookupKeys.phone(phone).isEmpty()) {
            add(keys, ofContact(client, contact, Kind.PHONE, LookupKeys.phone(phone), phone));
        }
    }

    /** One row a key: an authorized contact and a policy in force win over others with the same key. */
    private static void add(Map<String, IndexKey> keys, @Nullable IndexKey key) {
        if (key == null || key.lookup().isEmpty()) {
            return;
        }
        keys.merge(
                key.kind() + " " + key.lookup(),
                key,
                (first, second) ->
                        (second.authorized() && !first.authorized()) || (second.inForce() && !first.inForce())
                                ? second
                                : first);
    }

    private static IndexKey ofContact(Client client, ClientContact contact, Kind kind, String lookup, String display) {
        return new IndexKey(
                client.id(),
                kind,
                cut(lookup, KEY_LENGTH),
                cut(display, KEY_LENGTH),
                cut(contact.name(), 200),
                contact.authorized(),
                null,
                null,
                false,
                false,
                null,
                null);
    }

    private static IndexKey policy(Client client, Policy policy, LocalDate today) {
        String state =
                policy.states().isEmpty() ? client.state() : policy.states().get(0);
        return new IndexKey(
                client.id(),
                Kind.POLICY,
                cut(LookupKeys.policy(policy.number()), KEY_LENGTH),
                cut(policy.number(), KEY_LENGTH),
                null,
                false,
                cut(String.join(",", policy.lines()), 200),
                state,
                policy.inForceOn(today),
                policy.surplusLines(),
                policy.effective(),
                policy.expiration());
    }

    private static IndexKey name(Client client, String name, String display) {
        return new IndexKey(
                client.id(),
                Kind.NAME,
                cut(name, KEY_LENGTH),
                cut(display, KEY_LENGTH),
                null,
                false,
                null,
                null,
                false,
                false,
                null,
                null);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
