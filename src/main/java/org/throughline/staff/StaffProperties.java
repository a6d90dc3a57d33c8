package org.throughline.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.throughline.platform.Agency;

/**
 * Who works here when the agency starts for the first time.
 *
 * @param initial JSON file with lists {@code staff} and {@code partners}; absent in production, where people are added
 *     on Cockpit's page People or imported as a CSV file
 * @param initialPasswords how people log in who are new
 * @param branches such a file of an agency beside the main one, by its tenant
 */
@ConfigurationProperties("throughline.staff")
public record StaffProperties(
        @Nullable Resource initial,
        @DefaultValue("none") InitialPasswords initialPasswords,
        @DefaultValue Map<String, Resource> branches) {

    /** The file of an agency, null where it has none. */
    public @Nullable Resource initialOf(Agency agency, boolean main) {
        return main ? initial : branches.get(agency.tenant());
    }

    /** What the password of a new person is. */
    public enum InitialPasswords {
        /** None: nobody can log in until an administrator sets one. */
        NONE,
        /** The user id, for practice only. */
        USER_ID
    }
}
