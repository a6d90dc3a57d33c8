package org.throughline.intake;

import java.util.Locale;
import java.util.Optional;

/** The ways in which work arrives. */
public enum Channel {
    EMAIL,
    PHONE,
    VOICEMAIL,
    SMS,
    PORTAL,
    FORM,
    CARRIER_FEED,
    SYSTEM;

    /** The channel of a name in any case, with {@code -} or {@code _}. */
    public static Optional<Channel> of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Channel channel : values()) {
            if (channel.name().equals(wanted)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
