package org.throughline.reporting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableGuardTest {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="one" name="One">
                <decisionTable id="t">
                  <input id="in"><inputExpression id="e" typeRef="string"><text>INPUT</text></inputExpression></input>
                  <output id="out" name="answer" typeRef="string" />
                  <rule id="first">
                    <description>For reasons; not ${run}.</description>
                    <inputEntry id="test">
                      <text>TEST</text>
                    </inputEntry>
                    <outputEntry id="result">
                      <text>RESULT</text>
                    </outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void letsTheAgencysOwnTablesPass() {
        assertThatCode(() -> check(RoutedRequests.FILE)).doesNotThrowAnyException();
        assertThatCode(() -> check(table("state", "\"${text}\", \"for all\"", "\"A\"")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "state | \"TX\", | \"A\" | 9 | first | This is no FEEL",
                "state | \"TX\" | if true then | 12 | first | This is no FEEL",
                "state | ${bean.run()} | \"A\" | 9 | first | another language",
                "state | \"TX\" | count(for i in 1..1000000000 return i) | 12 | first | Loops",
                "state | \"TX\" | {f: function(x) x, r: f(1)}.r | 12 | first | functions of one's own",
                "state | \"TX\" | ((((((((((1)))))))))) | 12 | first | too deep",
                "#{bean} | \"TX\" | \"A\" | 4 | in | another language"
            })
    void saysWhereSomethingIsThatIsNoPlainFeel(
            String input, String test, String result, int line, String element, String message) {
        ReplayRefused refused = refused(table(input, test, result));

        assertThat(refused).hasMessageContaining(message);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.element()).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource({
        "juel",
        "javascript",
        "groovy",
        "python",
        "http://www.omg.org/spec/FEEL/other",
    })
    void knowsNoLanguageButFeel(String language) {
        String table = table("state", "\"TX\"", "\"A\"");

        ReplayRefused refused = refused(table.replace(
                "<outputEntry id=\"result\"", "<outputEntry id=\"result\" expressionLanguage=\"" + language + "\""));

        assertThat(refused).hasMessageContaining("an expression in " + language);
        assertThat(refused.line()).isEqualTo(11);
        assertThat(refused(table.replace("name=\"d\"", "name=\"d\" expressionLanguage=\"" + language + "\"")))
                .hasMessageContaining(language);
        assertThatCode(() -> check(table.replace("<outputEntry", "<outputEntry expressionLanguage=\"feel\"")))
                .doesNotThrowAnyException();
    }

    @Test
    void readsNoForeignEntities() {
        String doctype = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n";

        ReplayRefused refused = refused(doctype + table("&x;", "\"TX\"", "\"A\""));

        assertThat(refused).hasMessageContaining("DOCTYPE");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(refused("not XML").line()).isEqualTo(1);
        assertThat(refused("<bpmn/>")).hasMessageContaining("begins with <bpmn>");
        assertThat(refused("<definitions>\n<decision>\n")).hasMessageContaining("no DMN");
        assertThat(refused(" ".repeat(TableGuard.MOST_BYTES + 1)).kind()).isEqualTo(ReplayRefused.Kind.TOO_LARGE);
        String rule = "<rule id=\"r\"/>";
        assertThat(refused("<definitions>" + rule.repeat(TableGuard.MOST_RULES + 1) + "</definitions>")
                        .kind())
                .isEqualTo(ReplayRefused.Kind.TOO_LARGE);
    }

    @Test
    void aFileOutsideOfTheSchemaIsToldWithItsLine() {
        String misplaced = table("state", "\"TX\"", "\"A\"")
                .replace("<description>", "<reason>")
                .replace("</description>", "</reason>");

        ReplayRefused refused = catchThrowableOfType(ReplayRefused.class, () -> {
            check(misplaced);
            TableFile.read(misplaced.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(refused).hasMessageContaining("reason");
        assertThat(refused.line()).isEqualTo(7);
    }

    private static String table(String input, String test, String result) {
        return TABLE.replace("INPUT", input).replace("TEST", test).replace("RESULT", result);
    }

    private static ReplayRefused refused(String file) {
        return catchThrowableOfType(ReplayRefused.class, () -> check(file));
    }

    private static void check(String file) {
        TableGuard.check(file.getBytes(StandardCharsets.UTF_8));
    }
}
