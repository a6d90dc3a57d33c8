package org.throughline.partner.process;

/** Names that the models of partners' work share with the code. */
final class PartnerNames {

    /** Process in which the partner acts; it holds nothing that the partner may not see. */
    static final String ASSIGNMENT = "partner-assignment";

    /** Topic from which a partner's own system takes its work. */
    static final String TOPIC = "partner-work";

    /** Error by which a partner's own system gives work back. */
    static final String RETURNED = "returned";

    /** Error: nobody has taken the work in time. */
    static final String NOT_TAKEN = "not-taken";

    /** Message: a partner does not want what was offered to its own system. */
    static final String DECLINED = "partner-declined";

    private PartnerNames() {}
}
