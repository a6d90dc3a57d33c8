package org.throughline.servicing.contact.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.throughline.ams.AmsClients;
import org.throughline.ams.Client;
import org.throughline.ams.Client.ClientContact;

/** Reads a client's contacts as the agency management system has them now. */
@Service
public class ReadContacts {

    private final AmsClients clients;
    private final Clock clock;

    public ReadContacts(AmsClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param likelyName the contact that most likely wrote; empty where nobody stands out
     */
    public record Facts(ContactsOnFile contacts, String likelyName, Instant readAt) {}

    /**
     * Reads them; a client that the system does not know any more has none.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable if the system cannot be reached; try again later
     */
    public Facts read(String clientId, String senderAddress, String senderName) {
        ContactsOnFile contacts =
                new ContactsOnFile(clients.find(clientId).map(Client::contacts).orElse(List.of()));
        String likely = contacts.likely(senderAddress, senderName)
                .map(ClientContact::name)
                .orElse("");
        return new Facts(contacts, likely, clock.instant());
    }
}
