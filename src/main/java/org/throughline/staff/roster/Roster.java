package org.throughline.staff.roster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Accounts;
import org.throughline.staff.Partner;
import org.throughline.staff.Partners;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.staff.WorkTypes;
import org.throughline.staff.roster.StaffRules.Checked;

/** Writes people and partners on the list, and keeps people's logins in step with it. */
@Component
public class Roster {

    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

    private final Staff staff;
    private final Partners partners;
    private final Accounts accounts;
    private final WorkTypes workTypes;

    public Roster(Staff staff, Partners partners, Accounts accounts, WorkTypes workTypes) {
        this.staff = staff;
        this.partners = partners;
        this.accounts = accounts;
        this.workTypes = workTypes;
    }

    /** Who writes; only an administrator gives, takes or deactivates the role {@code admin}. */
    public record Actor(String userId, boolean administrator) {}

    /**
     * Adds a person or replaces one with all that the person holds.
     *
     * @return true if the person is new
     * @throws EntryRefused with everything that is wrong; nothing was written
     */
    @Transactional
    public boolean put(StaffEntry entry, Actor by) {
        Checked checked = StaffRules.check(entry, partnerIds());
        @Nullable StaffMember person = checked.person();
        if (person == null) {
            throw new EntryRefused(checked.faults());
        }
        List<StaffMember> all = staff.all();
        Holders holders = new Holders();
        all.forEach(holders::add);
        @Nullable StaffMember existing = find(all, person.userId());
        List<Fault> faults = new ArrayList<>(holders.check(person));
        faults.addAll(objections(person, existing, by));
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        write(person, existing, by);
        return existing == null;
    }

    /**
     * Lets a person go: the record stays, the login is locked and in no group any more.
     *
     * @return empty if there is no such person
     * @throws EntryRefused if the caller may not do that
     */
    @Transactional
    public Optional<StaffMember> deactivate(String userId, Actor by) {
        Optional<StaffMember> existing = staff.find(userId);
        existing.ifPresent(person -> {
            List<Fault> faults = objections(person.deactivated(), person, by);
            if (!faults.isEmpty()) {
                throw new EntryRefused(faults);
            }
            write(person.deactivated(), person, by);
        });
        return existing.map(StaffMember::deactivated);
    }

    /**
     * Adds a partner or replaces one with all of its work.
     *
     * @return true if the partner is new
     * @throws EntryRefused with everything that is wrong; nothing was written
     */
    @Transactional
    public boolean putPartner(PartnerEntry entry, Actor by) {
        Partner partner = PartnerRules.check(entry, workTypes.all());
        boolean added = partners.find(partner.id()).isEmpty();
        partners.save(partner);
        LOG.info("Partner {} {} by {}", partner.id(), added ? "added" : "changed", by.userId());
        return added;
    }

    /** What stands against this change besides the entry itself: who makes it, and a login that is somebody else's. */
    List<Fault> objections(StaffMember person, @Nullable StaffMember existing, Actor by) {
        List<Fault> faults = new ArrayList<>();
        boolean administrators = person.role().equals(Roles.ADMIN)
                || (existing != null && existing.role().equals(Roles.ADMIN));
        if (administrators && !by.administrator() && !person.equals(existing)) {
            faults.add(new Fault("role", "Only an administrator changes an administrator or makes one. Ask one."));
        }
        if (person.userId().equals(by.userId()) && losesOwnRole(person, existing, by)) {
            faults.add(new Fault(
                    person.active() ? "role" : "active",
                    "You cannot take away your own access. Ask another manager or administrator."));
        }
        if (existing == null && accounts.isMemberElsewhere(person.userId())) {
            faults.add(new Fault(
                    "userId", "Somebody of another agency has this login, and a login has one role. Use another one."));
        } else if (existing == null && !by.administrator() && accounts.exists(person.userId())) {
            faults.add(new Fault(
                    "userId",
                    "A login with this id is there already. Use another, or ask an administrator to add it."));
        }
        return faults;
    }

    private static boolean losesOwnRole(StaffMember person, @Nullable StaffMember existing, Actor by) {
        if (!person.active()) {
            return true;
        }
        return existing == null
                ? by.administrator() && !person.role().equals(Roles.ADMIN)
                : !person.role().equals(existing.role());
    }

    void write(StaffMember person, @Nullable StaffMember existing, Actor by) {
        if (existing == null) {
            staff.add(List.of(person));
            LOG.info("Person {} added by {}", person.userId(), by.userId());
        } else {
            staff.update(person);
            LOG.info("Person {} changed by {}: {}", person.userId(), by.userId(), changes(existing, person));
        }
        accounts.follow(person);
    }

    Set<String> partnerIds() {
        return partners.all().stream().map(Partner::id).collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable StaffMember find(List<StaffMember> people, String userId) {
        return people.stream()
                .filter(person -> person.userId().equals(userId))
                .findFirst()
                .orElse(null);
    }

    /** Names of what differs; the order in lists does not count. */
    static List<String> changes(StaffMember before, StaffMember after) {
        return Arrays.stream(StaffMember.class.getRecordComponents())
                .filter(part -> !Objects.equals(value(part, before), value(part, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object value(RecordComponent part, StaffMember person) {
        try {
            @Nullable Object value = part.getAccessor().invoke(person);
            return value instanceof Collection<?> list ? new HashSet<>(list) : value;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("A record cannot be read: " + part, impossible);
        }
    }
}
