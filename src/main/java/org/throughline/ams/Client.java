package org.throughline.ams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insured household or business as the agency management system has it.
 *
 * @param id the system's own id
 * @param state two-letter state of the insured
 * @param prospect true while nothing is written for the client
 */
public record Client(
        String id,
        String displayName,
        @Nullable String dba,
        boolean commercial,
        boolean prospect,
        List<ClientContact> contacts,
        @Nullable Address address,
        @Nullable String state,
        @Nullable String producer,
        @Nullable String accountManager) {

    /** A person of the client; {@code authorized} may ask for changes and certificates in the client's name. */
    public record ClientContact(
            String name, @Nullable String email, @Nullable String phone, boolean authorized) {}

    /** A postal address; {@code state} is the two-letter code. */
    public record Address(String line1, @Nullable String line2, String city, String state, String postalCode) {}
}
