package org.throughline.carrier.acordxml;

import java.util.Optional;
import java.util.UUID;
import org.throughline.platform.xml.XmlElement;

/**
 * What a carrier answered to one message.
 *
 * @param document all of it
 * @param message the answer to our message
 */
record AcordReply(XmlElement document, XmlElement message) {

    /** An answer to an earlier message of ours that the carrier has put beside this one. */
    Optional<XmlElement> toEarlier(UUID rqUid) {
        return document.children().stream()
                .filter(service -> service.name().endsWith("SvcRs"))
                .flatMap(service -> service.children().stream())
                .filter(other -> other.name().endsWith("Rs") && !other.equals(message))
                .filter(other -> other.text("RqUID")
                        .filter(rqUid.toString()::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }
}
