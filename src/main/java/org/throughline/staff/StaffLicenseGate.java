package org.throughline.staff;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The license gate over the licenses and appointments on file. */
@Component
public class StaffLicenseGate implements LicenseGate {

    private final Staff staff;
    private final Clock clock;

    public StaffLicenseGate(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public Verdict check(String userId, LicenseNeed need) {
        return staff.find(userId)
                .map(person -> check(person, need))
                .orElseGet(() -> LicenseRules.refused(
                        userId + " is not on the list of staff and holds no license on file.",
                        need,
                        LicenseRules.ASK_A_COLLEAGUE));
    }

    @Override
    public Verdict check(StaffMember person, LicenseNeed need) {
        return LicenseRules.check(person, need, LocalDate.now(clock));
    }
}
