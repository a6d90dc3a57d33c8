package org.throughline.processes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.repository.DeploymentBuilder;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.FlowNode;

/**
 * An in-memory engine for the tests of one process: the project's models, no job executor, beans that the test names.
 * Declared once a class as a static {@code @RegisterExtension}; the test then moves the instance from wait state to
 * wait state. When the whole class has passed, every flow node of the process must have been visited, except the gaps
 * declared with a reason.
 */
public final class TestEngine implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final String processId;
    private final List<Path> folders;
    private final Set<String> stubs = new TreeSet<>();
    private final Map<String, String> gaps = new TreeMap<>();
    private final List<Consumer<ProcessEngineConfigurationImpl>> configurers = new ArrayList<>();
    private final TestBeans beans = new TestBeans();
    private final Set<String> methodsRun = new TreeSet<>();
    private boolean allPassed = true;
    private @Nullable ProcessEngine engine;

    private TestEngine(String processId, List<Path> folders) {
        this.processId = processId;
        this.folders = folders;
    }

    /** An engine with all models of the project, for the tests of one process. */
    public static TestEngine of(String processId) {
        return new TestEngine(processId, List.of(Path.of("processes"), Path.of("dmn")));
    }

    /** An engine with the models of other folders. */
    public static TestEngine of(String processId, Path... folders) {
        return new TestEngine(processId, List.of(folders));
    }

    /**
     * Puts an empty process in the place of called ones; {@link #fake} gives one of them something to do. One that sets
     * the variable {@code waits} leaves its process at a user task.
     */
    public TestEngine stubbing(String... processIds) {
        stubs.addAll(List.of(processIds));
        return this;
    }

    /** Allows a flow node to stay unvisited, and says why. */
    public TestEngine allowing(String flowNodeId, String reason) {
        gaps.put(flowNodeId, reason);
        return this;
    }

    /** Changes the engine's configuration before it is built, such as by a plugin of the application. */
    public TestEngine configuring(Consumer<ProcessEngineConfigurationImpl> configurer) {
        configurers.add(configurer);
        return this;
    }

    /** The real delegates and listeners of a package; what they need is handed over by {@link #with}. */
    public TestEngine delegatesOf(String packageName) {
        beans.scan(packageName);
        return this;
    }

    /** A collaborator of the real delegates, mostly a fake; counts for all tests of the class. */
    public <T> TestEngine with(Class<T> type, T collaborator) {
        beans.collaborator(type, collaborator);
        return this;
    }

    /** What a delegate, or a stubbed process, does in this test. */
    public void fake(String name, JavaDelegate behavior) {
        beans.fake(name, behavior);
    }

    /** A bean, of whatever type the model's expression needs, in this test. */
    public void bean(String name, Object bean) {
        beans.fake(name, bean);
    }

    /** Delegates that do nothing in this test. */
    public void passing(String... names) {
        for (String name : names) {
            beans.fake(name, (JavaDelegate) execution -> {});
        }
    }

    /** The engine itself, for what has no shorthand here. */
    public ProcessEngine engine() {
        return Objects.requireNonNull(engine, "The engine exists while the tests of the class run");
    }

    /** Starts the process under test. */
    public ProcessInstance start(String businessKey, Map<String, Object> variables) {
        return engine().getRuntimeService().startProcessInstanceByKey(processId, businessKey, variables);
    }

    /** Starts the process under test right before a flow node, for a detour that is far from the start. */
    public ProcessInstance startBefore(String flowNodeId, String businessKey, Map<String, Object> variables) {
        return engine().getRuntimeService()
                .createProcessInstanceByKey(processId)
                .businessKey(businessKey)
                .setVariables(variables)
                .startBeforeActivity(flowNodeId)
                .execute();
    }

    /** Runs the one asynchronous job that waits at a flow node; what it throws comes through. */
    public void runJob(String flowNodeId) {
        Job job = only(
                engine().getManagementService()
                        .createJobQuery()
                        .messages()
                        .activityId(flowNodeId)
                        .list(),
                "asynchronous job",
                flowNodeId);
        engine().getManagementService().executeJob(job.getId());
    }

    /** Runs asynchronous jobs until none is left; timers stay. */
    public void runJobs() {
        List<Job> jobs =
                engine().getManagementService().createJobQuery().messages().list();
        while (!jobs.isEmpty()) {
            engine().getManagementService().executeJob(jobs.get(0).getId());
            jobs = engine().getManagementService().createJobQuery().messages().list();
        }
    }

    /** Fires the one timer of an event, due or not. */
    public void fireTimer(String eventId) {
        Job job = only(
                engine().getManagementService()
                        .createJobQuery()
                        .timers()
                        .activityId(eventId)
                        .list(),
                "timer",
                eventId);
        engine().getManagementService().executeJob(job.getId());
    }

    /** The one open user task of that definition. */
    public Task task(String taskId) {
        return only(
                engine().getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(taskId)
                        .list(),
                "user task",
                taskId);
    }

    /** Completes the one open user task of that definition. */
    public void complete(String taskId, Map<String, Object> variables) {
        engine().getTaskService().complete(task(taskId).getId(), variables);
    }

    /** Correlates a message to the instance with that business key. */
    public void correlate(String message, String businessKey, Map<String, Object> variables) {
        engine().getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlate();
    }

    /** The one running instance of a called process. */
    public ProcessInstance called(String calledProcessId) {
        return only(
                engine().getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(calledProcessId)
                        .list(),
                "instance",
                calledProcessId);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        String name = context.getRequiredTestClass().getName();
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_CREATE_DROP);
        configuration.setHistory(ProcessEngineConfigurationImpl.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(beans);
        configurers.forEach(configurer -> configurer.accept(configuration));
        engine = configuration.buildProcessEngine();
        ProcessAssertions.init(engine);
        deploy(engine);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ProcessAssertions.init(engine());
        methodsRun.add(context.getRequiredTestMethod().getName());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        allPassed &= context.getExecutionException().isEmpty();
        ClockUtil.reset();
        beans.forgetFakes();
        for (ProcessInstance instance : engine().getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()) {
            engine().getRuntimeService().deleteProcessInstance(instance.getId(), "end of test", true, true, true);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            if (allPassed && methodsRun.containsAll(testMethods(context.getRequiredTestClass()))) {
                assertThat(unvisited())
                        .as("flow nodes of %s that no test visits; visit them or allow them with a reason", processId)
                        .isEqualTo(gaps.keySet());
            }
        } finally {
            engine().close();
            beans.close();
        }
    }

    /** The flow nodes of the process under test that no instance has entered so far. */
    Set<String> unvisited() {
        Set<String> visited = engine().getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> processId.equals(activity.getProcessDefinitionKey()))
                .map(HistoricActivityInstance::getActivityId)
                .collect(toSet());
        String definitionId = engine().getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .singleResult()
                .getId();
        return engine()
                .getRepositoryService()
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .filter(id -> !visited.contains(id))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private static Set<String> testMethods(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedMethods(testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(method -> method.getName())
                .collect(toSet());
    }

    private void deploy(ProcessEngine target) {
        DeploymentBuilder deployment =
                target.getRepositoryService().createDeployment().name(processId);
        for (Path folder : folders) {
            for (Path file : modelsIn(folder)) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (!stubs.contains(name.replace(".bpmn", ""))) {
                    deployment.addString(name, read(file));
                }
            }
        }
        for (String stub : stubs) {
            deployment.addModelInstance(stub + ".bpmn", stub(stub));
            beans.stub(stub);
        }
        deployment.deploy();
    }

    private static BpmnModelInstance stub(String id) {
        return Bpmn.createExecutableProcess(id)
                .operatonHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .operatonDelegateExpression("${stubs.get('" + id + "')}")
                .exclusiveGateway()
                .condition("waits", "${execution.hasVariable('waits')}")
                .userTask("Task_Waiting")
                .endEvent()
                .moveToLastGateway()
                .endEvent()
                .done();
    }

    private static List<Path> modelsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T only(List<T> found, String what, String where) {
        assertThat(found)
                .as("exactly one %s at %s; the engine waits at %s", what, where, waitingAnywhere())
                .hasSize(1);
        return found.get(0);
    }

    private Set<String> waitingAnywhere() {
        Set<String> waiting = new TreeSet<>();
        for (ProcessInstance instance :
                engine().getRuntimeService().createProcessInstanceQuery().list()) {
            waiting.addAll(ProcessAssertions.assertThat(instance).waitingAt());
        }
        return waiting;
    }

    /** An execution's business key, for fakes that answer by request. */
    public static String businessKeyOf(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getProcessBusinessKey(), "The instance has no business key");
    }
}
