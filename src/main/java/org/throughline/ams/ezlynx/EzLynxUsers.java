package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.ezlynx.EzLynxClassicApi.User;

/**
 * The agency's users at EZLynx. They are listed by user name only, so a person is found by the name set for them or by
 * the full name written as a user name, {@code maria.santos}; nobody is guessed.
 */
@OnEzLynx
@Component
class EzLynxUsers {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final EzLynxClassicApi classic;
    private final EzLynxProperties properties;
    private final Clock clock;
    private List<User> users = List.of();
    private Instant readAt = Instant.EPOCH;

    EzLynxUsers(EzLynxClassicApi classic, EzLynxProperties properties, Clock clock) {
        this.classic = classic;
        this.properties = properties;
        this.clock = clock;
    }

    /** The number of the active user who is this person. */
    Optional<Long> ofPerson(String fullName) {
        return named(properties.users().getOrDefault(fullName, fullName));
    }

    /** The number of the user that we act as. */
    Optional<Long> ourselves() {
        return named(properties.accountUsername());
    }

    private Optional<Long> named(String name) {
        return current().stream()
                .filter(user -> Boolean.TRUE.equals(user.active()) && EzLynxIds.isId(user.id()))
                .filter(user -> letters(user.userName()).equals(letters(name)))
                .map(user -> Long.valueOf(EzLynxTexts.text(user.id())))
                .findFirst();
    }

    private synchronized List<User> current() {
        Instant now = clock.instant();
        if (!now.isBefore(readAt.plus(GOOD_FOR))) {
            users = classic.users(properties.organizationId());
            readAt = now;
        }
        return users;
    }

    private static String letters(@Nullable String name) {
        return EzLynxTexts.text(name).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
