package org.throughline.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.LicenseGate.Verdict;

/**
 * Whether a person's papers allow an act on a day. A license counts in its own state only, and a non-resident one only
 * while the person holds a valid resident license; PROPERTY and CASUALTY of one state include PERSONAL_LINES.
 */
final class LicenseRules {

    static final String ASK_A_COLLEAGUE = "Ask a licensed colleague, or return the task to the queue.";

    private LicenseRules() {}

    static Verdict check(StaffMember person, LicenseNeed need, LocalDate day) {
        if (!person.active()) {
            return refused(person.name() + " does not work here any more.", need, "Return the task to the queue.");
        }
        List<License> usable = person.licenses().stream()
                .filter(license -> license.validOn(day) && (license.resident() || home(person, day)))
                .filter(license -> need.state() == null
                        ? license.resident()
                        : license.state().equals(need.state()))
                .toList();
        if (usable.isEmpty()) {
            return noLicense(person, need, day);
        }
        return usable.stream().collect(Collectors.groupingBy(License::state)).values().stream()
                .filter(ofOneState -> missing(ofOneState, need.lines()).isEmpty())
                .findFirst()
                .map(ofOneState -> appointed(person, need, day, evidence(ofOneState, need.lines())))
                .orElseGet(() -> refused(
                        person.name() + "'s license " + inWords(usable) + " does not cover "
                                + String.join(", ", missing(usable, need.lines())) + ".",
                        need,
                        ASK_A_COLLEAGUE));
    }

    static Verdict refused(String why, LicenseNeed need, String wayOut) {
        return new Verdict(false, null, why + " This step needs " + need.inWords() + ". " + wayOut);
    }

    private static boolean home(StaffMember person, LocalDate day) {
        return person.licenses().stream().anyMatch(license -> license.resident() && license.validOn(day));
    }

    private static Set<String> missing(Collection<License> held, Set<String> lines) {
        List<String> all =
                held.stream().flatMap(license -> license.lines().stream()).toList();
        return lines.stream().filter(line -> !License.covers(all, line)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The one license that does, or those that do together. */
    private static String evidence(List<License> held, Set<String> lines) {
        Optional<License> one = held.stream()
                .filter(license -> missing(List.of(license), lines).isEmpty())
                .findFirst();
        return one.map(Stream::of).orElseGet(held::stream).map(License::number).collect(Collectors.joining("+"));
    }

    private static Verdict appointed(StaffMember person, LicenseNeed need, LocalDate day, String evidence) {
        if (!need.appointment()) {
            return new Verdict(true, evidence, null);
        }
        if (need.carrier() == null || need.state() == null) {
            return refused(
                    "This step commits a carrier, and the request names no "
                            + (need.carrier() == null ? "carrier." : "state."),
                    need,
                    "Have it filled in first.");
        }
        boolean appointed = person.appointments().stream()
                .anyMatch(appointment -> appointment.carrier().equals(need.carrier())
                        && appointment.state().equals(need.state())
                        && appointment.validOn(day));
        return appointed
                ? new Verdict(true, evidence, null)
                : refused(
                        person.name() + " is not appointed with " + need.carrier() + " in " + need.state() + ".",
                        need,
                        "Ask an appointed colleague, or have the carrier's appointment entered in the staff list.");
    }

    private static Verdict noLicense(StaffMember person, LicenseNeed need, LocalDate day) {
        Optional<License> there = person.licenses().stream()
                .filter(license -> need.state() == null
                        ? license.resident()
                        : license.state().equals(need.state()))
                .max(Comparator.comparing((License license) -> license.validOn(day))
                        .thenComparing(License::expires));
        if (there.isEmpty()) {
            boolean elsewhere = need.state() != null && home(person, day);
            return refused(
                    person.name() + " holds no active license" + (elsewhere ? " in " + need.state() : "") + ".",
                    need,
                    ASK_A_COLLEAGUE);
        }
        String own = person.name() + "'s license " + there.get().number();
        if (there.get().validOn(day)) {
            return refused(own + " is non-resident, and " + fallen(person, day) + ".", need, ASK_A_COLLEAGUE);
        }
        return refused(own + " " + lapsed(there.get(), day) + ".", need, "Renew it, or ask a licensed colleague.");
    }

    private static String fallen(StaffMember person, LocalDate day) {
        @Nullable
        License resident = person.licenses().stream()
                .filter(License::resident)
                .max(Comparator.comparing(License::expires))
                .orElse(null);
        return resident == null
                ? "no resident license is on file"
                : "it falls with the resident license " + resident.number() + ", which " + lapsed(resident, day);
    }

    private static String lapsed(License license, LocalDate day) {
        if (license.expires().isBefore(day)) {
            return "expired on " + license.expires();
        }
        return license.effective().isAfter(day)
                ? "is not effective before " + license.effective()
                : "is not active (" + license.status() + ")";
    }

    private static String inWords(List<License> licenses) {
        return licenses.stream()
                .map(license -> license.number() + " (" + String.join(", ", license.lines()) + ")")
                .collect(Collectors.joining(", "));
    }
}
