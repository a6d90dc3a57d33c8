package org.throughline.ams.ezlynx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsClients;
import org.throughline.ams.Client;
import org.throughline.platform.vendor.VendorNotFound;

/**
 * Clients are the vendor's applicants, read one by one because EZLynx lists none. Known are those with a policy and
 * those the webhook told of; a client's id is the applicant's number.
 */
@OnEzLynx
@Component
class EzLynxClients implements AmsClients {

    private final EzLynxClassicApi classic;
    private final EzLynxChanges changes;
    private final EzLynxReaders readers;

    EzLynxClients(EzLynxClassicApi classic, EzLynxChanges changes, EzLynxReaders readers) {
        this.classic = classic;
        this.changes = changes;
        this.readers = readers;
    }

    @Override
    public Optional<Client> find(String clientId) {
        if (!EzLynxIds.isId(clientId)) {
            return Optional.empty();
        }
        try {
            return Optional.of(EzLynxClientMapper.client(classic.applicant(clientId)));
        } catch (VendorNotFound unknown) {
            return Optional.empty();
        }
    }

    @Override
    public List<Client> changedSince(@Nullable Instant since) {
        List<String> ids = changes.since(since).stream().sorted().toList();
        List<Optional<Client>> read = readers.each(ids, this::find);
        List<Client> found = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (int at = 0; at < ids.size(); at++) {
            read.get(at).ifPresent(found::add);
            if (read.get(at).isEmpty()) {
                gone.add(ids.get(at));
            }
        }
        changes.gone(gone);
        return found;
    }
}
