package org.throughline.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughline.ThroughlineApplication;
import org.throughline.platform.engine.LatestDecisions;
import org.throughline.staff.License;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.worklist.Rebalances;
import org.throughline.worklist.Rebalances.Run;
import org.throughline.worklist.Rebalancing;

/**
 * Routes and assigns one more request beside 5,000 open ones of 60 people, then moves 1,000 tasks of one of them:
 * {@code mvn -Pbench test-compile exec:java -Dexec.mainClass=org.throughline.bench.AssignmentBench}. Port 8096 and the mail
 * ports 3096 and 3196 must be free.
 */
public final class AssignmentBench {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentBench.class);
    private static final int OPEN = Integer.getInteger("bench.open", 5_000);
    private static final int PEOPLE = 60;
    private static final int MEASURED = 500;
    private static final int MOVED = 1_000;
    private static final List<String> TYPES = List.of(
            "CERT_LIABILITY", "ENDT_VEHICLE", "COVERAGE_QUESTION", "BILLING_INQUIRY", "ID_CARD", "REINSTATEMENT");
    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="bench">
              <bpmn:process id="bench-task" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="Start"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:userTask id="Task" name="Answer" camunda:candidateGroups="account-managers">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="act" value="ADVISE"/>
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing></bpmn:userTask>
                <bpmn:endEvent id="End"><bpmn:incoming>F2</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Task"/>
                <bpmn:sequenceFlow id="F2" sourceRef="Task" targetRef="End"/>
              </bpmn:process>
            </bpmn:definitions>""";

    private final Random random = new Random(7);
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final LatestDecisions decisions;
    private int number;

    private AssignmentBench(ConfigurableApplicationContext application) {
        runtime = application.getBean(RuntimeService.class);
        tasks = application.getBean(TaskService.class);
        decisions = application.getBean(LatestDecisions.class);
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("throughline-assignment-bench");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=8096",
                        "--spring.datasource.url=jdbc:h2:file:" + data.resolve("bench"),
                        "--throughline.sandbox.mail.smtp-port=3096",
                        "--throughline.sandbox.mail.imap-port=3196",
                        "--throughline.sandbox.directory=" + data.resolve("sandbox"),
                        "--throughline.intake.feed.directory=" + data.resolve("feed"),
                        "--throughline.sandbox.morning-mail=false",
                        "--logging.level.root=WARN",
                        "--logging.level.org.throughline.bench=INFO")) {
            application
                    .getBean(RepositoryService.class)
                    .createDeployment()
                    .tenantId("harborline")
                    .addInputStream("bench.bpmn", new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
            application.getBean(Staff.class).add(people());
            AssignmentBench bench = new AssignmentBench(application);
            bench.assign();
            rebalance(application.getBean(Rebalancing.class), application.getBean(Rebalances.class));
        }
        System.exit(0);
    }

    private static List<StaffMember> people() {
        List<StaffMember> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String id = "bench" + i;
            License license = new License(
                    "TX-" + (9_000_000 + i),
                    String.valueOf(8_000_000 + i),
                    "TX",
                    true,
                    List.of("PROPERTY", "CASUALTY"),
                    "ACTIVE",
                    LocalDate.now(ZoneOffset.UTC).minusYears(2),
                    LocalDate.now(ZoneOffset.UTC).plusYears(2));
            people.add(new StaffMember(
                    id,
                    "Bench " + i,
                    "Account manager",
                    "csr",
                    null,
                    null,
                    null,
                    List.of("account-managers"),
                    i % 2 == 0 ? List.of("CERTIFICATES", "ENDORSEMENTS") : List.of("BILLING"),
                    i % 5 == 0 ? List.of("en", "es") : List.of("en"),
                    390,
                    List.of(license),
                    List.of(),
                    null,
                    null,
                    true));
        }
        return people;
    }

    private void assign() {
        for (int i = 0; i < OPEN; i++) {
            open();
        }
        List<Task> open =
                tasks.createTaskQuery().processDefinitionKey("bench-task").list();
        for (int i = 0; i < open.size(); i++) {
            tasks.setAssignee(open.get(i).getId(), i < MOVED ? "bench0" : "bench" + (1 + random.nextInt(PEOPLE - 1)));
        }
        List<Long> nanoseconds = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            long began = System.nanoTime();
            open();
            nanoseconds.add(System.nanoTime() - began);
        }
        Collections.sort(nanoseconds);
        LOG.info(
                "routing and assigning one more beside {} open ones of {} people: p50 {} ms, p95 {} ms",
                OPEN,
                PEOPLE,
                nanoseconds.get(MEASURED / 2) / 1_000_000.0,
                nanoseconds.get(MEASURED * 95 / 100) / 1_000_000.0);
    }

    /** Decides the route and brings up a task, which looks for its person, in one transaction. */
    private void open() {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        Map<String, Object> facts = new HashMap<>();
        facts.put("workType", type);
        facts.put("mark", "NONE");
        facts.put("alarm", "NONE");
        facts.put("hoursToHardDate", 9999);
        facts.put("hoursToNeededBy", 9999);
        facts.put("partnerQueue", "NONE");
        facts.put("securityFlag", false);
        facts.put("judgement", true);
        facts.put("state", "TX");
        facts.put("automationLevel", "APPROVE_ALL");
        facts.put("act", "SERVICE_REQUEST");
        facts.put("switchedOff", "");
        facts.put("classification", "SUGGEST");
        facts.put("authenticated", true);
        facts.put("contractAttached", false);
        facts.put("surplusLines", false);
        facts.put("missingInfo", false);
        facts.put("senderRole", "CONTACT");
        facts.put("lineOfBusiness", "GL");
        facts.put("commercial", true);
        Map<String, Object> routed = decisions.evaluate("request-routing", facts);
        Map<String, Object> variables = new HashMap<>();
        variables.put("requestNumber", "SR-2026-" + String.format("%06d", 900_000 + ++number));
        variables.put("workType", type);
        variables.put("clientId", "10001");
        variables.put("state", "TX");
        variables.put("lineOfBusiness", "GL");
        variables.put("priority", routed.get("priority"));
        variables.put("licenseRequired", true);
        variables.put("licenseState", "TX");
        variables.put("licenseLines", "CASUALTY");
        runtime.startProcessInstanceByKey("bench-task", String.valueOf(variables.get("requestNumber")), variables);
    }

    private static void rebalance(Rebalancing rebalancing, Rebalances rebalances) throws InterruptedException {
        long began = System.nanoTime();
        String id = rebalancing.start("bench0", "Bench", "admin");
        Run run = rebalances.find(id).orElseThrow();
        while (run.endedAt() == null) {
            Thread.sleep(200);
            run = rebalances.find(id).orElseThrow();
        }
        LOG.info(
                "rebalancing {} tasks: {} moved, {} back in the queue, {} s",
                run.total(),
                run.moved(),
                run.queued(),
                (System.nanoTime() - began) / 1_000_000_000.0);
    }
}
