package org.throughline.staff.process;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Agencies;
import org.throughline.staff.StaffImport;
import org.throughline.staff.StaffProperties;

/**
 * Sets up groups, rights, Tasklist's filters and the first people before the first call can come in; all of it or
 * nothing. Later starts find it done.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private final AccessRights rights;
    private final TasklistFilters filters;
    private final StaffImport people;
    private final StaffProperties settings;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    FirstStart(
            AccessRights rights,
            TasklistFilters filters,
            StaffImport people,
            StaffProperties settings,
            Agencies agencies,
            PlatformTransactionManager transactions) {
        this.rights = rights;
        this.filters = filters;
        this.people = people;
        this.settings = settings;
        this.agencies = agencies;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            setUp();
        } catch (RuntimeException anotherNodeAtTheSameTime) {
            if (!rights.exist()) {
                throw anotherNodeAtTheSameTime;
            }
            setUp();
        }
    }

    private void setUp() {
        transaction.executeWithoutResult(status -> {
            if (!rights.exist()) {
                rights.create();
                filters.create();
            }
            rights.letStart();
            agencies.forEach(agency -> {
                rights.createTenant(agency);
                people.importOnce(settings.initialOf(agency, agency.equals(agencies.main())));
            });
        });
    }
}
