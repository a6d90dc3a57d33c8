package org.throughline.staff.roster;

import java.util.List;

/** The words that entries may use, besides roles and queues. */
public final class Vocabulary {

    /** States and territories that license producers. */
    public static final List<String> STATES = List.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
            "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
            "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "AS", "GU", "MP",
            "PR", "VI");

    /** Lines of authority: the major ones, surplus lines and the limited ones. */
    public static final List<String> LICENSE_LINES = List.of(
            "PROPERTY",
            "CASUALTY",
            "PERSONAL_LINES",
            "SURPLUS_LINES",
            "LIFE",
            "ACCIDENT_HEALTH",
            "VARIABLE",
            "CREDIT",
            "CROP",
            "TRAVEL",
            "RENTAL");

    public static final List<String> LICENSE_STATUSES =
            List.of("ACTIVE", "EXPIRED", "INACTIVE", "PENDING", "SUSPENDED", "REVOKED", "SURRENDERED");

    /** Lines of business, as the routing decisions know them. */
    public static final List<String> BUSINESS_LINES = List.of(
            "GL",
            "AUTO",
            "UMBRELLA",
            "WC",
            "PROPERTY",
            "BOP",
            "CARGO",
            "DO",
            "EO",
            "HOME",
            "PERSONAL_AUTO",
            "PERSONAL_UMBRELLA");

    private Vocabulary() {}
}
