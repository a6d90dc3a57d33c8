package org.throughline.platform.security;

import java.util.List;

/** The roles of an agency; each is a group of the engine with the same id. */
public final class Roles {

    public static final String CSR = "csr";
    public static final String PRODUCER = "producer";
    public static final String ASSISTANT = "assistant";
    public static final String ACCOUNTING = "accounting";
    public static final String COMPLIANCE = "compliance";
    public static final String MANAGER = "manager";
    public static final String ANALYST = "analyst";
    public static final String PARTNER = "partner";
    public static final String ADMIN = "admin";

    /** Everybody who works on requests in the agency itself. */
    public static final List<String> IN_HOUSE =
            List.of(CSR, PRODUCER, ASSISTANT, ACCOUNTING, COMPLIANCE, MANAGER, ADMIN);

    public static final List<String> ALL =
            List.of(CSR, PRODUCER, ASSISTANT, ACCOUNTING, COMPLIANCE, MANAGER, ANALYST, PARTNER, ADMIN);

    private Roles() {}
}
