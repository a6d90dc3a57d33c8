package org.throughline.staff.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which people a caller asks for; what is null does not restrict.
 *
 * @param state state in which the person holds a license that is valid today
 * @param text part of a name, title, user id or skill
 * @param show which of them
 */
record StaffQuery(
        @Nullable String role,
        @Nullable String queue,
        @Nullable String state,
        @Nullable String text,
        Show show) {

    /** People by how they stand now. */
    enum Show {
        /** Who works here. */
        ACTIVE,
        /** Who works here and is away now. */
        ABSENT,
        /** Who works here and has a license that is expired, about to expire or not active. */
        LICENSE_PROBLEM,
        /** Who left. */
        LEFT,
        ALL
    }

    boolean matches(StaffView person, LocalDate today) {
        return (role == null || person.role().equalsIgnoreCase(role))
                && (queue == null || person.queues().contains(queue.toLowerCase(Locale.ROOT)))
                && (state == null || holds(person, state.toUpperCase(Locale.ROOT), today))
                && (text == null || mentions(person, text.toLowerCase(Locale.ROOT)))
                && shown(person);
    }

    private boolean shown(StaffView person) {
        return switch (show) {
            case ACTIVE -> person.active();
            case ABSENT -> person.active() && person.absent();
            case LICENSE_PROBLEM -> !person.licenseProblems().isEmpty();
            case LEFT -> !person.active();
            case ALL -> true;
        };
    }

    private static boolean holds(StaffView person, String state, LocalDate today) {
        return person.licenses().stream().anyMatch(license -> license.state().equals(state) && license.validOn(today));
    }

    private static boolean mentions(StaffView person, String text) {
        return Stream.of(person.name(), person.title(), person.userId(), String.join(" ", person.skills()))
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(text));
    }
}
