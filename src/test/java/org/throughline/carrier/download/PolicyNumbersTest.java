package org.throughline.carrier.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.carrier.download.PolicyNumbers.Likeness;

class PolicyNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "SRM-PA-5519027, SRM-PA-5519027, SAME",
        "SRMPA5519027, SRM-PA-5519027, FORMAT",
        "srm pa 5519027, SRM-PA-5519027, FORMAT",
        "SRM.PA/5519027, SRM-PA-5519027, FORMAT",
        "SRMPA05519027, SRM-PA-5519027, FORMAT",
        "BMC-GL-448213, BMC-GL-0448213, FORMAT",
        "0PA81123, PA81123, FORMAT",
        "BMC-GL-0448213 01, BMC-GL-0448213, MODULE",
        "BMCGL0448213-2, BMC-GL-0448213, MODULE",
        "BMCGL044821301, BMC-GL-0448213, MODULE",
        "BMC-GL-0448213, BMCGL044821301, MODULE",
        "BMC-GL-0448213, BMC-GL-0448214, DIFFERENT",
        "BMC-GL-0448213, BMC-WC-0448213, DIFFERENT",
        "1234567801, 1234567802, DIFFERENT",
        "'', BMC-GL-0448213, DIFFERENT",
        "---, -, DIFFERENT"
    })
    void tellsHowNearTwoNumbersAre(String one, String other, Likeness likeness) {
        assertThat(PolicyNumbers.likeness(one, other)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource({
        "SRMPA5519027, SRM-PA-5519027",
        "SRM-PA-05519027, SRM-PA-5519027",
        "BMC-GL-448213, BMC-GL-0448213",
        "BMCGL044821301, BMC-GL-0448213",
        "BMC-GL-0448213-01, BMC-GL-0448213",
        "0PA81123, PA81123",
        "PA81123, 0PA81123"
    })
    void findsANumberUnderTheKeyThatItHasWithUs(String sent, String ours) {
        assertThat(PolicyNumbers.keys(sent)).contains(PolicyNumbers.key(ours));
    }

    @Test
    void looksForTheLikeliestKeyFirstAndForFewInAll() {
        assertThat(PolicyNumbers.keys("SRM-PA-5519027").get(0)).isEqualTo("SRMPA5519027");
        assertThat(PolicyNumbers.keys("SRM-PA-5519027-01")).hasSizeLessThan(24).doesNotHaveDuplicates();
        assertThat(PolicyNumbers.keys("")).isEmpty();
        assertThat(PolicyNumbers.keys("- / -")).isEmpty();
    }
}
