package org.throughline.request.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.throughline.staff.InMemoryLicenseChecks;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseCheck.Path;

class LicenseEntriesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneId.of("America/Chicago"));

    private final InMemoryLicenseChecks checks = new InMemoryLicenseChecks();
    private final LicenseEntries entries = new LicenseEntries(checks, InMemoryStaff.ofPracticeAgency(NOW));

    @Test
    void saysWhoTriedAndWhoWasAllowed() {
        check("devon", Outcome.REFUSED, "", "Devon Reed holds no active license.");
        check("maria", Outcome.ALLOWED, "TX-3300137", "");

        assertThat(entries.of("SR-2026-000001"))
                .extracting(entry -> entry.title() + " | " + entry.detail() + " | " + entry.license())
                .containsExactly(
                        "Devon Reed tried to complete “Review certificate”; refused"
                                + " | Devon Reed holds no active license. | null",
                        "Maria Santos was allowed to complete “Review certificate”"
                                + " | authorize certificate CASUALTY TX | TX-3300137");
        assertThat(entries.of("SR-2026-000002")).isEmpty();
    }

    private void check(String person, Outcome outcome, String licenses, String reason) {
        checks.record(new LicenseCheck(
                OffsetDateTime.now(NOW),
                person,
                Path.COMPLETE,
                "AUTHORIZE_CERTIFICATE",
                "task",
                "Review certificate",
                "SR-2026-000001",
                "TX",
                "CASUALTY",
                null,
                outcome,
                licenses,
                reason));
    }
}
