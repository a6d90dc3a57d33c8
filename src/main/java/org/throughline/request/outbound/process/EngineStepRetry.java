package org.throughline.request.outbound.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.BesideRequest;
import org.throughline.request.outbound.StepRetry;

/** Gives failed asynchronous steps another try at once, all of a request in one transaction. */
@Component
class EngineStepRetry implements StepRetry {

    /** One try now and two more, half an hour and an hour later, before it is an incident again. */
    private static final int TRIES = 3;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final AsSystem system;
    private final Clock clock;

    EngineStepRetry(RuntimeService runtime, ManagementService management, AsSystem system, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.system = system;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int now(String requestNumber) {
        return system.callInCallersName(() -> {
            Instant now = clock.instant();
            List<Job> failed = failed(requestNumber, now);
            try {
                failed.forEach(job -> tryNow(job, Date.from(now)));
            } catch (OptimisticLockingException changed) {
                throw new OptimisticLockingFailureException("A step of " + requestNumber + " is being tried", changed);
            }
            return failed.size();
        });
    }

    private void tryNow(Job job, Date now) {
        if (job.getRetries() == 0) {
            management.setJobRetries(job.getId(), TRIES);
        }
        if (job.getDuedate() != null) {
            management.setJobDuedate(job.getId(), now);
        }
    }

    private List<Job> failed(String requestNumber, Instant now) {
        Set<String> instances = BesideRequest.keys(requestNumber).stream()
                .flatMap(key -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream())
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : management.createJobQuery().processInstanceIds(instances).messages().active().list().stream()
                        .filter(job -> job.getRetries() == 0 || waits(job, now))
                        .toList();
    }

    private static boolean waits(Job job, Instant now) {
        return job.getExceptionMessage() != null
                && job.getDuedate() != null
                && job.getDuedate().toInstant().isAfter(now);
    }
}
