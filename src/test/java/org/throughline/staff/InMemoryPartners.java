package org.throughline.staff;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** Partners without a database. */
public final class InMemoryPartners implements Partners {

    private final List<Partner> partners = new ArrayList<>();

    @Override
    public List<Partner> all() {
        return List.copyOf(partners);
    }

    @Override
    public Optional<Partner> find(String id) {
        return partners.stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    @Override
    public void save(Partner partner) {
        partners.removeIf(other -> other.id().equals(partner.id()));
        partners.add(partner);
    }

    @Override
    public List<Offer> offers(String workType, String state, String line) {
        return partners.stream()
                .filter(Partner::active)
                .flatMap(partner -> partner.work().stream().map(work -> new Offer(partner.id(), work)))
                .filter(offer ->
                        offer.work().workType().equals(workType) && offer.work().allows(state, line))
                .sorted(Comparator.comparing((Offer offer) -> offer.work().price())
                        .thenComparing(Offer::partner))
                .toList();
    }

    /** The practice agency's partner. */
    public static InMemoryPartners ofPracticeAgency() {
        InMemoryPartners partners = new InMemoryPartners();
        try {
            new ObjectMapper()
                    .readValue(new ClassPathResource("sandbox/practice-book.json").getInputStream(), StaffFile.class)
                    .firms()
                    .forEach(partners::save);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return partners;
    }
}
