package org.throughline.ams.hawksoft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Client.Address;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;
import org.throughline.ams.hawksoft.HawkSoftWire.Contact;
import org.throughline.ams.hawksoft.HawkSoftWire.Details;
import org.throughline.ams.hawksoft.HawkSoftWire.Person;
import org.throughline.ams.hawksoft.HawkSoftWire.Place;

/**
 * From the vendor's client to the canonical one. The vendor has no field for who may ask in a client's name; the agency
 * begins such a contact's {@code description} with "Authorized".
 */
final class HawkSoftClientMapper {

    private static final Set<String> HOUSEHOLD = Set.of("insured", "spouse", "co-insured");

    private HawkSoftClientMapper() {}

    static Client client(ClientRecord row) {
        Details details = row.details();
        String name = name(row);
        Place mailing = details == null ? null : details.mailingAddress();
        Place physical = details == null ? null : details.physicalAddress();
        return new Client(
                String.valueOf(row.clientNumber()),
                name,
                details == null ? null : HawkSoftText.blankToNull(details.dbaName()),
                details != null && commercial(details),
                details != null && "Prospect".equalsIgnoreCase(HawkSoftText.text(details.clientType())),
                contacts(row, name),
                mailing == null ? address(physical) : address(mailing),
                HawkSoftText.blankToNull(HawkSoftText.first(state(physical), state(mailing))),
                details == null ? null : HawkSoftText.blankToNull(details.producer()),
                details == null ? null : HawkSoftText.blankToNull(details.csr()));
    }

    /** The company's name, or the household's: {@code Jerome Watts and Alicia Watts}. */
    static String name(ClientRecord row) {
        Details details = row.details();
        List<Person> people = HawkSoftText.list(row.people());
        String household = people.stream()
                .filter(person -> HOUSEHOLD.contains(
                        HawkSoftText.text(person.relationship()).toLowerCase(Locale.ROOT)))
                .map(HawkSoftClientMapper::name)
                .collect(Collectors.joining(" and "));
        String anybody =
                people.stream().map(HawkSoftClientMapper::name).findFirst().orElse(null);
        String company = details == null ? null : details.companyName();
        return details != null && commercial(details)
                ? HawkSoftText.first(company, household, anybody, "(no name at HawkSoft)")
                : HawkSoftText.first(household, anybody, company, "(no name at HawkSoft)");
    }

    /** A client may be both; then it has a company. */
    private static boolean commercial(Details details) {
        return details.isCommercial();
    }

    private static String name(Person person) {
        return HawkSoftText.words(person.firstName(), person.lastName());
    }

    private static List<ClientContact> contacts(ClientRecord row, String clientName) {
        Map<String, String> names = HawkSoftText.list(row.people()).stream()
                .collect(Collectors.toMap(Person::id, HawkSoftClientMapper::name, (one, other) -> one));
        Map<String, List<Contact>> byPerson = HawkSoftText.list(row.contacts()).stream()
                .sorted(Comparator.comparingInt(Contact::priority))
                .collect(Collectors.groupingBy(
                        contact -> HawkSoftText.text(contact.personId()), LinkedHashMap::new, Collectors.toList()));
        List<ClientContact> contacts = new ArrayList<>();
        byPerson.forEach((person, ways) -> {
            String name = HawkSoftText.first(names.get(person), clientName);
            boolean authorized = ways.stream().anyMatch(HawkSoftClientMapper::authorized);
            List<String> emails = ways.stream()
                    .map(way -> HawkSoftText.text(way.data()))
                    .filter(data -> data.contains("@"))
                    .toList();
            List<String> phones = ways.stream()
                    .filter(HawkSoftClientMapper::telephone)
                    .map(way -> HawkSoftText.text(way.data()))
                    .toList();
            for (int at = 0; at < Math.max(emails.size(), phones.size()); at++) {
                contacts.add(new ClientContact(name, at(emails, at), at(phones, at), authorized));
            }
        });
        return List.copyOf(contacts);
    }

    private static boolean authorized(Contact contact) {
        return HawkSoftText.text(contact.description()).toLowerCase(Locale.ROOT).startsWith("authorized");
    }

    /** By what it is rather than by its type, whose values nobody documents; a fax is not called back. */
    private static boolean telephone(Contact contact) {
        String data = HawkSoftText.text(contact.data());
        boolean fax = HawkSoftText.text(contact.type()).toLowerCase(Locale.ROOT).contains("fax");
        return !fax && !data.contains("@") && data.replaceAll("\\D", "").length() >= 7;
    }

    private static @Nullable String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : null;
    }

    private static @Nullable String state(@Nullable Place place) {
        return place == null ? null : place.state();
    }

    private static @Nullable Address address(@Nullable Place place) {
        String line1 = place == null ? null : HawkSoftText.blankToNull(place.address1());
        return place == null || line1 == null
                ? null
                : new Address(
                        line1,
                        HawkSoftText.blankToNull(place.address2()),
                        HawkSoftText.text(place.city()),
                        HawkSoftText.text(place.state()),
                        HawkSoftText.text(place.zip()));
    }
}
