package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.intake.mail.MailIntake;
import org.throughline.platform.AgencyProfile;

/** A mail that comes before the agency's clients were read for the first time, as the system that has them is down. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.morning-mail=false",
            "throughline.ams.nowcerts.base-url=http://localhost:1/api"
        })
class FirstStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MailIntake mails;
    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    @Autowired
    FirstStartIT(MailIntake mails, JdbcClient jdbc, AgencyProfile agency) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Test
    void letsAMailWaitWithoutAnErrorUntilClientsAreKnown(CapturedOutput log) throws IOException {
        String item = mails.accept(new ByteArrayInputStream("""
                        From: Jo Frank <jo@bakery.example>
                        To: service@harborline.example
                        Message-ID: <first-start@bakery.example>
                        Subject: Quote

                        Please quote general liability for my bakery in Houston.
                        """.getBytes(StandardCharsets.UTF_8)))
                .inboundItemId();

        await().atMost(PATIENCE).until(() -> waiting().contains("Event_TimeToReadAgain"));
        assertThat(jdbc.sql("select count(*) from ACT_RU_INCIDENT")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log.getAll()).doesNotContain(" ERROR ");

        jdbc.sql("insert into sync_cursor (name, tenant_id, position) values ('ams-clients', ?, ?)")
                .params(agency.tenant(), OffsetDateTime.parse("2026-11-23T09:00:00Z"))
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from inbound_item_request where item_id = ?")
                                .param(item)
                                .query(Long.class)
                                .single())
                        .isOne());
        assertThat(log.getAll()).doesNotContain(" ERROR ");
    }

    private List<String> waiting() {
        return jdbc.sql("select ACT_ID_ from ACT_RU_EXECUTION where ACT_ID_ is not null")
                .query(String.class)
                .list();
    }
}
