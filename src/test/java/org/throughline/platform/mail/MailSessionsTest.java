package org.throughline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.TestAgency;
import org.throughline.platform.mail.MailSettings.Encryption;
import org.throughline.platform.mail.MailSettings.Endpoint;
import org.throughline.platform.mail.MailSettings.Login;

/** Whose mailbox a connection is made to, and the start that is refused. */
class MailSessionsTest {

    private static final Agency BRANCH = TestAgency.branch("bayside");

    private final Agencies agencies = new Agencies(List.of(TestAgency.PROFILE, BRANCH));

    @Test
    void anAgencyBesideTheMainOneNeedsALoginOfItsOwn() {
        assertThatThrownBy(() -> sessions(Map.of()))
                .hasMessageContaining("service@bayside.example")
                .hasMessageContaining("throughline.mail.branches.bayside.user")
                .hasMessageContaining("throughline.mail.branches.bayside.password");
    }

    @Test
    void eachAgencyBuildsItsMessagesForItsOwnMailbox() {
        MailSessions sessions = sessions(Map.of("bayside", new Login("service@bayside.example", "secret")));

        assertThat(AgencyScope.call(BRANCH, sessions::session).getProperty("mail.smtp.from"))
                .isEqualTo("service@bayside.example");
        assertThat(AgencyScope.call(TestAgency.PROFILE, sessions::session).getProperty("mail.smtp.from"))
                .isEqualTo(TestAgency.PROFILE.serviceMailbox());
    }

    @Test
    void aLoginShowsNoPassword() {
        assertThat(new Login("service@bayside.example", "secret")).hasToString("service@bayside.example");
    }

    private MailSessions sessions(Map<String, Login> branches) {
        Endpoint server = new Endpoint("localhost", 3025, "main", "secret", Encryption.NONE);
        MailSettings settings =
                new MailSettings(server, server, "Sent", Duration.ofSeconds(1), Duration.ofSeconds(1), branches);
        return new MailSessions(settings, TestAgency.profileOf(agencies), agencies);
    }
}
