package org.throughline.partner;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.staff.Partner;
import org.throughline.staff.Partners;
import org.throughline.staff.Staff;

/** Who stands on a partner's side, and what each sees. */
@Component
public class PartnerAccess {

    private final Staff staff;
    private final Partners partners;

    public PartnerAccess(Staff staff, Partners partners) {
        this.staff = staff;
        this.partners = partners;
    }

    /** What a user sees as a person or system of a partner; empty for everybody else, and for who left the partner. */
    public Optional<PartnerViewer> viewer(String userId) {
        return system(userId)
                .map(partner -> new PartnerViewer(partner.id(), null))
                .or(() -> staff.find(userId)
                        .filter(person -> person.active() && person.partner() != null)
                        .map(person -> new PartnerViewer(String.valueOf(person.partner()), person.queues())));
    }

    /** The partner whose own system logs in with this user id. */
    public Optional<Partner> system(String userId) {
        return partners.all().stream()
                .filter(partner -> userId.equals(partner.workerAccount()))
                .findFirst();
    }

    /** The person works for this partner now. */
    public boolean worksFor(String userId, String partner) {
        return staff.find(userId)
                .filter(person -> person.active() && partner.equals(person.partner()))
                .isPresent();
    }
}
