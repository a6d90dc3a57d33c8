package org.throughline.platform;

import java.time.ZoneId;
import java.util.Map;

/** The practice agency's profile, for tests that need one. */
public final class TestAgency {

    public static final AgencyProfile PROFILE = new AgencyProfile(
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
}
