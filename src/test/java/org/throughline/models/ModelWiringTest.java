package org.throughline.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelWiringTest {

    private static final JavaNames JAVA = new JavaNames();
    private static final List<Model> PROCESSES = Model.all(".bpmn", Path.of("processes"));
    private static final List<Model> DECISIONS = Model.all(".dmn", Path.of("dmn"));

    @Test
    void everyNameInAModelLeadsSomewhere() {
        ModelWiring wiring = new ModelWiring(JAVA, PROCESSES, DECISIONS);
        List<String> findings = new ArrayList<>();
        PROCESSES.forEach(process -> findings.addAll(wiring.check(process)));

        assertThat(findings).isEmpty();
    }

    @Test
    void everyDelegateAndListenerIsUsedByAModel() {
        ModelWiring wiring = new ModelWiring(JAVA, PROCESSES, DECISIONS);
        PROCESSES.forEach(wiring::check);

        assertThat(wiring.orphans()).isEmpty();
    }

    @Test
    void decisionsAnswerWithQueuesThatExist() {
        ModelWiring wiring = new ModelWiring(JAVA, PROCESSES, DECISIONS);

        assertThat(ModelWiring.QUEUES).containsAll(wiring.answers("queue"));
        assertThat(ModelWiring.QUEUES).containsAll(wiring.answers("defaultQueue"));
        assertThat(ModelWiring.QUEUES).containsAll(wiring.answers("fallbackQueue"));
    }

    @Test
    void findsEveryNameThatLeadsNowhere() {
        Model broken = Model.read(Path.of("src/test/resources/testmodels/broken/unwired-process.bpmn"));
        ModelWiring wiring = new ModelWiring(JAVA, List.of(broken), List.of());

        assertThat(wiring.check(broken))
                .containsExactlyInAnyOrder(
                        "unwired-process.bpmn Message_Unknown: never-heard-of is no constant in Java",
                        "unwired-process.bpmn Error_Unknown: nobody-throws-it is no constant in Java",
                        "unwired-process.bpmn Task_DecideLunch: no decision lunch-kind",
                        "unwired-process.bpmn Task_OrderLunch: no bean orderLunchDelegate",
                        "unwired-process.bpmn executionListener: no bean forgottenListener",
                        "unwired-process.bpmn Definition_LunchEaten: ${execution.getVariable('x')} must be exactly ${beanName}",
                        "unwired-process.bpmn Call_DeliverLunch: no process deliver-lunch",
                        "unwired-process.bpmn Call_DeliverLunch: must pass the business key",
                        "unwired-process.bpmn Call_DeliverLunch: hunger is no known variable",
                        "unwired-process.bpmn Call_DeliverLunch: appetite is no known variable",
                        "unwired-process.bpmn Task_EatLunch: no form eat-lunch-elsewhere.form in the folder of the model",
                        "unwired-process.bpmn Task_EatLunch: cooks is no queue",
                        "unwired-process.bpmn Task_EatLunch: lunchTime is neither a known variable nor a bean",
                        "unwired-process.bpmn conditionExpression: moonPhase is neither a known variable nor a bean");
    }

    @Test
    void findsADelegateThatNoModelUses() {
        assertThat(new ModelWiring(JAVA, List.of(), List.of()).orphans())
                .containsAnyElementsOf(JAVA.beans().keySet());
    }

    @Test
    void readsTheNamesThatAnExpressionStartsFrom() {
        assertThat(Expressions.roots(
                        "Due ${serviceClock.due(decisionResult.slaMinutes)}, #{not empty state and x == 'y z'}"))
                .containsExactlyInAnyOrder("serviceClock", "state", "x");
    }
}
