package org.throughline.servicing.download.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

    @ParameterizedTest
    @CsvSource({
        "WATTS JEROME & ALICIA, Jerome Watts and Alicia Watts, SAME",
        "'ALVARADO, TINA', Tina Alvarado, SAME",
        "JOSE PENA, José Peña, SAME",
        "OKAFOR PLUMBING AND DRAIN, 'Okafor Plumbing & Drain, LLC', SAME",
        "OKAFOR PLUMBING LLC, 'Okafor Plumbing & Drain, LLC', LIKE",
        "JEROME WATTS, Jerome Watts and Alicia Watts, LIKE",
        "JEROME A WATTS, Jerome Watts, SAME",
        "OKC ROOFING & SHEET MET, OKC Roofing & Sheet Metal Inc, LIKE",
        "DUNMORE, Dunmore Storage LLC, LIKE",
        "LEE, Lee Storage LLC, DIFFERENT",
        "JEROME WATTS, Jerome Watts Jr., DIFFERENT",
        "WATTS JR JEROME, Jerome Watts Jr., SAME",
        "CHO WENDY, Wendy Choi, DIFFERENT",
        "SIMMONS MARLA, Marla Simmonds, DIFFERENT",
        "SMITH JOHN, Smith Jane, DIFFERENT",
        "OKAFOR ELECTRIC, 'Okafor Plumbing & Drain, LLC', DIFFERENT",
        "RIDGEWAY LANDSCAPING LLC, Front Range Retail Partners LLC, DIFFERENT",
        "'', Jerome Watts, UNKNOWN",
        "'LLC', Jerome Watts, UNKNOWN"
    })
    void tellsHowNearTwoNamesAre(String sent, String held, NameLikeness likeness) {
        assertThat(NameLikeness.of(sent, held)).isEqualTo(likeness);
        assertThat(NameLikeness.of(held, sent)).isEqualTo(likeness);
    }
}
