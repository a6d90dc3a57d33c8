package org.throughline.reporting.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.reporting.Period;
import org.throughline.reporting.replay.ReplayDifference.Change;
import org.throughline.reporting.replay.ReplayResult.Moved;

/** Replays over requests that the agency's own routing tables decided. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayerTest {

    private final RoutedRequests requests = new RoutedRequests();
    private final List<ReplayDifference> found = new ArrayList<>();

    @BeforeAll
    void open() {
        requests.open("CERT_LIABILITY", Map.of());
        requests.open("CERT_LIABILITY", Map.of("judgement", true));
        requests.open("CERT_LIABILITY", Map.of("hoursToHardDate", 3));
        requests.open("COVERAGE_QUESTION", Map.of("judgement", true, "state", "OK"));
        requests.open("COMPLAINT", Map.of("alarm", "REPEAT_CONTACT"));
    }

    @BeforeEach
    void forget() {
        found.clear();
    }

    @AfterAll
    void close() {
        requests.close();
    }

    @Test
    void whatIsKeptSufficesToDecideTheWholeGraphAgain() {
        ReplayResult result = requests.replay("request-routing", RoutedRequests.FILE, found);

        assertThat(result.requests()).isEqualTo(5);
        assertThat(result.replayed()).isEqualTo(5);
        assertThat(result.different()).isZero();
        assertThat(result.notReplayed()).isEmpty();
        assertThat(result.notes()).isEmpty();
        assertThat(found).isEmpty();
        assertThat(result.madeWith()).extracting("what", "requests").containsExactly(tuple("version 1", 5));
    }

    @Test
    void aChangedTableBelowMovesWhatIsDecidedAbove() {
        ReplayResult result = requests.replay("work-type-catalogue", compliance("COVERAGE_QUESTION"), found);

        assertThat(result.different()).isEqualTo(1);
        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.workType()).isEqualTo("COVERAGE_QUESTION");
            assertThat(difference.changes())
                    .contains(
                            new Change("work-type-catalogue", "defaultQueue", "account-managers", "compliance"),
                            new Change("request-routing", "queue", "account-managers", "compliance"));
            assertThat(difference.rules()).extracting("decision").contains("route");
        });
        assertThat(result.moved())
                .contains(new Moved("queue", "compliance", 1, 2), new Moved("queue", "account-managers", 4, 3));
        assertThat(result.queues())
                .filteredOn(queue -> queue.queue().equals("compliance"))
                .singleElement()
                .satisfies(queue -> {
                    assertThat(queue.requestsAfter()).isEqualTo(queue.requestsBefore() + 1);
                    assertThat(queue.minutesAfter()).isGreaterThan(queue.minutesBefore());
                });
        assertThat(result.reasons()).isNotEmpty();
    }

    @Test
    void theWholeFileMayBeReplayedForOneDecisionOfIt() {
        String lessUrgent = inDecision("priority", "\"P1\"", "\"P2\"");

        ReplayResult result = requests.replay("priority", lessUrgent, found);

        assertThat(result.different()).isPositive();
        assertThat(result.changes()).anySatisfy(change -> {
            assertThat(change.decision()).isEqualTo("priority");
            assertThat(change.output()).isEqualTo("priority");
            assertThat(change.before()).isEqualTo("P1");
            assertThat(change.after()).isEqualTo("P2");
        });
        assertThat(result.changes()).extracting("decision").contains("request-routing");
        assertThat(result.straightThrough()).isNotNull();
        assertThat(result.licenseRequired()).isNotNull();
        assertThat(result.serviceLevel()).isNotNull();
    }

    @Test
    void aTableAloneIsPutIntoTheDeployedGraph() {
        ReplayResult result = requests.replay("deadline", alone("deadline", """
                <input id="i1"><inputExpression id="e1" typeRef="integer"><text>hoursToHardDate</text></inputExpression></input>
                <output id="o1" name="deadline" typeRef="string" />
                <rule id="r1"><description>Everything can wait.</description>
                  <inputEntry id="c1"><text></text></inputEntry>
                  <outputEntry id="c2"><text>"LATER"</text></outputEntry></rule>"""), found);

        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.number()).isEqualTo("SR-2026-000003");
            assertThat(difference.changes()).contains(new Change("deadline", "deadline", "TODAY", "LATER"));
            assertThat(difference.rules())
                    .anySatisfy(fired -> assertThat(fired.after()).containsExactly("r1"));
        });
        assertThat(result.reasons()).containsEntry("r1", "Everything can wait.");
    }

    @Test
    void saysWhereAValueComesFromThatTheTablesDidNotRead() {
        String file = alone("deadline", """
                <input id="i1"><inputExpression id="e1" typeRef="string"><text>senderName</text></inputExpression></input>
                <input id="i2"><inputExpression id="e2" typeRef="string"><text>usualPriority</text></inputExpression></input>
                <output id="o1" name="deadline" typeRef="string" />
                <rule id="r1"><inputEntry id="c1"><text>"Denise"</text></inputEntry>
                  <inputEntry id="c3"><text></text></inputEntry>
                  <outputEntry id="c2"><text>"TODAY"</text></outputEntry></rule>""");
        String number = requests.open("ID_CARD", Map.of("senderName", "Denise"));

        ReplayResult result = requests.replay("deadline", file, found);

        assertThat(found).extracting(ReplayDifference::number).containsExactly(number);
        assertThat(result.notes())
                .anySatisfy(note -> assertThat(note).contains("did not read senderName"))
                .anySatisfy(
                        note -> assertThat(note).contains("reads usualPriority without requiring work-type-catalogue"));
        assertThat(result.notReplayed()).singleElement().satisfies(not -> {
            assertThat(not.reason()).isEqualTo("The table reads senderName, which was not kept then.");
            assertThat(not.requests()).isEqualTo(5);
            assertThat(not.examples()).hasSize(5);
        });
        requests.database
                .jdbc()
                .sql("delete from service_request where number = ?")
                .param(number)
                .update();
    }

    @Test
    void tellsRequestsThatNoRuleWouldHelp() {
        ReplayResult result = requests.replay("deadline", alone("deadline", """
                <input id="i1"><inputExpression id="e1" typeRef="integer"><text>hoursToHardDate</text></inputExpression></input>
                <output id="o1" name="deadline" typeRef="string" />
                <rule id="r1"><inputEntry id="c1"><text>&lt; 10</text></inputEntry>
                  <outputEntry id="c2"><text>"TODAY"</text></outputEntry></rule>"""), found);

        assertThat(result.replayed()).isEqualTo(1);
        assertThat(result.notReplayed())
                .singleElement()
                .satisfies(not -> assertThat(not.reason()).startsWith("No rule of deadline applies"));
    }

    @Test
    void aReplayEndsWhenItIsToldTo() {
        ReplayQuestion question = new ReplayQuestion(
                "priority",
                "a test",
                Period.asked(null, null, requests.database.agency().timeZone(), Clock.systemUTC()),
                null,
                10);
        TableFile file = TableFile.read(requests.deployed.latest("priority"));

        assertThatThrownBy(() -> requests.replayer.run(
                        question,
                        ChangedTables.of("priority", file, file),
                        (done, total) -> {
                            throw new CancellationException();
                        },
                        found::addAll))
                .isInstanceOf(CancellationException.class);
        assertThat(found).isEmpty();
    }

    @Test
    void refusesDecisionsThatDoNotFitTogether() {
        assertThatThrownBy(() -> requests.replay("route", alone("deadline", ""), found))
                .isInstanceOf(ReplayRefused.class)
                .hasMessage("The file has no decision route. It has deadline.");
        assertThatThrownBy(() -> requests.replay(
                        "deadline",
                        alone("deadline", "")
                                .replace(
                                        "<decisionTable",
                                        "<informationRequirement id=\"n\"><requiredDecision href=\"#priority\"/>"
                                                + "</informationRequirement><decisionTable"),
                        found))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageContaining("in a circle");
        assertThatThrownBy(() -> requests.replay(
                        "priority", RoutedRequests.FILE.replace("href=\"#deadline\"", "href=\"#gone\""), found))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageContaining("requires gone, which neither the file nor the deployed graph has");
        assertThatThrownBy(() -> requests.replay("nothing", RoutedRequests.FILE, found))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageContaining("There is no decision nothing");
    }

    private static String compliance(String workType) {
        Matcher rule = Pattern.compile(
                        "<rule id=\"[^\"]*\">(?:(?!</rule>).)*<text>\"" + workType
                                + "\"</text>(?:(?!</rule>).)*</rule>",
                        Pattern.DOTALL)
                .matcher(RoutedRequests.FILE.substring(
                        RoutedRequests.FILE.indexOf("<decision id=\"work-type-catalogue\"")));
        assertThat(rule.find()).isTrue();
        return RoutedRequests.FILE.replace(
                rule.group(), rule.group().replace("\"account-managers\"", "\"compliance\""));
    }

    private static String inDecision(String key, String text, String instead) {
        int begin = RoutedRequests.FILE.indexOf("<decision id=\"" + key + "\"");
        int rules = RoutedRequests.FILE.indexOf("<rule ", begin);
        int end = RoutedRequests.FILE.indexOf("</decision>", begin);
        return RoutedRequests.FILE.substring(0, rules)
                + RoutedRequests.FILE
                        .substring(rules, end)
                        .replaceAll("(<outputEntry id=\"[^\"]*\">\\s*<text>)" + text, "$1" + instead)
                + RoutedRequests.FILE.substring(end);
    }

    private static String alone(String key, String table) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions"
                + " xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\""
                + " namespace=\"http://throughline.org/dmn\"><decision id=\"" + key + "\" name=\"" + key
                + "\"><decisionTable id=\"t\" hitPolicy=\"FIRST\">"
                + (table.isEmpty() ? "<output id=\"o\" name=\"x\"/>" : table)
                + "</decisionTable></decision></definitions>";
    }
}
