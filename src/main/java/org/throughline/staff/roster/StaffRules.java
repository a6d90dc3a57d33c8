package org.throughline.staff.roster;

import static org.throughline.staff.roster.Entries.clean;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.security.Roles;
import org.throughline.staff.Appointment;
import org.throughline.staff.License;
import org.throughline.staff.Queues;
import org.throughline.staff.StaffMember;
import org.throughline.staff.WorkingHours;
import org.throughline.staff.roster.StaffEntry.AppointmentEntry;
import org.throughline.staff.roster.StaffEntry.LicenseEntry;

/** Makes a person of an entry, or says everything that stands against it. */
final class StaffRules {

    /** What the engine takes for a user id; it is part of addresses too, and so some words are taken. */
    static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]*");

    private static final Set<String> TAKEN = Set.of("import", "export", "vocabulary");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9][^@\\s,;<>\"]*@[^@\\s,;<>\"]+\\.[A-Za-z]{2,}");
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]*");
    private static final Pattern SKILL = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,39}");
    private static final Pattern LICENSE_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]*");
    private static final Pattern NPN = Pattern.compile("[0-9]{1,10}");
    private static final Pattern CARRIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    private static final int MINUTES_A_DAY = 1440;
    private static final int LONGEST_LIST = 500;
    private static final int LONGEST_LANGUAGES = 100;
    private static final int LONGEST_LINES = 200;
    private static final int LONGEST_HOURS = 200;

    private final StaffEntry entry;
    private final Set<String> partners;
    private final Entries entries = new Entries();

    private StaffRules(StaffEntry entry, Set<String> partners) {
        this.entry = entry;
        this.partners = partners;
    }

    /** The person whom the entry describes, or every fault of the entry. */
    record Checked(@Nullable StaffMember person, List<Fault> faults) {

        static Checked faulty(List<Fault> faults) {
            return new Checked(null, faults);
        }
    }

    /**
     * Checks an entry for itself; what two people may not share is the business of {@link Holders}.
     *
     * @param partners ids of the partners that there are
     */
    static Checked check(StaffEntry entry, Set<String> partners) {
        return new StaffRules(entry, partners).check();
    }

    private Checked check() {
        @Nullable String userId = userId();
        @Nullable String name = entries.text("name", entry.name(), 200);
        @Nullable String title = entries.text("title", entry.title(), 200);
        @Nullable String role = entries.oneOf("role", entry.role(), Roles.ALL);
        @Nullable
        String email = clean(entry.email()).isEmpty()
                ? null
                : entries.shaped("email", entry.email(), 320, EMAIL, "Write it like ann@agency.example.");
        @Nullable
        String branch = clean(entry.branch()).isEmpty()
                ? null
                : entries.shaped("branch", entry.branch(), 20, BRANCH, "Use the branch's short name, such as HOU.");
        @Nullable String partner = partner(role);
        List<String> queues = role == null
                ? List.of()
                : entries.someOf(
                        "queues", entry.queues(), role.equals(Roles.PARTNER) ? Queues.PARTNER : Queues.IN_HOUSE);
        List<String> skills = skills();
        List<String> languages = languages();
        @Nullable Integer capacity = entries.number("capacityMinutes", entry.capacityMinutes(), 0, MINUTES_A_DAY);
        List<License> licenses = licenses();
        List<Appointment> appointments = appointments();
        @Nullable ZoneId zone = clean(entry.timeZone()).isEmpty() ? null : entries.zone("timeZone", entry.timeZone());
        @Nullable WorkingHours hours = hours();
        @Nullable
        Boolean active = clean(entry.active()).isEmpty() ? Boolean.TRUE : entries.flag("active", entry.active());
        if (!entries.faults().isEmpty()
                || userId == null
                || name == null
                || title == null
                || role == null
                || capacity == null
                || active == null) {
            return Checked.faulty(entries.faults());
        }
        return new Checked(
                new StaffMember(
                        userId,
                        name,
                        title,
                        role,
                        email,
                        branch,
                        partner,
                        queues,
                        skills,
                        languages,
                        capacity,
                        licenses,
                        appointments,
                        zone,
                        hours,
                        active),
                List.of());
    }

    private @Nullable String userId() {
        @Nullable
        String id = entries.shaped(
                "userId", entry.userId(), 64, USER_ID, "Use letters, digits and . _ @ - with a letter or digit first.");
        if (id != null && TAKEN.contains(id)) {
            entries.fault("userId", "\"" + id + "\" is taken by the application itself. Use another.");
        }
        return id;
    }

    private @Nullable String partner(@Nullable String role) {
        String partner = clean(entry.partner());
        if (Roles.PARTNER.equals(role)) {
            return entries.oneOf("partner", partner, partners);
        }
        if (role != null && !partner.isEmpty()) {
            entries.fault("partner", "Leave it empty: only who has the role partner works for one.");
        }
        return null;
    }

    private List<String> skills() {
        List<String> skills = Entries.texts(entry.skills()).stream()
                .map(skill -> skill.toUpperCase(Locale.ROOT).replace(' ', '_'))
                .distinct()
                .toList();
        skills.stream()
                .filter(skill -> !SKILL.matcher(skill).matches())
                .forEach(skill -> entries.fault(
                        "skills", Entries.quoted(skill) + " is no skill. Use letters, digits and _, such as CLAIMS."));
        return bounded("skills", skills, LONGEST_LIST);
    }

    private List<String> languages() {
        List<String> languages = Entries.texts(entry.languages()).stream()
                .map(language -> language.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        languages.stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(language -> entries.fault(
                        "languages", Entries.quoted(language) + " is no language. Use two letters, such as en or es."));
        return bounded("languages", languages, LONGEST_LANGUAGES);
    }

    private List<String> bounded(String field, List<String> list, int longest) {
        if (String.join(",", list).length() > longest) {
            entries.fault(field, "Are too many. Shorten them to " + longest + " characters altogether.");
        }
        return list;
    }

    private @Nullable WorkingHours hours() {
        if (clean(entry.workingHours()).isEmpty()) {
            return null;
        }
        @Nullable WorkingHours hours = entries.hours("workingHours", entry.workingHours());
        if (hours != null && hours.toString().length() > LONGEST_HOURS) {
            entries.fault("workingHours", "Are too many ranges. Shorten them to " + LONGEST_HOURS + " characters.");
        }
        return hours;
    }

    private List<License> licenses() {
        List<License> read = new ArrayList<>();
        List<LicenseEntry> written = Objects.requireNonNullElse(entry.licenses(), List.of());
        Set<String> seen = new HashSet<>();
        @Nullable License home = null;
        for (int index = 0; index < written.size(); index++) {
            String at = "licenses[" + index + "].";
            Optional<License> checked = license(at, written.get(index));
            if (checked.isEmpty()) {
                continue;
            }
            License license = checked.get();
            if (!seen.add(license.state() + " " + license.number())) {
                entries.fault(at + "number", "The license is listed twice. Remove one of the two.");
            }
            if (!read.isEmpty() && !read.get(0).npn().equals(license.npn())) {
                entries.fault(at + "npn", "Differs from " + read.get(0).npn() + ". A person has one NPN.");
            }
            if (license.resident() && home != null && !home.state().equals(license.state())) {
                entries.fault(
                        at + "resident",
                        "Is resident in " + home.state() + " too. A person has one home state; make the others false.");
            }
            home = license.resident() && home == null ? license : home;
            read.add(license);
        }
        return read;
    }

    private Optional<License> license(String at, LicenseEntry written) {
        @Nullable
        String number = entries.shaped(
                at + "number", written.number(), 40, LICENSE_NUMBER, "Use letters, digits, spaces and . / - only.");
        @Nullable
        String npn = entries.shaped(
                at + "npn", written.npn(), 20, NPN, "It is the National Producer Number, up to ten digits.");
        @Nullable String state = entries.oneOf(at + "state", written.state(), Vocabulary.STATES);
        @Nullable Boolean resident = entries.flag(at + "resident", written.resident());
        List<String> lines = entries.someOf(at + "lines", written.lines(), Vocabulary.LICENSE_LINES);
        if (Entries.texts(written.lines()).isEmpty()) {
            entries.fault(at + "lines", "Name at least one line of authority, such as PROPERTY or CASUALTY.");
        }
        bounded(at + "lines", lines, LONGEST_LINES);
        @Nullable String status = entries.oneOf(at + "status", written.status(), Vocabulary.LICENSE_STATUSES);
        @Nullable LocalDate effective = entries.date(at + "effective", written.effective());
        @Nullable LocalDate expires = entries.date(at + "expires", written.expires());
        inOrder(at, effective, expires);
        return number == null
                        || npn == null
                        || state == null
                        || resident == null
                        || status == null
                        || effective == null
                        || expires == null
                ? Optional.empty()
                : Optional.of(new License(number, npn, state, resident, lines, status, effective, expires));
    }

    private List<Appointment> appointments() {
        List<Appointment> read = new ArrayList<>();
        List<AppointmentEntry> written = Objects.requireNonNullElse(entry.appointments(), List.of());
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < written.size(); index++) {
            String at = "appointments[" + index + "].";
            AppointmentEntry one = written.get(index);
            @Nullable
            String carrier =
                    entries.shaped(at + "carrier", one.carrier(), 64, CARRIER, "Use the carrier's code, such as BMC.");
            @Nullable String state = entries.oneOf(at + "state", one.state(), Vocabulary.STATES);
            @Nullable LocalDate effective = entries.date(at + "effective", one.effective());
            @Nullable
            LocalDate expires = clean(one.expires()).isEmpty() ? null : entries.date(at + "expires", one.expires());
            inOrder(at, effective, expires);
            if (carrier != null && state != null && effective != null) {
                if (!seen.add(carrier + " " + state)) {
                    entries.fault(at + "carrier", "The appointment is listed twice. Remove one of the two.");
                }
                read.add(new Appointment(carrier, state, effective, expires));
            }
        }
        return read;
    }

    private void inOrder(String at, @Nullable LocalDate effective, @Nullable LocalDate expires) {
        if (effective != null && expires != null && expires.isBefore(effective)) {
            entries.fault(
                    at + "expires", "Is before " + effective + ", when it becomes effective. Correct one of them.");
        }
    }
}
