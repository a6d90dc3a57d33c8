package org.throughline.ams.hawksoft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientNumbers;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;
import org.throughline.platform.vendor.VendorNotFound;

/** Reads client records, many at a time where it can. */
@OnHawkSoft
@Component
class HawkSoftBook {

    /** What the vendor gives in one call at most. */
    static final int BULK = 200;

    private final HawkSoftApi api;
    private final HawkSoftProperties properties;

    HawkSoftBook(HawkSoftApi api, HawkSoftProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    /** The client, or nothing where the vendor has none of that number or where the id is no number of theirs. */
    Optional<ClientRecord> client(String id, String include) {
        Optional<Integer> number = number(id);
        try {
            return number.map(given -> api.client(properties.agencyId(), given, properties.version(), include));
        } catch (VendorNotFound nobody) {
            return Optional.empty();
        }
    }

    List<ClientRecord> clients(List<Integer> numbers, String include) {
        List<ClientRecord> records = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += BULK) {
            List<Integer> batch = numbers.subList(from, Math.min(numbers.size(), from + BULK));
            records.addAll(api.clients(properties.agencyId(), properties.version(), include, new ClientNumbers(batch)));
        }
        return records;
    }

    List<Integer> changedSince(@Nullable Instant since) {
        String asOf =
                since == null ? null : since.truncatedTo(ChronoUnit.SECONDS).toString();
        return api.changedClients(properties.agencyId(), properties.version(), asOf);
    }

    static Optional<Integer> number(String id) {
        return id.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(id)) : Optional.empty();
    }
}
