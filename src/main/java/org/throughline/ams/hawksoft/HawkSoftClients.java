package org.throughline.ams.hawksoft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsClients;
import org.throughline.ams.Client;

/**
 * Clients with their people and contacts; a client's id is the vendor's client number. The vendor finds nobody by name,
 * e-mail address or telephone number: that is what the local index is for.
 */
@OnHawkSoft
@Component
class HawkSoftClients implements AmsClients {

    private static final String SECTIONS = "Details,People,Contacts";

    private final HawkSoftBook book;

    HawkSoftClients(HawkSoftBook book) {
        this.book = book;
    }

    @Override
    public Optional<Client> find(String clientId) {
        return book.client(clientId, SECTIONS).map(HawkSoftClientMapper::client);
    }

    /** The vendor counts a client as changed when any part of it changed, policies included. */
    @Override
    public List<Client> changedSince(@Nullable Instant since) {
        return book.clients(book.changedSince(since), SECTIONS).stream()
                .map(HawkSoftClientMapper::client)
                .toList();
    }
}
