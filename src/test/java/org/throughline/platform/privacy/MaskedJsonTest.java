package org.throughline.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MaskedJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void masksTextsAndNumbersAndLeavesTheRest() throws Exception {
        String masked = MaskedJson.of(json.readTree("""
                        {"subject":"Card","text":"My SSN is 123-45-6789.","lines":["4111 1111 1111 1111","GL"],
                         "deep":{"ssn":"123456789","amount":1200},"none":null,"yes":true}""")).toString();

        assertThat(masked)
                .isEqualTo(
                        "{\"subject\":\"Card\",\"text\":\"My SSN is [Social Security number removed].\","
                                + "\"lines\":[\"[card number removed]\",\"GL\"],"
                                + "\"deep\":{\"ssn\":\"[Social Security number removed]\",\"amount\":1200},\"none\":null,\"yes\":true}");
    }
}
