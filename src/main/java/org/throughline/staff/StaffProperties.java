package org.throughline.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Who works here when the agency starts for the first time.
 *
 * @param initial JSON file with lists {@code staff} and {@code partners}; absent in production, where people are added
 *     on Cockpit's page People or imported as a CSV file
 * @param initialPasswords how people log in who are new
 */
@ConfigurationProperties("throughline.staff")
public record StaffProperties(
        @Nullable Resource initial, @DefaultValue("none") InitialPasswords initialPasswords) {

    /** What the password of a new person is. */
    public enum InitialPasswords {
        /** None: nobody can log in until an administrator sets one. */
        NONE,
        /** The user id, for practice only. */
        USER_ID
    }
}
