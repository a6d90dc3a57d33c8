package org.throughline.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The licensing rules once more, written down as plainly as the law says them and without a look at the gate. What it
 * forbids, nothing may allow.
 */
public final class LicenseOracle {

    private static final Set<String> INTERNAL =
            Set.of("COMMISSION_INQUIRY", "DOWNLOAD_EXCEPTION", "AMS_DATA_FIX", "NOT_WORK");
    private static final Set<String> CERTIFICATES =
            Set.of("CERT_LIABILITY", "CERT_PROPERTY", "EVIDENCE_PROPERTY", "CERT_BULK_RENEWAL");

    private static final Set<Act> ALWAYS = Set.of(Act.SOLICIT, Act.NEGOTIATE, Act.ADVISE, Act.QUOTE);

    private LicenseOracle() {}

    /**
     * Whether an act is licensed at all.
     *
     * @param need NEVER, JUDGEMENT or ALWAYS, as the catalogue has it for the work type
     */
    public static boolean licensed(Act act, String workType, String need, boolean judgement, String state) {
        if (act == Act.CLERICAL) {
            return false;
        }
        if (committing(act) || ALWAYS.contains(act)) {
            return true;
        }
        if (INTERNAL.contains(workType)) {
            return false;
        }
        if (act == Act.TAKE_APPLICATION) {
            return state.equals("WA");
        }
        boolean issuance =
                CERTIFICATES.contains(workType) || act == Act.AUTHORIZE_CERTIFICATE || act == Act.AUTHORIZE_ENDORSEMENT;
        if (state.equals("WA") && issuance) {
            return true;
        }
        return need.equals("ALWAYS") || (need.equals("JUDGEMENT") && judgement);
    }

    /** Whether an act commits a carrier, so that the carrier must have appointed the person. */
    public static boolean committing(Act act) {
        return act == Act.SELL || act == Act.BIND || act == Act.SIGN;
    }

    /**
     * Whether a person may do a licensed act.
     *
     * @param state empty where it is not known
     * @param line empty where any line will do
     * @param carrier the carrier that the act commits; null where it commits none
     */
    public static boolean allows(
            StaffMember person,
            String state,
            String line,
            boolean committing,
            @Nullable String carrier,
            LocalDate day) {
        boolean home = false;
        for (License license : person.licenses()) {
            if (license.resident() && inForce(license, day)) {
                home = true;
            }
        }
        if (!home || !person.active()) {
            return false;
        }
        boolean covered = false;
        for (License one : person.licenses()) {
            if (state.isEmpty() ? one.resident() : one.state().equals(state)) {
                covered |= covers(person.licenses(), one.state(), state.isEmpty(), line, day);
            }
        }
        return covered && (!committing || appointed(person.appointments(), carrier, state, day));
    }

    /** Whether the licenses of one state, put together, give authority for a line. */
    private static boolean covers(
            List<License> licenses, String state, boolean onlyResident, String line, LocalDate day) {
        boolean property = false;
        boolean casualty = false;
        for (License license : licenses) {
            if (license.state().equals(state) && inForce(license, day) && (!onlyResident || license.resident())) {
                if (line.isEmpty() || license.lines().contains(line)) {
                    return true;
                }
                property |= license.lines().contains("PROPERTY");
                casualty |= license.lines().contains("CASUALTY");
            }
        }
        return line.equals("PERSONAL_LINES") && property && casualty;
    }

    private static boolean inForce(License license, LocalDate day) {
        return license.status().equals("ACTIVE")
                && day.compareTo(license.effective()) >= 0
                && day.compareTo(license.expires()) <= 0;
    }

    private static boolean appointed(
            List<Appointment> appointments, @Nullable String carrier, String state, LocalDate day) {
        for (Appointment appointment : appointments) {
            LocalDate expires = appointment.expires();
            if (appointment.carrier().equals(carrier)
                    && appointment.state().equals(state)
                    && day.compareTo(appointment.effective()) >= 0
                    && (expires == null || day.compareTo(expires) <= 0)) {
                return true;
            }
        }
        return false;
    }
}
