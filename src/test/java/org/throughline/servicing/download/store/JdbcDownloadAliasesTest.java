package org.throughline.servicing.download.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.TestAgency;
import org.throughline.platform.TestDatabase;
import org.throughline.servicing.download.usecase.AliasKey;
import org.throughline.servicing.download.usecase.DownloadAliases;
import org.throughline.servicing.download.usecase.DownloadAliases.Alias;

class JdbcDownloadAliasesTest {

    private static final AliasKey KEY = new AliasKey("SRM", "0099X7");

    private final DownloadAliases aliases = new JdbcDownloadAliases(
            JdbcClient.create(TestDatabase.migrated().jdbc()),
            TestAgency.PROFILE,
            Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));

    @Test
    void remembersTheLastMatchOfANumberOfACarrier() {
        Alias first = new Alias("SRM-PA-5519027", "20001", "SR-2026-000001", "maria");
        Alias last = new Alias("SRM-PA-5519028", "20002", "SR-2026-000002", "devon");

        assertThat(aliases.find(KEY)).isEmpty();
        aliases.remember(KEY, first);
        assertThat(aliases.find(KEY)).contains(first);
        aliases.remember(KEY, last);

        assertThat(aliases.find(KEY)).contains(last);
        assertThat(aliases.find(new AliasKey("BMC", "0099X7"))).isEmpty();
    }
}
