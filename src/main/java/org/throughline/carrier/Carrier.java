package org.throughline.carrier;

import java.util.List;

/**
 * A carrier or wholesaler that the agency works with.
 *
 * @param code short, the agency's own, such as BMC; what tables name it by
 * @param desk address of the service desk that takes requests by e-mail; empty where there is none
 * @param portal address of the website where its agents work; empty where there is none
 * @param domains mail domains it writes from
 * @param companies its writing companies
 */
public record Carrier(
        String code, String name, String desk, String portal, List<String> domains, List<Company> companies) {

    /** A writing company. */
    public record Company(String naic, String name) {}

    public Carrier {
        domains = List.copyOf(domains);
        companies = List.copyOf(companies);
    }
}
