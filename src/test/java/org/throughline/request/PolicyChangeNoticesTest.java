package org.throughline.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.PolicyChange;
import org.throughline.ams.PolicyChange.Seen;

class PolicyChangeNoticesTest {

    private static final Seen ACTIVE =
            new Seen(PolicyStatus.ACTIVE, LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1), null);

    @Test
    void saysWhatWasAndWhatIs() {
        Seen pending = new Seen(
                PolicyStatus.PENDING_CANCEL, ACTIVE.effective(), ACTIVE.expiration(), LocalDate.of(2026, 12, 15));

        assertThat(PolicyChangeNotices.sentence(new PolicyChange("10001", "BMC-GL-0448213", ACTIVE, pending)))
                .isEqualTo("Policy BMC-GL-0448213 was active (06/01/2026 to 06/01/2027) and is now pending cancel"
                        + " (06/01/2026 to 06/01/2027, cancels 12/15/2026).");
    }

    @Test
    void saysThatItIsGone() {
        assertThat(PolicyChangeNotices.sentence(new PolicyChange("10001", "BMC-GL-0448213", ACTIVE, null)))
                .isEqualTo("Policy BMC-GL-0448213 is no longer in the AMS; it was active (06/01/2026 to 06/01/2027).");
    }
}
