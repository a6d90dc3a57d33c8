package org.throughline.staff.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.ActivityInstance;
import org.operaton.bpm.engine.task.Task;
import org.throughline.staff.Act;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseOracle;
import org.throughline.staff.RandomPeople;
import org.throughline.staff.StaffMember;

/** Random people at random tasks, over every way in which Java can end a task or give it to somebody. */
class LicensePathsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Clock NOON = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final int ROUNDS = 20;

    private static final InMemoryStaff STAFF = new InMemoryStaff(NOON);
    private static final GateEngine GATE = new GateEngine(STAFF, NOON);
    private static final TaskService TASKS = GATE.engine().getTaskService();
    private static final RuntimeService RUNTIME = GATE.engine().getRuntimeService();

    /** A task of an instance, and the person who is after it. */
    private record Attempt(String task, String instance, String person) {}

    private interface Way {
        void go(Attempt attempt);
    }

    /** @param gives whether it gives the task to the person, instead of ending it */
    private record Path(String name, boolean gives, Way way) {

        /** Ways that are closed to everybody but administrators, licensed or not; a signal is closed to them too. */
        boolean closed() {
            return name.equals("SIGNAL") || name.startsWith("MODIFY") || name.equals("START_BEHIND_IT");
        }

        /** An error or escalation that the model does not catch leaves a licensed task as it is. */
        boolean endsNothing() {
            return closed() || name.equals("ESCALATION") || name.equals("UNKNOWN_BPMN_ERROR");
        }
    }

    private static final List<Path> PATHS = List.of(
            new Path("CLAIM", true, attempt -> TASKS.claim(attempt.task(), attempt.person())),
            new Path("SET_ASSIGNEE", true, attempt -> TASKS.setAssignee(attempt.task(), attempt.person())),
            new Path("SET_ASSIGNEE_BY_ADMIN", true, attempt -> {
                GATE.asAdministrator();
                TASKS.setAssignee(attempt.task(), attempt.person());
            }),
            new Path("DELEGATE", true, attempt -> TASKS.delegateTask(attempt.task(), attempt.person())),
            new Path("SAVE", true, attempt -> {
                Task task = TASKS.createTaskQuery().taskId(attempt.task()).singleResult();
                task.setAssignee(attempt.person());
                TASKS.saveTask(task);
            }),
            new Path("RESOLVE", false, attempt -> TASKS.resolveTask(attempt.task())),
            new Path(
                    "RESOLVE_WITH_ANSWERS",
                    false,
                    attempt -> TASKS.resolveTask(attempt.task(), Map.of("approved", true))),
            new Path("COMPLETE", false, attempt -> TASKS.complete(attempt.task())),
            new Path(
                    "COMPLETE_AND_TALK_AWAY",
                    false,
                    attempt -> TASKS.complete(
                            attempt.task(),
                            Map.of("workType", "PAYMENT", "licenseRequired", false, "licenseState", "TX"))),
            new Path(
                    "COMPLETE_RETURNING_VARIABLES",
                    false,
                    attempt -> TASKS.completeWithVariablesInReturn(attempt.task(), Map.of(), false)),
            new Path(
                    "SUBMIT_FORM",
                    false,
                    attempt -> GATE.engine().getFormService().submitTaskForm(attempt.task(), Map.of())),
            new Path("BPMN_ERROR", false, attempt -> TASKS.handleBpmnError(attempt.task(), GateEngine.ERROR)),
            new Path(
                    "UNKNOWN_BPMN_ERROR", false, attempt -> TASKS.handleBpmnError(attempt.task(), "nobody-catches-it")),
            new Path("ESCALATION", false, attempt -> TASKS.handleEscalation(attempt.task(), "nobody-catches-it")),
            new Path("SIGNAL", false, attempt -> RUNTIME.signal(execution(attempt))),
            new Path(
                    "MODIFY_AFTER",
                    false,
                    attempt -> RUNTIME.createProcessInstanceModification(attempt.instance())
                            .startAfterActivity(GateEngine.ACT)
                            .execute(true, true)),
            new Path(
                    "MODIFY_BEFORE_NEXT",
                    false,
                    attempt -> RUNTIME.createProcessInstanceModification(attempt.instance())
                            .cancelAllForActivity(GateEngine.ACT)
                            .startBeforeActivity(GateEngine.NEXT)
                            .execute(true, true)),
            new Path(
                    "MODIFY_IN_A_BATCH",
                    false,
                    attempt -> RUNTIME.createModification(definition(attempt))
                            .startAfterActivity(GateEngine.ACT)
                            .processInstanceIds(attempt.instance())
                            .skipCustomListeners()
                            .skipIoMappings()
                            .executeAsync()),
            new Path(
                    "START_BEHIND_IT",
                    false,
                    attempt -> RUNTIME.createProcessInstanceById(definition(attempt))
                            .startBeforeActivity(GateEngine.NEXT)
                            .execute(true, true)));

    @AfterAll
    static void stopEngine() {
        GATE.close();
    }

    @Test
    void noPathLetsAnUnlicensedActHappen() {
        Random random = new Random(20261125);
        RandomPeople people = new RandomPeople(random, TODAY);
        Act[] acts = Act.values();
        for (Act act : acts) {
            GATE.deploy(process(act), act.name());
        }
        Map<Path, int[]> outcomes = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            StaffMember person = people.person("person-" + i);
            STAFF.add(List.of(person));
            for (Path path : PATHS) {
                Act act = acts[1 + random.nextInt(acts.length - 1)];
                boolean judgement = random.nextBoolean();
                String state = people.one(RandomPeople.STATES);
                boolean lawful = !LicenseOracle.licensed(act, "CERT_LIABILITY", "JUDGEMENT", judgement, state)
                        || LicenseOracle.allows(person, state, "CASUALTY", LicenseOracle.committing(act), "BMC", TODAY);
                boolean done = attempt(path, person.userId(), act, state, judgement);
                assertThat(done && !lawful)
                        .as("round %d: %s does %s (%s) by %s", i, person, act, state, path.name())
                        .isFalse();
                if (lawful && !path.endsNothing()) {
                    assertThat(done)
                            .as("round %d: %s may do %s by %s", i, person, act, path.name())
                            .isTrue();
                }
                outcomes.computeIfAbsent(path, key -> new int[2])[done ? 1 : 0]++;
            }
        }
        outcomes.forEach((path, counts) -> {
            assertThat(counts[0]).as("refused by %s", path.name()).isPositive();
            assertThat(counts[1])
                    .as("done by %s", path.name())
                    .satisfies(done -> assertThat(done > 0).isEqualTo(!path.endsNothing()));
        });
        assertThat(GATE.checks().stream().map(LicenseCheck::path).distinct())
                .containsAll(Set.of(
                        LicenseCheck.Path.CLAIM,
                        LicenseCheck.Path.ASSIGN,
                        LicenseCheck.Path.DELEGATE,
                        LicenseCheck.Path.RESOLVE,
                        LicenseCheck.Path.COMPLETE,
                        LicenseCheck.Path.ERROR));
    }

    /** Goes one way. @return whether the person has the task now, or the task has been ended by the person */
    private static boolean attempt(Path path, String person, Act act, String state, boolean judgement) {
        String task = GATE.start(
                process(act),
                Map.of(
                        "workType", "CERT_LIABILITY",
                        "state", state,
                        "licenseState", state,
                        "licenseRequired", judgement,
                        "carrier", "BMC"));
        String instance = TASKS.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        GATE.as(person);
        int behind = instancesBehind(act);
        int refusals = refusals();
        boolean thrown = false;
        try {
            path.way().go(new Attempt(task, instance, person));
        } catch (ProcessEngineException refused) {
            thrown = true;
        }
        Task left = TASKS.createTaskQuery().taskId(task).singleResult();
        if (path.gives()) {
            return left != null && person.equals(left.getAssignee());
        }
        if (path.name().startsWith("RESOLVE")) {
            return !thrown && refusals() == refusals;
        }
        return GATE.passed(instance) || !GATE.waits(instance) || instancesBehind(act) > behind;
    }

    private static int refusals() {
        return (int) GATE.checks().stream()
                .filter(check -> check.outcome() == LicenseCheck.Outcome.REFUSED)
                .count();
    }

    private static int instancesBehind(Act act) {
        return (int) TASKS.createTaskQuery()
                .processDefinitionKey(process(act))
                .taskDefinitionKey(GateEngine.NEXT)
                .count();
    }

    private static String execution(Attempt attempt) {
        ActivityInstance tree = RUNTIME.getActivityInstance(attempt.instance());
        return tree.getActivityInstances(GateEngine.ACT)[0].getExecutionIds()[0];
    }

    private static String definition(Attempt attempt) {
        return TASKS.createTaskQuery().taskId(attempt.task()).singleResult().getProcessDefinitionId();
    }

    private static String process(Act act) {
        return "act-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
