package org.throughline.partner.process;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Agencies;
import org.throughline.staff.Partners;

/** Makes sure at every start that partners' people and systems have the groups and logins that they need. */
@Component
class PartnerStart {

    private final Partners partners;
    private final PartnerRights rights;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    PartnerStart(Partners partners, PartnerRights rights, Agencies agencies, PlatformTransactionManager transactions) {
        this.partners = partners;
        this.rights = rights;
        this.agencies = agencies;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            prepareAll();
        } catch (RuntimeException anotherNodeAtTheSameTime) {
            prepareAll();
        }
    }

    private void prepareAll() {
        transaction.executeWithoutResult(
                status -> agencies.forEach(agency -> partners.all().forEach(rights::prepare)));
    }
}
