package org.throughline.carrier;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The agency's carriers.
 *
 * @param list all of them, also those that are reached by hand only
 */
@ConfigurationProperties("throughline.carriers")
public record CarrierProperties(@DefaultValue List<Entry> list) {

    /** One carrier, as {@link Carrier} says. */
    public record Entry(
            String code,
            String name,
            @DefaultValue("") String desk,
            @DefaultValue("") String portal,
            @DefaultValue List<String> domains,
            @DefaultValue List<Carrier.Company> companies) {}
}
