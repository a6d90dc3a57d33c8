package org.throughline.automation;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.automation.AutomationRefused.Kind;
import org.throughline.platform.AgencyProfile;

/** The kill switches: throws them and sets them back, and keeps who did it and why. */
@Service
public class KillSwitches {

    private static final int LONGEST_KEY = 120;

    private final SwitchTable switches;
    private final LevelTable history;
    private final WorkTypes workTypes;
    private final AgencyProfile agency;
    private final Clock clock;

    public KillSwitches(
            SwitchTable switches, LevelTable history, WorkTypes workTypes, AgencyProfile agency, Clock clock) {
        this.switches = switches;
        this.history = history;
        this.workTypes = workTypes;
        this.agency = agency;
        this.clock = clock;
    }

    /** Those that are on first, then those that were. */
    public List<KillSwitch> all() {
        return switches.all();
    }

    /**
     * Throws a switch or sets it back. Work that is under way stops before its next effect outside.
     *
     * @throws AutomationRefused if there is nothing of that name, or no reason is given
     */
    @Transactional
    public KillSwitch set(SwitchScope scope, String key, boolean on, String reason, String by) {
        String name = key.strip();
        check(scope, name);
        KillSwitch next = new KillSwitch(scope, name, on, Reasons.checked(reason), by, clock.instant());
        boolean before = switches.find(scope, name).filter(KillSwitch::on).isPresent();
        switches.put(next);
        history.add(new AutomationChange(
                scope.name(), name, word(before), word(on), next.reason(), by, next.at(), false, false, null));
        return next;
    }

    private void check(SwitchScope scope, String key) {
        boolean known = switch (scope) {
            case WORK_TYPE -> workTypes.exists(key);
            case CARRIER -> !key.isEmpty() && key.length() <= LONGEST_KEY;
            case AGENCY -> key.equals(agency.tenant());
        };
        if (!known) {
            throw new AutomationRefused(
                    Kind.NOT_FOUND,
                    switch (scope) {
                        case WORK_TYPE -> "The catalogue has no work type " + key + ".";
                        case CARRIER ->
                            "Name the carrier as the policies do, in at most " + LONGEST_KEY + " characters.";
                        case AGENCY -> "There is no agency " + key + "; this one is " + agency.tenant() + ".";
                    });
        }
    }

    private static String word(boolean on) {
        return on ? "ON" : "OFF";
    }
}
