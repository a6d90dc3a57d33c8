package org.throughline.partner;

/** The process in which a partner answers an offer. */
public interface PartnerProcess {

    /**
     * Declines an offer for a partner.
     *
     * @param person user id of who declines
     * @throws PartnerRefused if it has been accepted already, or a colleague has it
     */
    void decline(PartnerAssignment assignment, String reason, String person);
}
