package org.throughline.request.sla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.operaton.bpm.engine.DecisionService;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.repository.DeploymentBuilder;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.operaton.bpm.engine.task.Task;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.AgencyClock;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.transactions.FirstInsert;
import org.throughline.reporting.projection.ReportingEngine;
import org.throughline.request.process.RequestStatusPlugin;
import org.throughline.request.process.ServiceClock;
import org.throughline.request.sla.process.DueDates;
import org.throughline.request.sla.process.SlaPause;
import org.throughline.staff.calendar.BusinessCalendar;
import org.throughline.staff.calendar.TestCalendars;

/** The clocks of requests on the project's models, with the read side and a clock that moves, and without far ends. */
final class SlaWorld implements AutoCloseable {

    static final ZoneId HOUSTON = ZoneId.of("America/Chicago");

    private final ReportingEngine reporting = new ReportingEngine();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private int opened;

    SlaWorld(String now) {
        moveTo(now);
        reporting.configuring(this::configure);
        context.registerBean(Agencies.class, () -> Agencies.only(reporting.agency()));
        context.registerBean(AgencyProfile.class, reporting::agency);
        context.registerBean(JdbcClient.class, reporting::jdbc);
        context.registerBean(PlatformTransactionManager.class, reporting::transactions);
        context.registerBean(FirstInsert.class);
        context.registerBean(Clock.class, () -> new AgencyClock(HOUSTON));
        context.registerBean(BusinessCalendar.class, TestCalendars::harborline);
        context.registerBean(
                SlaProperties.class,
                () -> new SlaProperties(Duration.ofSeconds(30), new BigDecimal("0.25"), 1, Duration.ofHours(1)));
        context.registerBean(RuntimeService.class, () -> engine().getRuntimeService());
        context.registerBean(TaskService.class, () -> engine().getTaskService());
        context.registerBean(DecisionService.class, () -> engine().getDecisionService());
        context.registerBean(IdentityService.class, () -> engine().getIdentityService());
        context.registerBean(AsSystem.class);
        context.scan("org.throughline.request.sla");
        context.refresh();
        deploy();
    }

    private void configure(SpringProcessEngineConfiguration configuration) {
        configuration.getProcessEnginePlugins().add(new RequestStatusPlugin(context.getBean(SlaPause.class)));
        Map<Object, Object> beans = new HashMap<>();
        beans.put(
                "serviceClock",
                new ServiceClock(
                        context.getBean(SlaRules.class),
                        context.getBean(SlaTimes.class),
                        context.getBean(Clock.class)));
        for (String name : List.of("reassignRequestDelegate", "recordDecisionDelegate")) {
            beans.put(name, (JavaDelegate)
                    execution -> context.getBean(name, JavaDelegate.class).execute(execution));
        }
        beans.put("writeQuestionDelegate", (JavaDelegate) execution -> execution.setVariable("reminders", 0));
        beans.put("sendLetterDelegate", (JavaDelegate) execution -> {});
        beans.put("closingComparedListener", (ExecutionListener) execution -> {});
        configuration.setBeans(beans);
    }

    private void deploy() {
        DeploymentBuilder deployment =
                engine().getRepositoryService().createDeployment().name("models");
        for (Path folder : List.of(Path.of("processes"), Path.of("dmn"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)"))
                        .sorted()
                        .toList()) {
                    deployment.addString(String.valueOf(file.getFileName()), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
    }

    ProcessEngine engine() {
        return reporting.engine();
    }

    JdbcClient jdbc() {
        return reporting.jdbc();
    }

    SlaEvents events() {
        return context.getBean(SlaEvents.class);
    }

    SlaPatrol patrol() {
        return context.getBean(SlaPatrol.class);
    }

    DueDates dueDates() {
        return context.getBean(DueDates.class);
    }

    /** Another node on the same database. */
    SlaPatrol secondPatrol() {
        return new SlaPatrol(
                context.getBean(SlaWatch.class),
                context.getBean(SlaPlan.class),
                events(),
                context.getBean(SlaActions.class),
                reporting.transactions(),
                context.getBean(Clock.class),
                reporting.agency());
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HOUSTON).toInstant();
    }

    /** Sets the clock of engine and application, which then stands. */
    void moveTo(String local) {
        ClockUtil.setCurrentTime(Date.from(at(local)));
    }

    /** Opens a request that a person carries out. */
    String open(Map<String, Object> more) {
        String number = "SR-2026-%06d".formatted(++opened);
        Map<String, Object> facts = new HashMap<>(Map.of(
                "requestNumber",
                number,
                "workType",
                "ENDT_DRIVER",
                "classification",
                "AUTO",
                "senderRole",
                "AUTHORIZED_CONTACT",
                "automationLevel",
                "APPROVE_ALL",
                "partnerQueue",
                "NONE",
                "mark",
                "NONE",
                "alarm",
                "NONE",
                "lineOfBusiness",
                "AUTO"));
        facts.putAll(Map.of(
                "authenticated", true,
                "securityFlag", false,
                "judgement", false,
                "contractAttached", false,
                "surplusLines", false,
                "missingInfo", false,
                "commercial", true,
                "acknowledge", false,
                "hoursToHardDate", 9999,
                "hoursToNeededBy", 9999));
        facts.putAll(
                Map.of("state", "TX", "clientId", "20013", "clientName", "Okafor Plumbing", "replyTo", "d@o.example"));
        facts.putAll(more);
        engine().getRuntimeService().startProcessInstanceByKey("service-request", number, facts);
        return number;
    }

    Task task(String number) {
        return engine().getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .initializeFormKeys()
                .singleResult();
    }

    void complete(String number, Map<String, Object> variables) {
        engine().getTaskService().complete(task(number).getId(), variables);
    }

    /** The person asks the client for something; the question has gone out. */
    void askTheClient(String number) {
        complete(number, Map.of("decision", "ASK", "question", "- date of birth"));
        Job letter = engine().getManagementService()
                .createJobQuery()
                .messages()
                .activityId("Task_SendLetter")
                .singleResult();
        engine().getManagementService().executeJob(letter.getId());
    }

    Instant due(String number) {
        return jdbc().sql("select sla_due_at from service_request where number = ?")
                .param(number)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    @Override
    public void close() {
        AgencyClock.reset();
        context.close();
        reporting.close();
    }
}
