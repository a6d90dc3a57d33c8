package org.throughline.carrier.download.al3;

/**
 * Where a value stands in its group; positions count from zero and both ends belong to it. Certainty: positions are those
 * that third-party programs read; ACORD's layouts are licensed, check against a licensed copy before a carrier is
 * enabled. The groups of vehicles, drivers and interests have been seen in one such program only.
 */
enum Layout {
    HEADER_LINE(Group.TRANSACTION, 24, 29),
    CARRIER(Group.TRANSACTION, 47, 79),
    CODE(Group.TRANSACTION, 167, 169),
    PROCESSED(Group.TRANSACTION, 196, 203),
    EFFECTIVE(Group.TRANSACTION, 204, 211),
    INSURED("5BIS", 39, 89),
    STREET("9BIS", 29, 58),
    SECOND_STREET("9BIS", 59, 88),
    CITY("9BIS", 89, 107),
    STATE("9BIS", 109, 110),
    POSTAL_CODE("9BIS", 111, 119),
    PHONE("9BIS", 120, 129),
    NUMBER("5BPI", 24, 48),
    NAIC("5BPI", 59, 63),
    LINE("5BPI", 64, 68),
    TERM_FROM("5BPI", 73, 78),
    TERM_TO("5BPI", 79, 84),
    PREMIUM("5BPI", 98, 108),
    COVERAGE("6CVA", 30, 44),
    COVERAGE_PREMIUM("6CVA", 60, 71),
    LIMIT("6CVA", 103, 112),
    SECOND_LIMIT("6CVA", 113, 121),
    DEDUCTIBLE("6CVA", 122, 130),
    VEHICLE_YEAR("5VEH", 38, 41),
    VEHICLE_MAKE("5VEH", 42, 61),
    VEHICLE_MODEL("5VEH", 62, 81),
    VEHICLE_VIN("5VEH", 87, 103),
    DRIVER_NAME("5DRV", 39, 97),
    DRIVER_STATE("5DRV", 132, 133),
    DRIVER_BIRTH("5DRV", 160, 167),
    INTEREST_KIND("5AOI", 27, 28),
    INTEREST_NAME("5AOI", 32, 71),
    INTEREST_LOAN("5AOI", 131, 140),
    LOCATION_STREET("5LAG", 28, 57),
    LOCATION_CITY("5LAG", 88, 107),
    LOCATION_STATE("5LAG", 108, 109),
    LOCATION_POSTAL_CODE("5LAG", 110, 114),
    REMARK("5RMK", 30, Integer.MAX_VALUE - 1);

    private final String group;
    private final int from;
    private final int to;

    Layout(String group, int from, int to) {
        this.group = group;
        this.from = from;
        this.to = to;
    }

    /** Code of the group that it stands in. */
    String group() {
        return group;
    }

    /** The value in a group of a file that counts from zero, or from one where {@code shift} is 1. */
    String in(Group found, int shift) {
        return Values.clean(found.slice(from - shift, to + 1 - shift));
    }
}
