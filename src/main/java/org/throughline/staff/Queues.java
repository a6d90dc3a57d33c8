package org.throughline.staff;

import java.util.List;

/** The queues of an agency: candidate groups of user tasks. Two of them have the name of the role that works them. */
public final class Queues {

    public static final String TRIAGE = "triage";

    /** Queues of the agency's own people. */
    public static final List<String> IN_HOUSE = List.of(
            "account-managers", "producers", "claims-advocates", "accounting", "compliance", "security", TRIAGE);

    /** Queues of partners' people. */
    public static final List<String> PARTNER = List.of("partner-licensed", "partner-processors");

    private Queues() {}
}
