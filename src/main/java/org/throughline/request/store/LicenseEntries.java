package org.throughline.request.store;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.throughline.request.TimelineEntry;
import org.throughline.request.TimelineEntry.Kind;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseChecks;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/** What the license gate answered about a request, as sentences. */
@Component
class LicenseEntries {

    private final LicenseChecks checks;
    private final Staff staff;

    LicenseEntries(LicenseChecks checks, Staff staff) {
        this.checks = checks;
        this.staff = staff;
    }

    List<TimelineEntry> of(String requestNumber) {
        return checks.ofRequest(requestNumber).stream().map(this::entry).toList();
    }

    private TimelineEntry entry(LicenseCheck check) {
        boolean allowed = check.outcome() == Outcome.ALLOWED;
        String name = staff.find(check.person()).map(StaffMember::name).orElse(check.person());
        String title = name + (allowed ? " was allowed to " : " tried to ")
                + check.path().verb() + " “" + check.taskName() + "”" + (allowed ? "" : "; refused");
        return new TimelineEntry(
                check.at(),
                Kind.LICENSE,
                title,
                allowed ? acts(check) : check.reason(),
                check.person(),
                allowed && !check.licenses().isEmpty() ? check.licenses() : null,
                check.task());
    }

    private static String acts(LicenseCheck check) {
        String where = (check.lines().isEmpty() ? "" : " " + check.lines())
                + (check.state() == null ? "" : " " + check.state());
        String acts = check.acts().replace(',', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return (acts + where + (check.reason().isEmpty() ? "" : ". " + check.reason())).strip();
    }
}
