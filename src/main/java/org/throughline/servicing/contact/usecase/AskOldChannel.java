package org.throughline.servicing.contact.usecase;

import java.util.Arrays;
import org.springframework.stereotype.Service;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.ams.Client.ClientContact;
import org.throughline.platform.AgencyProfile;

/**
 * Says where and what the old channel is asked before a contact is changed: whoever took over an account can ask for a new
 * address, but does not read the letters at the old one.
 */
@Service
public class AskOldChannel {

    private final AgencyProfile agency;

    public AskOldChannel(AgencyProfile agency) {
        this.agency = agency;
    }

    /** What a person entered. */
    public record Entered(
            String contactName, String field, String newValue, String requestedBy, String identityProof) {}

    /**
     * Where and what to ask.
     *
     * @param contactName as it stands on file
     * @param oldValue what stands on file
     * @param address where the letter goes; empty where a person calls
     */
    public record Question(String contactName, String oldValue, String address, String text) {}

    /**
     * The question for what was entered.
     *
     * @param onFile the contacts as they were shown
     * @param byLetter whether a letter is to go out; a person calls as well where no address is on file
     * @throws ContactChangeRefused if something is missing, or no such contact was shown
     */
    public Question of(Entered entered, ContactsOnFile onFile, boolean byLetter) {
        Field field = Arrays.stream(Field.values())
                .filter(one -> one.name().equals(entered.field()))
                .findFirst()
                .orElseThrow(() -> new ContactChangeRefused("Choose what changes."));
        ClientContact contact = onFile.find(entered.contactName())
                .orElseThrow(
                        () -> new ContactChangeRefused(
                                "No one contact on file has this name. Enter it as it stands above, or work the request by hand."));
        needed(entered.newValue(), "Enter the new value.");
        needed(entered.requestedBy(), "Say who asks.");
        needed(entered.identityProof(), "Say what shows that it is them.");
        String old = ContactsOnFile.value(contact, field);
        if (field.same(old, entered.newValue())) {
            throw new ContactChangeRefused("This value stands on file already.");
        }
        if (old.isBlank() && ContactsOnFile.value(contact, other(field)).isBlank()) {
            throw new ContactChangeRefused(
                    "Neither an address nor a number is on file that could confirm it. Work the request by hand.");
        }
        String address = byLetter ? ContactsOnFile.value(contact, Field.EMAIL) : "";
        return new Question(contact.name(), old, address, text(contact, field, old, entered.newValue()));
    }

    private static Field other(Field field) {
        return field == Field.EMAIL ? Field.PHONE : Field.EMAIL;
    }

    private static void needed(String value, String sentence) {
        if (value.isBlank()) {
            throw new ContactChangeRefused(sentence);
        }
    }

    private String text(ClientContact contact, Field field, String old, String value) {
        return "We were asked to change the " + field.words() + " that we have for " + contact.name()
                + (old.isBlank() ? "" : " from " + old) + " to " + value.strip() + ".\n\n"
                + "Is that right? Please answer YES or NO from this address. If you did not ask for it, call us at "
                + agency.phone() + ". Nothing is changed until you confirm it.";
    }
}
