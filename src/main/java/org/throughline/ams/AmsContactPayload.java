package org.throughline.ams;

import java.time.Instant;
import java.util.Locale;
import org.throughline.platform.ledger.FieldChange;

/**
 * Ledger payload of a change of one field of a client's contact. It is made only where the field still holds what the
 * person saw who decided it.
 *
 * @param contactName the contact's full name, as {@link Client.ClientContact} has it
 * @param base what the person saw; empty where the contact had none
 * @param value what the field is to hold
 * @param baseReadAt when that was read
 */
public record AmsContactPayload(
        String clientId, String contactName, Field field, String base, String value, Instant baseReadAt)
        implements FieldChange {

    /** What can be changed of a contact. */
    public enum Field {
        EMAIL("e-mail address"),
        PHONE("telephone number");

        private static final int PHONE_DIGITS = 10;

        private final String words;

        Field(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }

        /** Whether two values are the same for people: however it is written, one number and one address. */
        public boolean same(String one, String other) {
            return plain(one).equals(plain(other));
        }

        private String plain(String value) {
            String digits = value.replaceAll("\\D", "");
            return this == PHONE && digits.length() >= PHONE_DIGITS
                    ? digits.substring(digits.length() - PHONE_DIGITS)
                    : value.strip().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String changedRecord() {
        return clientId;
    }

    @Override
    public String changedField() {
        return contactName.strip().toLowerCase(Locale.ROOT) + " " + field;
    }
}
