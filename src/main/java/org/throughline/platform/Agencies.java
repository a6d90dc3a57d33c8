package org.throughline.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All agencies and branches that this process serves. */
@Component
public class Agencies {

    private static final Logger LOG = LoggerFactory.getLogger(Agencies.class);

    private final List<Agency> all;
    private final Map<String, Agency> byTenant = new HashMap<>();
    private final Map<String, Agency> byMailbox = new HashMap<>();

    @Autowired
    Agencies(Agency main, AgenciesProperties properties) {
        this(Stream.concat(Stream.of(main), properties.agencies().stream().map(branch -> branch.beside(main)))
                .toList());
    }

    /**
     * The main agency and those beside it.
     *
     * @throws IllegalArgumentException when two have one tenant or one mailbox, with a sentence for whoever set them up
     */
    public Agencies(List<Agency> all) {
        this.all = List.copyOf(all);
        for (Agency agency : all) {
            if (byTenant.putIfAbsent(agency.tenant(), agency) != null) {
                throw new IllegalArgumentException("Two agencies have the tenant " + agency.tenant()
                        + ". Give each entry of throughline.agencies a tenant of its own.");
            }
            if (byMailbox.putIfAbsent(mailbox(agency.serviceMailbox()), agency) != null) {
                throw new IllegalArgumentException("Two agencies have the mailbox " + agency.serviceMailbox()
                        + ", so nobody can tell whose a message is. Give each entry of throughline.agencies a"
                        + " service-mailbox of its own.");
            }
        }
    }

    /** One agency alone. */
    public static Agencies only(Agency agency) {
        return new Agencies(List.of(agency));
    }

    public Agency main() {
        return all.get(0);
    }

    /** The main one first. */
    public List<Agency> all() {
        return all;
    }

    /** The agency that the thread works for. */
    public Agency current() {
        return AgencyScope.current().orElseGet(this::main);
    }

    public Optional<Agency> find(@Nullable String tenant) {
        return Optional.ofNullable(tenant).map(byTenant::get);
    }

    /**
     * The agency of a tenant.
     *
     * @throws IllegalStateException when no such agency is set up, with a sentence that says so
     */
    public Agency of(String tenant) {
        return find(tenant)
                .orElseThrow(() -> new IllegalStateException("No agency with the tenant " + tenant
                        + " is set up here. Add it to throughline.agencies, or end its work first."));
    }

    /** Whose service mailbox an address is. */
    public Optional<Agency> ofMailbox(String address) {
        return Optional.ofNullable(byMailbox.get(mailbox(address)));
    }

    /** Does something for each agency in turn, within its scope. */
    public void forEach(Consumer<Agency> work) {
        all.forEach(agency -> AgencyScope.run(agency, () -> work.accept(agency)));
    }

    /** Looks for each agency in turn, whatever goes wrong with another; true if all went well. */
    public boolean lookForEach(String what, Lookout.Look look) {
        boolean well = true;
        for (Agency agency : all) {
            try {
                well &= AgencyScope.call(agency, look::look);
            } catch (RuntimeException failed) {
                LOG.warn("{} of {} failed and will be tried again: {}", what, agency.tenant(), failed.toString());
                well = false;
            }
        }
        return well;
    }

    private static String mailbox(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
