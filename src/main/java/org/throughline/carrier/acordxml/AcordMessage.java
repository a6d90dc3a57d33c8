package org.throughline.carrier.acordxml;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import org.throughline.platform.xml.XmlWriter;

/**
 * One message to a carrier.
 *
 * @param service around it, {@code InsuranceSvc} or {@code ClaimsSvc}
 * @param name without {@code Rq} and {@code Rs}
 * @param rqUid what the carrier knows the message by
 * @param body all of it but {@code RqUID}
 */
record AcordMessage(String service, String name, UUID rqUid, Consumer<XmlWriter> body) {

    static final String INSURANCE = "InsuranceSvc";
    static final String CLAIMS = "ClaimsSvc";

    /** The same for every attempt of a submission, and for no other submission of this agency. */
    static UUID rqUid(String carrier, String customerId, String reference) {
        String name = "throughline " + carrier + " " + customerId + " " + reference;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
