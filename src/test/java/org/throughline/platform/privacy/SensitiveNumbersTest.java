package org.throughline.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.platform.privacy.SensitiveNumbers.Kind;

class SensitiveNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CARD | charge 4111 1111 1111 1111 exp 12/28",
                "CARD | card: 5555555555554444",
                "CARD | amex 3782-822463-10005",
                "SSN | her social is 123-45-6789",
                "SSN | SSN: 123456789",
                "SSN | ssn 123 45 6789",
                "BANK_ACCOUNT | routing number 021000021",
                "BANK_ACCOUNT | ABA# 021000021",
                "BANK_ACCOUNT | checking account number is 000123456789",
                "BANK_ACCOUNT | new bank, account: 4455667788",
                "DRIVER_LICENSE | Driver's license number is S530-4601-2345",
                "DRIVER_LICENSE | DL# 12345678",
                "DRIVER_LICENSE | drivers lic no TX 12345678"
            })
    void findsAndMasks(Kind kind, String text) {
        assertThat(SensitiveNumbers.find(text))
                .extracting(SensitiveNumbers.Found::kind)
                .containsExactly(kind);
        assertThat(SensitiveNumbers.mask(text)).doesNotContainPattern("\\d{4}").contains("removed]");
        assertThat(SensitiveNumbers.in(SensitiveNumbers.mask(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call 713-555-0142 or (800) 555-0199",
                "policy BMC-GL-0448213 and SRM-PA-5519027",
                "VIN 5XYP34HCXRG000123",
                "loan 88-20417",
                "FEIN 12-3456789",
                "card 4111 1111 1111 1112",
                "billing account 4455667788",
                "account manager since 2019",
                "Houston, TX 77036-1234",
                "license plate ABC1234",
                "driver license expires 11/24/2026",
                "claim 000-12-3456",
                "prem=+412.00 eff=20261120"
            })
    void leavesOrdinaryNumbersAlone(String text) {
        assertThat(SensitiveNumbers.mask(text)).isEqualTo(text);
    }

    @Test
    void masksSeveralInOneText() {
        assertThat(SensitiveNumbers.mask("SSN 123-45-6789, card 4111111111111111."))
                .isEqualTo("SSN [Social Security number removed], card [card number removed].");
    }
}
