package org.throughline.staff;

import java.util.List;
import java.util.Optional;

/** The agency's external partners and what each takes. */
public interface Partners {

    /** Every partner, by id. */
    List<Partner> all();

    Optional<Partner> find(String id);

    /** Adds a partner or replaces it, with all of its work. */
    void save(Partner partner);

    /**
     * What active partners take of a work type, the lowest price first.
     *
     * @param state two-letter state of the risk; empty if it is not known
     * @param line line of business, such as {@code AUTO}; empty if it is not known
     */
    List<Offer> offers(String workType, String state, String line);

    /** Work that a partner takes. */
    record Offer(String partner, PartnerWork work) {}
}
