package org.throughline.staff.roster;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.staff.roster.ImportOutcome.Change;
import org.throughline.staff.roster.Roster.Actor;
import org.throughline.staff.roster.StaffCsv.Row;
import org.throughline.staff.roster.StaffCsv.Sheet;
import org.throughline.staff.roster.StaffRules.Checked;

/**
 * The list of people as a CSV file. A file adds whom it names and replaces their fields and licenses; who is not in it
 * stays as is, and so do appointments, which it does not have.
 */
@Component
public class RosterFile {

    private final Roster roster;
    private final Staff staff;

    public RosterFile(Roster roster, Staff staff) {
        this.roster = roster;
        this.staff = staff;
    }

    /** A person of the file, and what the list has of that person now. */
    private record Candidate(StaffMember person, @Nullable StaffMember existing) {}

    /** Everybody in the format that the import reads. */
    public byte[] export() {
        return StaffCsv.write(staff.all());
    }

    /**
     * Says what a file would do.
     *
     * @param charset as the sender named it; without one UTF-8 or what the file's first bytes say
     */
    public ImportOutcome dryRun(byte[] file, @Nullable Charset charset, Actor by) {
        List<LineFault> faults = new ArrayList<>();
        return outcome(candidates(file, charset, by, faults), faults);
    }

    /**
     * Takes a file over, all of it or nothing.
     *
     * @throws ImportRefused with everything that is wrong
     */
    @Transactional
    public ImportOutcome take(byte[] file, @Nullable Charset charset, Actor by) {
        List<LineFault> faults = new ArrayList<>();
        List<Candidate> candidates = candidates(file, charset, by, faults);
        ImportOutcome outcome = outcome(candidates, faults);
        if (!faults.isEmpty()) {
            throw new ImportRefused(outcome);
        }
        candidates.stream()
                .filter(one -> one.existing() == null
                        || !Roster.changes(one.existing(), one.person()).isEmpty())
                .forEach(one -> roster.write(one.person(), one.existing(), by));
        return outcome;
    }

    private List<Candidate> candidates(byte[] file, @Nullable Charset charset, Actor by, List<LineFault> faults) {
        Sheet sheet = StaffCsv.read(file, charset);
        faults.addAll(sheet.faults());
        Map<String, PersonRows> people = grouped(sheet.rows(), faults);
        List<StaffMember> all = staff.all();
        Set<String> partners = roster.partnerIds();
        Holders holders = new Holders();
        all.stream().filter(person -> !people.containsKey(person.userId())).forEach(holders::add);

        List<Candidate> candidates = new ArrayList<>();
        for (PersonRows rows : people.values()) {
            faults.addAll(rows.differences());
            @Nullable StaffMember existing = Roster.find(all, rows.userId());
            Checked checked = StaffRules.check(rows.entry(existing), partners);
            @Nullable StaffMember person = checked.person();
            if (person == null) {
                faults.addAll(rows.located(checked.faults()));
            } else {
                faults.addAll(rows.located(holders.check(person)));
                faults.addAll(rows.located(roster.objections(person, existing, by)));
                holders.add(person);
                candidates.add(new Candidate(person, existing));
            }
        }
        faults.sort(Comparator.comparingInt(LineFault::line));
        return candidates;
    }

    /** Rows by person, in the order of the file; a row without a user id goes on with the person above it. */
    private static Map<String, PersonRows> grouped(List<Row> rows, List<LineFault> faults) {
        Map<String, PersonRows> people = new LinkedHashMap<>();
        @Nullable PersonRows current = null;
        for (Row row : rows) {
            String userId = row.get(StaffColumn.USER_ID);
            if (!userId.isEmpty()) {
                current = people.computeIfAbsent(userId, PersonRows::new);
            }
            if (current == null) {
                faults.add(new LineFault(
                        row.line(), StaffColumn.USER_ID.header(), "Is missing, and there is no person above."));
            } else {
                current.add(row);
            }
        }
        return people;
    }

    private static ImportOutcome outcome(List<Candidate> candidates, List<LineFault> faults) {
        List<String> created = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Candidate one : candidates) {
            String userId = one.person().userId();
            if (one.existing() == null) {
                created.add(userId);
                continue;
            }
            List<String> fields = Roster.changes(one.existing(), one.person());
            if (fields.isEmpty()) {
                unchanged.add(userId);
            } else {
                changed.add(new Change(userId, fields));
            }
        }
        return new ImportOutcome(candidates.size(), created, changed, unchanged, List.copyOf(faults));
    }
}
