package org.throughline.ams.ezlynx;

import static org.throughline.ams.ezlynx.EzLynxTexts.blankToNull;
import static org.throughline.ams.ezlynx.EzLynxTexts.first;
import static org.throughline.ams.ezlynx.EzLynxTexts.joined;
import static org.throughline.ams.ezlynx.EzLynxTexts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;
import org.throughline.ams.ezlynx.EzLynxClassicApi.Address;
import org.throughline.ams.ezlynx.EzLynxClassicApi.Applicant;
import org.throughline.ams.ezlynx.EzLynxClassicApi.CoApplicant;

/**
 * From an applicant to a client. EZLynx has no field for who may ask in the client's name: of a household both people
 * may, of a business only the applicant itself, so that anybody else is looked at by a person. Nor has it one for a trade
 * name, which agencies write behind the legal one as in {@code Curtis Ridgeway dba Ridgeway Landscape}.
 */
final class EzLynxClientMapper {

    private static final String DBA = "(?i)\\s+d/?b/?a\\s+";

    private EzLynxClientMapper() {}

    static Client client(Applicant applicant) {
        String business = blankToNull(applicant.businessName());
        boolean commercial = business != null;
        String[] names = business != null ? business.split(DBA, 2) : new String[] {household(applicant)};
        Address address = applicant.currentAddress();
        return new Client(
                applicant.id(),
                names[0].isBlank() ? "(no name at EZLynx)" : names[0],
                names.length > 1 ? names[1] : null,
                commercial,
                prospect(text(applicant.applicantType())),
                contacts(applicant, commercial),
                address(address),
                address == null ? null : blankToNull(address.state()),
                null,
                blankToNull(applicant.assignedTo()));
    }

    private static String household(Applicant applicant) {
        String person = joined(applicant.firstName(), applicant.lastName());
        CoApplicant other = applicant.coApplicant();
        String second = other == null ? "" : joined(other.firstName(), other.lastName());
        return second.isEmpty() ? person : person + " and " + second;
    }

    /** Of the types only {@code ActiveClient} is seen; the words for one that bought nothing yet are assumed. */
    private static boolean prospect(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.contains("prospect") || plain.contains("lead");
    }

    private static List<ClientContact> contacts(Applicant applicant, boolean commercial) {
        List<ClientContact> contacts = new ArrayList<>();
        String person = joined(applicant.firstName(), applicant.lastName());
        String name = person.isEmpty() ? text(applicant.businessName()) : person;
        String email = first(applicant.businessEmail(), applicant.email());
        String phone =
                first(applicant.businessPhone(), applicant.cellPhone(), applicant.workPhone(), applicant.homePhone());
        add(contacts, name, email, phone, true);
        String own = blankToNull(applicant.email());
        if (own != null && !own.equalsIgnoreCase(email)) {
            add(contacts, name, own, first(applicant.cellPhone(), applicant.homePhone()), true);
        }
        CoApplicant other = applicant.coApplicant();
        if (other != null) {
            add(
                    contacts,
                    joined(other.firstName(), other.lastName()),
                    blankToNull(other.email()),
                    first(other.cellPhone(), other.workPhone(), other.homePhone()),
                    !commercial);
        }
        return List.copyOf(contacts);
    }

    private static void add(
            List<ClientContact> contacts,
            String name,
            @Nullable String email,
            @Nullable String phone,
            boolean authorized) {
        if (!name.isEmpty() || email != null || phone != null) {
            contacts.add(new ClientContact(name, email, phone, authorized));
        }
    }

    private static Client.@Nullable Address address(@Nullable Address address) {
        String line1 = address == null ? null : blankToNull(address.line1());
        return address == null || line1 == null
                ? null
                : new Client.Address(
                        line1,
                        blankToNull(address.line2()),
                        text(address.city()),
                        text(address.state()),
                        text(address.zip()));
    }
}
