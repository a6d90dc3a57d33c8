package org.throughline.models;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ModelStyleTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path DECISIONS = Path.of("dmn");
    private static final Path GOOD = Path.of("src/test/resources/testmodels/good");
    private static final Path BROKEN = Path.of("src/test/resources/testmodels/broken");

    private static final String CHOICE = "choose from CLERICAL, SERVICE_REQUEST, ANSWER_CLIENT, TAKE_APPLICATION,"
            + " AUTHORIZE_CERTIFICATE, AUTHORIZE_ENDORSEMENT, QUOTE, SOLICIT, ADVISE, NEGOTIATE, SELL, BIND, SIGN.";

    @TestFactory
    Stream<DynamicTest> processesKeepToTheHouseStyle() {
        return Model.all(".bpmn", PROCESSES, GOOD).stream()
                .map(model -> DynamicTest.dynamicTest(
                        model.fileName(),
                        () -> assertThat(ProcessStyle.check(model)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> decisionsKeepToTheHouseStyle() {
        return Model.all(".dmn", DECISIONS).stream()
                .map(model -> DynamicTest.dynamicTest(
                        model.fileName(),
                        () -> assertThat(DecisionStyle.check(model)).isEmpty()));
    }

    @Test
    void fileNamesAreUniqueOverAllFoldersBecauseTheDeploymentFlattensThem() {
        Map<String, Long> names = Stream.of(".bpmn", ".form", ".dmn")
                .flatMap(suffix -> Model.files(suffix, PROCESSES, DECISIONS).stream())
                .collect(groupingBy(file -> String.valueOf(file.getFileName()), counting()));

        assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void findsEveryDepartureInABrokenProcess() {
        List<String> findings = ProcessStyle.check(Model.read(BROKEN.resolve("broken-process.bpmn")));

        assertThat(findings)
                .containsExactlyInAnyOrder(
                        "broken-process.bpmn broken: the file name must be the process id",
                        "broken-process.bpmn broken: must have a history time to live",
                        "broken-process.bpmn broken: must have a version tag",
                        "broken-process.bpmn broken: must document purpose and outcomes",
                        "broken-process.bpmn Activity_0ab12cd: the id must start with Task_",
                        "broken-process.bpmn Activity_0ab12cd: the label must be in sentence case",
                        "broken-process.bpmn Activity_0ab12cd: the label must start with a verb that says what is done",
                        "broken-process.bpmn Task_SendLetter: the id must be Task_ and one of [WriteLetter]",
                        "broken-process.bpmn Task_SendLetter: leaves this program, so it must be asyncBefore",
                        "broken-process.bpmn Task_SendLetter: needs a delegate expression, or a topic for work done by another program",
                        "broken-process.bpmn Task_SendLetter: uses a class; use a delegate expression",
                        "broken-process.bpmn Activity_0ab12cd: needs candidate groups",
                        "broken-process.bpmn Activity_0ab12cd: is claimed, never assigned by the model",
                        "broken-process.bpmn Activity_0ab12cd: must document what the person decides",
                        "broken-process.bpmn Activity_0ab12cd: must name its acts (extension property act): No act is named; "
                                + CHOICE,
                        "broken-process.bpmn Activity_0ab12cd: needs a form",
                        "broken-process.bpmn Gateway_ClientFound: splits, so its label must be a question",
                        "broken-process.bpmn Gateway_ClientFound: splits, so it needs a default flow",
                        "broken-process.bpmn Flow_ClientFound_Yes: every flow but the default needs a condition",
                        "broken-process.bpmn Flow_ClientFound_Yes: needs an answer as its label",
                        "broken-process.bpmn Flow_0xy98zz: the id must be Flow_ and PascalCase words",
                        "broken-process.bpmn Flow_0xy98zz: must run in horizontal and vertical lines",
                        "broken-process.bpmn EndEvent_LetterSent: is not drawn");
    }

    @Test
    void findsEveryDepartureInABrokenDecision() {
        List<String> findings = DecisionStyle.check(Model.read(BROKEN.resolve("broken-decision.dmn")));

        assertThat(findings)
                .containsExactlyInAnyOrder(
                        "broken-decision.dmn Definitions_Broken: the file name must be the decision id",
                        "broken-decision.dmn lunchKind: the id must be in kebab-case",
                        "broken-decision.dmn lunchKind: must have a history time to live",
                        "broken-decision.dmn Table_Lunch: the hit policy must be UNIQUE, FIRST or COLLECT",
                        "broken-decision.dmn Input_Weekday: needs a label",
                        "broken-decision.dmn Input_Weekday: needs a type",
                        "broken-decision.dmn Output_Lunch: needs a label",
                        "broken-decision.dmn DecisionRule_1: the id must be rule_camelCase",
                        "broken-decision.dmn DecisionRule_1: must say why it holds (description)");
    }
}
