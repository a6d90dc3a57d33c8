package org.throughline.platform;

import java.time.ZoneId;
import java.util.Map;

/** The practice agency's profile, for tests that need one. */
public final class TestAgency {

    public static final Agency PROFILE = new Agency(
            "harborline",
            "Harborline Insurance Agency, LLC",
            "Harborline Insurance",
            new AgencyProfile.PostalAddress("1800 Harbor Loop", null, "Houston", "TX", "77002"),
            "(713) 555-0100",
            null,
            "TX-2200417",
            ZoneId.of("America/Chicago"),
            Map.of(),
            new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", null),
            "service@harborline.example");

    private TestAgency() {}

    /** An agency beside the practice agency, with the mailbox {@code service@<tenant>.example}. */
    public static Agency branch(String tenant) {
        return new Agency(
                tenant,
                "Branch " + tenant + ", LLC",
                "Branch " + tenant,
                PROFILE.address(),
                PROFILE.phone(),
                null,
                PROFILE.licenseNumber(),
                PROFILE.timeZone(),
                PROFILE.hours(),
                PROFILE.authorizedRepresentative(),
                "service@" + tenant + ".example");
    }

    /** The profile that answers for the agency at work, as the application injects it. */
    public static AgencyProfile profileOf(Agencies agencies) {
        return new CurrentAgency(agencies);
    }
}
