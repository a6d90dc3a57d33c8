package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.springframework.context.support.StaticApplicationContext;

class ModelSafetyTest {

    @SuppressWarnings("NullAway.Init")
    private static ProcessEngine engine;

    @BeforeAll
    static void startEngine() {
        StaticApplicationContext context = new StaticApplicationContext();
        context.getBeanFactory()
                .registerSingleton("doneDelegate", (JavaDelegate) execution -> execution.setVariable("done", true));
        context.getBeanFactory().registerSingleton("callable", new Callable());
        context.getBeanFactory().registerSingleton("secrets", new Secrets());
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("safety-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new ModelSafetyPlugin(context));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    /** A bean that says models may call it. */
    @CallableFromModels
    public static class Callable {

        public String greet(String name) {
            return "Hello " + name;
        }
    }

    /** A bean that does not. */
    public static class Secrets {

        public String password() {
            return "secret";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${name == 'Ann'}",
                "${not empty name}",
                "${name.length() == 3}",
                "${callable.greet(name) == 'Hello Ann'}",
                "${execution.getProcessBusinessKey() == 'key'}",
                "${execution.processBusinessKey == 'key'}",
                "${now() != null}"
            })
    void letsModelsUseVariablesAndDeclaredBeans(String condition) {
        assertThat(endOf(condition)).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${secrets.password() == 'secret'}",
                "${name.getClass().forName('java.lang.Runtime') != null}",
                "${name.class.name != null}",
                "${execution.processEngineServices != null}",
                "${execution.getProcessEngineServices().getIdentityService() != null}",
                "${callable.getClass() != null}",
                "${doneDelegate.getClass() != null}"
            })
    void keepsEverythingElseOutOfReach(String condition) {
        assertThatThrownBy(() -> endOf(condition)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='x' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<serviceTask id='x' camunda:class='java.lang.Object'/>",
                "<serviceTask id='x' camunda:type='shell'><extensionElements>"
                        + "<camunda:field name='command' stringValue='ls'/></extensionElements></serviceTask>",
                "<userTask id='x'><extensionElements><camunda:taskListener event='create'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:taskListener>"
                        + "</extensionElements></userTask>"
            })
    void refusesModelsThatBringCode(String element) {
        assertThatThrownBy(() -> deploy(process("<startEvent id='s'/>" + element)))
                .hasMessageContaining("The model cannot be deployed");
    }

    @Test
    void runsDeclaredDelegates() {
        deploy(process("<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>"
                + "<serviceTask id='t' camunda:delegateExpression='${doneDelegate}'/>"));

        String instance =
                engine.getRuntimeService().startProcessInstanceByKey("tried").getId();

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("done")
                        .count())
                .isEqualTo(1);
    }

    private static String endOf(String condition) {
        deploy(process("<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='g'/>"
                + "<exclusiveGateway id='g' default='n'/><sequenceFlow id='n' sourceRef='g' targetRef='no'/>"
                + "<sequenceFlow id='y' sourceRef='g' targetRef='yes'><conditionExpression>"
                + condition.replace("&", "&amp;") + "</conditionExpression></sequenceFlow>"
                + "<endEvent id='yes'/><endEvent id='no'/>"));
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("tried", "key", Map.of("name", "Ann"))
                .getId();
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }

    private static void deploy(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("tried.bpmn", model)
                .deploy();
    }

    private static String process(String elements) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='tried' isExecutable='true'>"
                + elements + "</process></definitions>";
    }
}
