package org.throughline.carrier;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.carrier.Carrier.Company;

/** The carriers of the agency, as its configuration names them. */
@Component
public class Carriers {

    private final List<Carrier> all;
    private final List<String> domains;

    @Autowired
    Carriers(CarrierProperties properties) {
        this(properties.list().stream()
                .map(entry -> new Carrier(
                        entry.code(), entry.name(), entry.desk(), entry.portal(), entry.domains(), entry.companies()))
                .toList());
    }

    /** Carriers that a test names. */
    public Carriers(List<Carrier> carriers) {
        this.all = carriers.stream().sorted(Comparator.comparing(Carrier::name)).toList();
        this.domains =
                all.stream().flatMap(carrier -> carrier.domains().stream()).toList();
    }

    public List<Carrier> all() {
        return all;
    }

    /** Mail domains that carriers and wholesalers write from. */
    public List<String> domains() {
        return domains;
    }

    public Optional<Carrier> byCode(String code) {
        return all.stream()
                .filter(carrier -> carrier.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /** The carrier of a policy by the number or name of its writing company, or its own name. */
    public Optional<Carrier> of(@Nullable String naic, String name) {
        Optional<Carrier> numbered = naic == null
                ? Optional.empty()
                : all.stream()
                        .filter(carrier -> carrier.companies().stream()
                                .anyMatch(company -> company.naic().equals(naic)))
                        .findFirst();
        return numbered.or(() -> named(name));
    }

    private Optional<Carrier> named(String name) {
        String plain = plain(name);
        return all.stream()
                .filter(carrier -> plain(carrier.name()).equals(plain)
                        || carrier.companies().stream()
                                .map(Company::name)
                                .anyMatch(each -> plain(each).equals(plain)))
                .findFirst();
    }

    /** The carrier that writes from an address. */
    public Optional<Carrier> byAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(carrier ->
                        carrier.domains().stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
