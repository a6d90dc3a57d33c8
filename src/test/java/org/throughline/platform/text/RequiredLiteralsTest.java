package org.throughline.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The literals that every match of an expression needs")
class RequiredLiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "\\bwaivers? of\\b ~ waiver",
                "colou?r bars ~ r bars",
                "\\bloan\\s*(?:#|no)?\\s*\\d+ ~ loan",
                "(?im)^saved Holder\\s*:(.+)$ ~ saved holder",
                "(?<!\\w)VIN(?=\\s)\\W ~ vin",
                "\\$\\s?\\d+ ~ $",
                "x{2}yz ~ yz",
                "(?<name>abc)def(?-i:G) ~ abc",
                "[a-z]+@[^]x]example ~ example",
            })
    void ofOneSequence(String regex, String literal) {
        assertThat(RequiredLiterals.of(regex)).containsExactly(literal);
    }

    @Test
    void haveOneForEveryAlternative() {
        assertThat(RequiredLiterals.of("\\bcg ?20 ?10\\b|\\bongoing (?:operations|work)\\b"))
                .isEqualTo(List.of("cg", "ongoing "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d{5}",
                "(?:loan)?\\s*\\d+",
                "(?:loan){0,2}x",
                "abc|\\d+",
                "(?!abc)\\w+",
                "a*",
                "\\Qabc\\E",
                "(?x) abc",
                "(?iu)abc",
                "[abc&&[b]]",
                "",
            })
    void areUnknownWhereAMatchCanDoWithout(String regex) {
        assertThat(RequiredLiterals.of(regex)).isEmpty();
    }
}
