package org.throughline.partner.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/**
 * Groups of the engine that hold the people of one partner who work one queue. Several partners can work the same queue;
 * it is this group that is allowed to see a task, so nobody sees another partner's.
 */
@Component
class PartnerGroups {

    private final IdentityService identity;
    private final Staff staff;

    PartnerGroups(IdentityService identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    /** Id of a group; no role or queue has such an id. */
    static String id(String partner, String queue) {
        return "at-" + partner + "-" + queue;
    }

    /** Makes the groups of a partner hold who works there now. */
    void follow(Partner partner) {
        partner.work().stream().map(PartnerWork::queue).distinct().forEach(queue -> follow(partner.id(), queue));
    }

    private void follow(String partner, String queue) {
        String id = id(partner, queue);
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(partner + ", " + queue);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
        Set<String> wanted = staff.all().stream()
                .filter(person -> person.active()
                        && partner.equals(person.partner())
                        && person.queues().contains(queue))
                .map(StaffMember::userId)
                .collect(Collectors.toSet());
        Set<String> there = identity.createUserQuery().memberOfGroup(id).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
        wanted.stream()
                .filter(person -> !there.contains(person)
                        && identity.createUserQuery().userId(person).count() > 0)
                .forEach(person -> identity.createMembership(person, id));
        there.stream()
                .filter(person -> !wanted.contains(person))
                .forEach(person -> identity.deleteMembership(person, id));
    }
}
