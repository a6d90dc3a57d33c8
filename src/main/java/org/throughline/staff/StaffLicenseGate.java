package org.throughline.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The license gate over the licenses on file. */
@Component
public class StaffLicenseGate implements LicenseGate {

    private static final String WAY_OUT = " Ask a licensed colleague, or return the task to the queue.";

    private final Staff staff;
    private final Clock clock;

    public StaffLicenseGate(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public Verdict check(String userId, @Nullable String state, Set<String> lines) {
        Optional<StaffMember> person = staff.find(userId);
        if (person.isEmpty()) {
            return refused(userId + " is not on the list of staff and holds no license on file.", state, lines);
        }
        String name = person.get().name();
        if (!person.get().active()) {
            return refused(name + " does not work here any more.", state, lines);
        }
        List<License> licenses = person.get().licenses();
        LocalDate today = LocalDate.now(clock);
        Predicate<License> there =
                state == null ? License::resident : license -> license.state().equals(state);

        List<License> valid =
                licenses.stream().filter(license -> license.validOn(today)).toList();
        List<License> validThere = valid.stream().filter(there).toList();
        Set<String> missing = lines.stream()
                .filter(line -> validThere.stream().noneMatch(license -> license.covers(line)))
                .collect(Collectors.toCollection(TreeSet::new));

        if (validThere.isEmpty()) {
            Optional<License> lapsed = licenses.stream().filter(there).findFirst();
            if (lapsed.isPresent()) {
                return refused(lapsed(name, lapsed.get(), today), state, lines);
            }
            String where = valid.isEmpty() || state == null ? "" : " in " + state;
            return refused(name + " holds no active license" + where + ".", state, lines);
        }
        if (!missing.isEmpty()) {
            String held = validThere.stream()
                    .map(license -> license.number() + " (" + String.join(", ", license.lines()) + ")")
                    .collect(Collectors.joining(", "));
            return refused(
                    name + "'s license " + held + " does not cover " + String.join(", ", missing) + ".", state, lines);
        }
        return new Verdict(true, evidence(validThere, lines), null);
    }

    private static String evidence(List<License> valid, Set<String> lines) {
        Optional<License> one = valid.stream()
                .filter(license -> lines.stream().allMatch(license::covers))
                .findFirst();
        return one.map(License::number)
                .orElseGet(() -> valid.stream()
                        .filter(license -> lines.stream().anyMatch(license::covers))
                        .map(License::number)
                        .collect(Collectors.joining("+")));
    }

    private static String lapsed(String name, License license, LocalDate today) {
        String of = name + "'s license " + license.number();
        if (license.expires().isBefore(today)) {
            return of + " expired on " + license.expires() + ".";
        }
        return license.effective().isAfter(today)
                ? of + " is not effective before " + license.effective() + "."
                : of + " is not active (" + license.status() + ").";
    }

    private static Verdict refused(String why, @Nullable String state, Set<String> lines) {
        String needed = lines.isEmpty() ? "an active license" : String.join(", ", new TreeSet<>(lines));
        String where = state == null ? "" : " (" + state + ")";
        return new Verdict(false, null, why + " This step needs " + needed + where + "." + WAY_OUT);
    }
}
