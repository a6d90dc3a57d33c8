package org.throughline.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my social is 123-45-6789 ok | my social is [ssn] ok
            SSN: 123456789 | SSN: [ssn]
            ssn xxx-xx-6789 | ssn [ssn]
            card 4111 1111 1111 1111 exp 09/28 | card [card] exp 09/28
            amex 378282246310005. | amex [card].
            routing 021000021 account number 000123456789 | routing [bank number] account number 000123456789
            bank account no. 000123456789, thanks | bank account no. [bank number], thanks
            021000021 is the bank | [bank number] is the bank
            her driver's license number is D1234567 | her driver's license number is [driver license]
            DL# TX 12345678 | DL# TX 12345678
            DL 12345678 | DL [driver license]
            write to Ann.Lee+x@mail.example.com please | write to [email] please
            call (713) 555-0100 or 713.555.0100 | call [phone] or [phone]
            text +17135550100 | text [phone]
            """)
    void masksWhatBelongsToAPerson(String text, String masked) {
        assertThat(PersonalData.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy 4111111111111112 is no card",
                "VIN 5NMJB3DE8RH300412 on the policy",
                "$1,000,000 per occurrence / $2,000,000 aggregate",
                "policy CPP-2211-884 effective 2026-11-23",
                "license plate and licensed people",
                "2200 Ogden Ave, Lisle IL 60532-1234"
            })
    void leavesWhatTeachesSomething(String text) {
        assertThat(PersonalData.masked(text)).isEqualTo(text);
    }
}
