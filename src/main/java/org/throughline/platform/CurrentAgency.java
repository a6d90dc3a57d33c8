package org.throughline.platform;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The profile that is injected: at each question that of the agency which the thread works for. */
@Component
@Primary
class CurrentAgency implements AgencyProfile {

    private final Agencies agencies;

    CurrentAgency(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public String tenant() {
        return agencies.current().tenant();
    }

    @Override
    public String legalName() {
        return agencies.current().legalName();
    }

    @Override
    public String tradeName() {
        return agencies.current().tradeName();
    }

    @Override
    public PostalAddress address() {
        return agencies.current().address();
    }

    @Override
    public String phone() {
        return agencies.current().phone();
    }

    @Override
    public @Nullable String fax() {
        return agencies.current().fax();
    }

    @Override
    public String licenseNumber() {
        return agencies.current().licenseNumber();
    }

    @Override
    public ZoneId timeZone() {
        return agencies.current().timeZone();
    }

    @Override
    public Map<DayOfWeek, String> hours() {
        return agencies.current().hours();
    }

    @Override
    public AuthorizedRepresentative authorizedRepresentative() {
        return agencies.current().authorizedRepresentative();
    }

    @Override
    public String serviceMailbox() {
        return agencies.current().serviceMailbox();
    }
}
