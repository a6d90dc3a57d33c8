package org.throughline.ams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The local client index as a list, and the clients that the agency adds to it from spreadsheets. The agency management
 * system stays the system of record: what it has is read here and never changed, and where it takes up a client of a
 * spreadsheet, its own client counts from then on.
 */
public interface ClientBook {

    /** The whole list as it is now. */
    View read();

    /** Adds clients of spreadsheets, or puts them in the place of those with the same ids. */
    void put(Collection<Entry> clients);

    /** Takes a client of a spreadsheet out; false where there is none with this id. */
    boolean remove(String clientId);

    /** Where a client comes from. */
    enum Source {
        AMS,
        SPREADSHEET
    }

    /**
     * A client of the list.
     *
     * @param clientId the system's own id, or one of {@link SpreadsheetIds}
     * @param state two letters, or empty
     */
    record Entry(
            String clientId,
            Source source,
            String name,
            @Nullable String dba,
            boolean commercial,
            String state,
            @Nullable String accountManager,
            @Nullable String producer,
            List<Contact> contacts,
            List<PolicyEntry> policies) {

        /** The same client with other policies. */
        public Entry with(List<PolicyEntry> other) {
            return new Entry(clientId, source, name, dba, commercial, state, accountManager, producer, contacts, other);
        }
    }

    /** A person of a client; texts are empty where they are not known. */
    record Contact(String name, String email, String phone, boolean authorized) {}

    /**
     * A policy as far as the list has it.
     *
     * @param inForce in force within the dates; of a policy of the system, when it was read last
     */
    record PolicyEntry(
            String number,
            List<String> lines,
            String state,
            @Nullable LocalDate effective,
            @Nullable LocalDate expiration,
            boolean inForce,
            boolean surplusLines) {

        /** In force on a day, as far as the list can tell. */
        public boolean inForceOn(LocalDate day) {
            return inForce
                    && (effective == null || !day.isBefore(effective))
                    && (expiration == null || day.isBefore(expiration));
        }
    }

    /** The list at one moment. */
    interface View {

        /** By name. */
        List<Entry> entries();

        Optional<Entry> find(String clientId);

        /** Whether the list has the client with all that this entry says. */
        boolean has(Entry client);

        /** Clients of exactly this name, written in whatever case and with or without its legal form. */
        List<Entry> named(String name);

        /** The system's own client that this one is: same policy, or same name and e-mail address or telephone number. */
        Optional<Entry> sameInAms(Entry client);

        /** Who has the policy of this number, compared without hyphens, spaces and case. */
        Optional<Entry> holderOf(String policyNumber);
    }
}
