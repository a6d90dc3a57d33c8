package org.throughline.staff.process;

import java.util.List;

/** The queues of an agency: candidate groups of user tasks. Two of them have the name of the role that works them. */
final class Queues {

    static final String TRIAGE = "triage";

    static final List<String> ALL = List.of(
            "account-managers",
            "producers",
            "claims-advocates",
            "accounting",
            "compliance",
            "security",
            TRIAGE,
            "partner-licensed",
            "partner-processors");

    private Queues() {}
}
