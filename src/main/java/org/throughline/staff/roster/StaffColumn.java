package org.throughline.staff.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.License;
import org.throughline.staff.StaffMember;

/** A column of the CSV file of people, and its field of an entry: of the person, or of the one license of the row. */
enum StaffColumn {
    USER_ID("userId"),
    NAME("name"),
    TITLE("title"),
    ROLE("role"),
    EMAIL("email"),
    BRANCH("branch"),
    PARTNER("partner"),
    QUEUES("queues"),
    SKILLS("skills"),
    LANGUAGES("languages"),
    CAPACITY_MINUTES("capacityMinutes"),
    TIME_ZONE("timeZone"),
    WORKING_HOURS("workingHours"),
    ACTIVE("active"),
    LICENSE_NUMBER("number"),
    NPN("npn"),
    LICENSE_STATE("state"),
    RESIDENT("resident"),
    LICENSE_LINES("lines"),
    LICENSE_STATUS("status"),
    LICENSE_EFFECTIVE("effective"),
    LICENSE_EXPIRES("expires");

    private final String field;

    StaffColumn(String field) {
        this.field = field;
    }

    /** As it stands in the header, such as {@code user_id}. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean ofLicense() {
        return compareTo(LICENSE_NUMBER) >= 0;
    }

    static Optional<StaffColumn> ofHeader(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }

    /** The column of a field of a person, or of a license. */
    static StaffColumn ofField(String field, boolean ofLicense) {
        return Arrays.stream(values())
                .filter(column -> column.ofLicense() == ofLicense && column.field.equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** The cells of a row, in the order of the columns. */
    static List<String> cells(StaffMember person, @Nullable License license) {
        return Arrays.stream(values())
                .map(column -> text(column.value(person, license)))
                .toList();
    }

    private @Nullable Object value(StaffMember person, @Nullable License license) {
        return switch (this) {
            case USER_ID -> person.userId();
            case NAME -> person.name();
            case TITLE -> person.title();
            case ROLE -> person.role();
            case EMAIL -> person.email();
            case BRANCH -> person.branch();
            case PARTNER -> person.partner();
            case QUEUES -> person.queues();
            case SKILLS -> person.skills();
            case LANGUAGES -> person.languages();
            case CAPACITY_MINUTES -> person.capacityMinutes();
            case TIME_ZONE -> person.timeZone();
            case WORKING_HOURS -> person.workingHours();
            case ACTIVE -> person.active();
            default -> license == null ? null : value(license);
        };
    }

    private @Nullable Object value(License license) {
        return switch (this) {
            case LICENSE_NUMBER -> license.number();
            case NPN -> license.npn();
            case LICENSE_STATE -> license.state();
            case RESIDENT -> license.resident();
            case LICENSE_LINES -> license.lines();
            case LICENSE_STATUS -> license.status();
            case LICENSE_EFFECTIVE -> license.effective();
            case LICENSE_EXPIRES -> license.expires();
            default -> null;
        };
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> words) {
            return String.join(";", words.stream().map(Object::toString).toList());
        }
        return value == null ? "" : value.toString();
    }
}
