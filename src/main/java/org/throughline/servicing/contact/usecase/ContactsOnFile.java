package org.throughline.servicing.contact.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.ams.Client.ClientContact;

/**
 * A client's contacts as a person sees them in the form, a line each: {@code Denise Okafor | denise@… | (713) 555-0142 |
 * may ask for the client}. What was shown is what the change is made for, so the values are read back from it.
 */
public record ContactsOnFile(List<ClientContact> contacts) {

    /** Longest text of a process variable, less some room. */
    private static final int LONGEST = 3900;

    private static final String BAR = " | ";
    private static final String NONE = "none";
    private static final String AUTHORIZED = "may ask for the client";

    /** The lines, as many as there is room for. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ClientContact contact : contacts) {
            String line = line(contact);
            if (text.length() + line.length() < LONGEST) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        return text.toString();
    }

    private static String line(ClientContact contact) {
        return String.join(
                BAR,
                plain(contact.name()),
                plain(contact.email()),
                plain(contact.phone()),
                contact.authorized() ? AUTHORIZED : "may not ask");
    }

    private static String plain(@Nullable String value) {
        return value == null || value.isBlank()
                ? NONE
                : value.replaceAll("[|\\s]+", " ").strip();
    }

    /** The contacts of such lines. */
    public static ContactsOnFile parse(String text) {
        List<ClientContact> contacts = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" \\| ", -1);
            if (parts.length == 4) {
                contacts.add(
                        new ClientContact(parts[0], given(parts[1]), given(parts[2]), parts[3].equals(AUTHORIZED)));
            }
        }
        return new ContactsOnFile(List.copyOf(contacts));
    }

    private static @Nullable String given(String part) {
        return part.equals(NONE) ? null : part;
    }

    /** The one contact of that name. */
    Optional<ClientContact> find(String name) {
        List<ClientContact> named = contacts.stream()
                .filter(contact -> contact.name().equalsIgnoreCase(plain(name)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The contact that most likely wrote: by its address, else by its name, else the only one. */
    Optional<ClientContact> likely(String address, String name) {
        return contacts.stream()
                .filter(contact -> !address.isBlank() && Field.EMAIL.same(text(contact.email()), address))
                .findFirst()
                .or(() -> find(name))
                .or(() -> contacts.size() == 1 ? Optional.of(contacts.get(0)) : Optional.empty());
    }

    /** A contact's value of a field; empty where it has none. */
    static String value(ClientContact contact, Field field) {
        return text(field == Field.EMAIL ? contact.email() : contact.phone());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
