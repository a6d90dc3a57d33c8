package org.throughline.staff.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.StaffMember;
import org.throughline.staff.roster.StaffCsv.Row;
import org.throughline.staff.roster.StaffEntry.AppointmentEntry;
import org.throughline.staff.roster.StaffEntry.LicenseEntry;

/** The rows of one person in a file: the first one describes the person, each one may have a license. */
final class PersonRows {

    private static final Pattern LICENSE_FIELD = Pattern.compile("licenses\\[([0-9]+)]\\.([a-z]+)");

    private final String userId;
    private final List<Row> rows = new ArrayList<>();

    PersonRows(String userId) {
        this.userId = userId;
    }

    String userId() {
        return userId;
    }

    void add(Row row) {
        rows.add(row);
    }

    /** What a further row says of the person that the first one does not; blank cells say nothing. */
    List<LineFault> differences() {
        Row first = rows.get(0);
        List<LineFault> faults = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            for (StaffColumn column : StaffColumn.values()) {
                String cell = row.get(column);
                if (!column.ofLicense() && !cell.isEmpty() && !cell.equals(first.get(column))) {
                    faults.add(new LineFault(
                            row.line(),
                            column.header(),
                            Entries.quoted(cell) + " differs from line " + first.line() + ", where " + userId
                                    + " begins. Make it the same, or leave it empty."));
                }
            }
            if (!row.hasLicense()) {
                faults.add(new LineFault(
                        row.line(), "", "The row adds no license to " + userId + ". Remove it, or complete it."));
            }
        }
        return faults;
    }

    /** The entry that the rows are; appointments stay those that the person has. */
    StaffEntry entry(@Nullable StaffMember existing) {
        Row first = rows.get(0);
        return new StaffEntry(
                userId,
                first.get(StaffColumn.NAME),
                first.get(StaffColumn.TITLE),
                first.get(StaffColumn.ROLE),
                first.get(StaffColumn.EMAIL),
                first.get(StaffColumn.BRANCH),
                first.get(StaffColumn.PARTNER),
                list(first.get(StaffColumn.QUEUES)),
                list(first.get(StaffColumn.SKILLS)),
                list(first.get(StaffColumn.LANGUAGES)),
                first.get(StaffColumn.CAPACITY_MINUTES),
                licensed().stream().map(PersonRows::license).toList(),
                existing == null
                        ? List.of()
                        : existing.appointments().stream()
                                .map(AppointmentEntry::of)
                                .toList(),
                first.get(StaffColumn.TIME_ZONE),
                first.get(StaffColumn.WORKING_HOURS),
                first.get(StaffColumn.ACTIVE));
    }

    private static LicenseEntry license(Row row) {
        return new LicenseEntry(
                row.get(StaffColumn.LICENSE_NUMBER),
                row.get(StaffColumn.NPN),
                row.get(StaffColumn.LICENSE_STATE),
                row.get(StaffColumn.RESIDENT),
                list(row.get(StaffColumn.LICENSE_LINES)),
                row.get(StaffColumn.LICENSE_STATUS),
                row.get(StaffColumn.LICENSE_EFFECTIVE),
                row.get(StaffColumn.LICENSE_EXPIRES));
    }

    private List<Row> licensed() {
        return rows.stream().filter(Row::hasLicense).toList();
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split("[;,|]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The faults of the entry where they are in the file. */
    List<LineFault> located(List<Fault> faults) {
        return faults.stream().map(this::located).toList();
    }

    private LineFault located(Fault fault) {
        Matcher license = LICENSE_FIELD.matcher(fault.field());
        if (license.matches()) {
            Row row = licensed().get(Integer.parseInt(license.group(1)));
            return new LineFault(
                    row.line(), StaffColumn.ofField(license.group(2), true).header(), fault.message());
        }
        return new LineFault(
                rows.get(0).line(), StaffColumn.ofField(fault.field(), false).header(), fault.message());
    }
}
