package org.throughline.servicing.contact.usecase;

import java.time.Instant;
import org.throughline.ams.AmsContactPayload.Field;

/**
 * A change of a contact that a person has put together.
 *
 * @param contactName the contact as it stands on file
 * @param oldValue what stands on file; empty where nothing does
 * @param requestedBy who asks
 * @param identityProof what shows that it is them
 * @param readAt when {@code oldValue} was read
 */
public record ContactChange(
        String contactName,
        Field field,
        String oldValue,
        String newValue,
        String requestedBy,
        String identityProof,
        Instant readAt) {

    /** As in "the telephone number of Denise Okafor from (713) 555-0142 to (713) 555-0199". */
    String sentence() {
        return "the " + field.words() + " of " + contactName + " from " + (oldValue.isBlank() ? "none" : oldValue)
                + " to " + newValue;
    }
}
