package org.throughline.platform.engine;

import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.operaton.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/**
 * Gives every process instance, and with it every task and job, and every decision the agency's tenant, while the models
 * themselves are shared by all agencies.
 */
@Component
public class AgencyTenantPlugin extends AbstractProcessEnginePlugin {

    private final AgencyProfile agency;

    public AgencyTenantPlugin(AgencyProfile agency) {
        this.agency = agency;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new OneAgency(agency.tenant()));
    }

    private record OneAgency(String tenant) implements TenantIdProvider {

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext started) {
            return tenant;
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext started) {
            return tenant;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext made) {
            return tenant;
        }
    }
}
