package org.throughline.platform.engine;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.operaton.bpm.engine.impl.delegate.DelegateInvocation;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;

/**
 * Calls delegates, listeners and expressions in the scope of the agency whose instance they run in. A command that nobody's
 * scope surrounds, which a job is, comes into it with the first of them and stays until it ends, because the read side is
 * written just before the commit. Job handlers are not wrapped for that: the engine looks at their classes.
 */
class DelegatesInScope extends DefaultDelegateInterceptor {

    private final Agencies agencies;

    DelegatesInScope(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        if (!(invocation.getContextExecution() instanceof DelegateExecution execution)
                || execution.getTenantId() == null) {
            super.handleInvocation(invocation);
            return;
        }
        Agency agency = agencies.of(execution.getTenantId());
        if (AgencyScope.current().isEmpty()) {
            AgencyScope.change(agency);
            super.handleInvocation(invocation);
            return;
        }
        AgencyScope scope = AgencyScope.enter(agency);
        try {
            super.handleInvocation(invocation);
        } finally {
            scope.close();
        }
    }
}
