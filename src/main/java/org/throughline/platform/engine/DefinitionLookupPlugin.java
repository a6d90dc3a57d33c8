package org.throughline.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.operaton.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.operaton.bpm.engine.impl.interceptor.Session;
import org.operaton.bpm.engine.impl.interceptor.SessionFactory;
import org.operaton.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.springframework.stereotype.Component;

/**
 * Spares a job the look-ups of its own definitions, which the engine makes anew in every transaction: fifteen
 * of a certificate's statements. Only threads of the job executor get what was read a few seconds ago; a person's command, which
 * may change a definition, always reads. Whether a job may run is not among it: that stands in the job itself.
 */
@Component
public class DefinitionLookupPlugin extends AbstractProcessEnginePlugin {

    private final RecentDefinitions<JobDefinitionEntity> jobs;
    private final RecentDefinitions<ProcessDefinitionEntity> processes;
    private final RecentDefinitions<DecisionDefinitionEntity> decisions;

    public DefinitionLookupPlugin() {
        this(System::nanoTime);
    }

    DefinitionLookupPlugin(LongSupplier nanoTime) {
        jobs = new RecentDefinitions<>(nanoTime);
        processes = new RecentDefinitions<>(nanoTime);
        decisions = new RecentDefinitions<>(nanoTime);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<SessionFactory> factories = configuration.getCustomSessionFactories() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomSessionFactories());
        factories.add(new Managers(JobDefinitionManager.class, () -> new JobDefinitions(jobs)));
        factories.add(new Managers(ProcessDefinitionManager.class, () -> new ProcessDefinitions(processes)));
        factories.add(new Managers(DecisionDefinitionManager.class, () -> new DecisionDefinitions(decisions)));
        configuration.setCustomSessionFactories(factories);
    }

    static boolean jobRuns() {
        return Context.getJobExecutorContext() != null;
    }

    private record Managers(Class<?> getSessionType, Supplier<Session> sessions) implements SessionFactory {

        @Override
        public Session openSession() {
            return sessions.get();
        }
    }

    private static final class JobDefinitions extends JobDefinitionManager {

        private final RecentDefinitions<JobDefinitionEntity> recent;

        JobDefinitions(RecentDefinitions<JobDefinitionEntity> recent) {
            this.recent = recent;
        }

        /** A batch changes its own job definitions while its jobs run, so theirs, of no process, are always read. */
        @Override
        public @Nullable JobDefinitionEntity findById(String id) {
            Optional<JobDefinitionEntity> known = jobRuns() ? recent.recall(id) : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
            @Nullable JobDefinitionEntity read = super.findById(id);
            if (jobRuns() && read != null && read.getProcessDefinitionId() != null) {
                recent.remember(id, read);
            }
            return read;
        }
    }

    private static final class ProcessDefinitions extends ProcessDefinitionManager {

        private final RecentDefinitions<ProcessDefinitionEntity> recent;

        ProcessDefinitions(RecentDefinitions<ProcessDefinitionEntity> recent) {
            this.recent = recent;
        }

        /**
         * Asked by the engine's cache of parsed definitions, which takes over from the answer what may have changed since;
         * where that was done a moment ago, the answer is what the cache holds.
         */
        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionById(String id) {
            Optional<ProcessDefinitionEntity> known = jobRuns() ? parsed(id) : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
            @Nullable ProcessDefinitionEntity read = super.findLatestDefinitionById(id);
            if (jobRuns() && read != null) {
                recent.remember(id, read);
            }
            return read;
        }

        private Optional<ProcessDefinitionEntity> parsed(String id) {
            return recent.recall(id)
                    .map(read -> Context.getProcessEngineConfiguration()
                            .getDeploymentCache()
                            .findProcessDefinitionFromCache(id));
        }
    }

    /** Which version of a table is the latest one: a table deployed now serves jobs that begin a few seconds later. */
    private static final class DecisionDefinitions extends DecisionDefinitionManager {

        private final RecentDefinitions<DecisionDefinitionEntity> recent;

        DecisionDefinitions(RecentDefinitions<DecisionDefinitionEntity> recent) {
            this.recent = recent;
        }

        @Override
        public @Nullable DecisionDefinitionEntity findLatestDefinitionByKey(String key) {
            return latest(key, () -> super.findLatestDefinitionByKey(key));
        }

        @Override
        public @Nullable DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(
                String key, @Nullable String tenant) {
            return latest(tenant + " " + key, () -> super.findLatestDefinitionByKeyAndTenantId(key, tenant));
        }

        private @Nullable DecisionDefinitionEntity latest(
                String key, Supplier<@Nullable DecisionDefinitionEntity> reading) {
            Optional<DecisionDefinitionEntity> known = jobRuns() ? recent.recall(key) : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
            @Nullable DecisionDefinitionEntity read = reading.get();
            if (jobRuns() && read != null) {
                recent.remember(key, read);
            }
            return read;
        }
    }
}
