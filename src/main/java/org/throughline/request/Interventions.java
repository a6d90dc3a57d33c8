package org.throughline.request;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.request.Intervention.Kind;

/** Keeps what people did to requests beside their workflows. */
public interface Interventions {

    /** What is to be kept; see {@link Intervention} for the parts. */
    record New(
            String requestNumber,
            Kind kind,
            String person,
            @Nullable String what,
            String words,
            @Nullable String externalId) {}

    /**
     * Keeps it in the current transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the request has one with this external id
     */
    Intervention add(New done);

    /** Oldest first. */
    List<Intervention> ofRequest(String requestNumber);

    /** The one that came under a calling system's own id. */
    Optional<Intervention> find(String requestNumber, String externalId);
}
