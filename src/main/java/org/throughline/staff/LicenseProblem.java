package org.throughline.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong, or soon will be, with a license of a person.
 *
 * @param message sentence for a manager
 */
public record LicenseProblem(Kind kind, String number, String state, LocalDate expires, String message) {

    /** Days before a license expires in which somebody should renew it. */
    public static final int NOTICE_DAYS = 60;

    /** What it is. */
    public enum Kind {
        EXPIRED,
        EXPIRING,
        NOT_ACTIVE,
        /** Licenses of other states stand on one of the home state. */
        NO_HOME_LICENSE
    }

    /** The problems of a person's licenses on a day, in the order of the licenses. */
    public static List<LicenseProblem> of(StaffMember person, LocalDate today) {
        List<LicenseProblem> problems = new ArrayList<>();
        for (License license : person.licenses()) {
            of(license, today).ifPresent(problems::add);
        }
        List<License> valid = person.licenses().stream()
                .filter(license -> license.validOn(today))
                .toList();
        if (!valid.isEmpty() && valid.stream().noneMatch(License::resident)) {
            License first = valid.get(0);
            problems.add(
                    problem(
                            Kind.NO_HOME_LICENSE,
                            first,
                            "No license of a home state is valid; those of other states fall with it. Check the home license."));
        }
        return problems;
    }

    private static Optional<LicenseProblem> of(License license, LocalDate today) {
        if (license.expires().isBefore(today) || license.status().equals("EXPIRED")) {
            return Optional.of(problem(Kind.EXPIRED, license, "Expired on " + license.expires() + "."));
        }
        if (!license.status().equals("ACTIVE")) {
            return Optional.of(problem(Kind.NOT_ACTIVE, license, "Is " + license.status() + "."));
        }
        return license.expires().isAfter(today.plusDays(NOTICE_DAYS))
                ? Optional.empty()
                : Optional.of(problem(Kind.EXPIRING, license, "Expires on " + license.expires() + "."));
    }

    private static LicenseProblem problem(Kind kind, License license, String message) {
        return new LicenseProblem(kind, license.number(), license.state(), license.expires(), message);
    }
}
