package org.throughline.platform.mail;

/** Told when a mail about a request came back; implementations are Spring beans, asked until one takes it up. */
public interface UndeliveredMail {

    /**
     * Takes up a mail that could not be delivered.
     *
     * @param reason what the delivery report says
     * @return true if a person will see to it
     */
    boolean bounced(String requestNumber, String reason);
}
