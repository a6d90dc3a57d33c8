package org.throughline.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgencyScope;

/**
 * Gives every process instance, and with it every task and job, and every decision the tenant of the agency it is begun for,
 * while the models themselves are shared by all agencies; and has everything that runs in an instance run in the scope of
 * its agency.
 */
@Component
public class AgencyPlugin extends AbstractProcessEnginePlugin {

    private final Agencies agencies;

    public AgencyPlugin(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new TenantOfScope(agencies));
        configuration.setDelegateInterceptor(new DelegatesInScope(agencies));
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>();
        all.add(new ScopeOfCommand());
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    /** Stands outside the command's transaction, so a scope that a job came into ends after its commit. */
    private static final class ScopeOfCommand extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            AgencyScope before = AgencyScope.remember();
            try {
                return next.execute(command);
            } finally {
                before.close();
            }
        }
    }

    private record TenantOfScope(Agencies agencies) implements TenantIdProvider {

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext started) {
            return tenant(started.getSuperExecution());
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext started) {
            return tenant(started.getSuperExecution());
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext made) {
            return tenant(made.getExecution());
        }

        private String tenant(@Nullable DelegateExecution within) {
            @Nullable String tenant = within == null ? null : within.getTenantId();
            return tenant == null ? agencies.current().tenant() : tenant;
        }
    }
}
