package org.throughline.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an item came to the agency. */
public enum Channel {
    EMAIL,
    PHONE,
    VOICEMAIL,
    SMS,
    PORTAL,
    FORM,
    CARRIER_FEED,
    SYSTEM;

    /** The channel of a name in any case, {@code -} read as {@code _}. */
    public static Optional<Channel> named(String name) {
        String wanted = name.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(wanted))
                .findFirst();
    }
}
