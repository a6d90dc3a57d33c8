package org.throughline.staff.roster;

import static org.throughline.staff.roster.Entries.clean;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.Partner;
import org.throughline.staff.PartnerWork;
import org.throughline.staff.Queues;
import org.throughline.staff.WorkingHours;
import org.throughline.staff.roster.PartnerEntry.WorkEntry;

/** Makes a partner of an entry, or says everything that stands against it. */
final class PartnerRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");
    private static final Pattern UNIT = Pattern.compile("[A-Z][A-Z_]*");
    private static final int A_WEEK = 7 * 24 * 60;
    private static final int MOST_UNITS = 100_000;
    private static final List<String> STATES = withAll(Vocabulary.STATES);
    private static final List<String> LINES = withAll(Vocabulary.BUSINESS_LINES);

    private final Entries entries = new Entries();
    private final List<String> workTypes;

    private PartnerRules(List<String> workTypes) {
        this.workTypes = workTypes;
    }

    /** @throws EntryRefused with everything that is wrong */
    static Partner check(PartnerEntry entry, List<String> workTypes) {
        return new PartnerRules(workTypes).check(entry);
    }

    private Partner check(PartnerEntry entry) {
        @Nullable
        String id = entries.shaped(
                "id", entry.id(), 64, ID, "Use small letters, digits and - with a letter or digit first.");
        @Nullable String name = entries.text("name", entry.name(), 200);
        @Nullable ZoneId zone = entries.zone("timeZone", entry.timeZone());
        @Nullable WorkingHours hours = entries.hours("workingHours", entry.workingHours());
        @Nullable Integer acceptBy = entries.number("acceptByMinutes", entry.acceptByMinutes(), 1, A_WEEK);
        @Nullable Integer capacity = entries.number("capacityPerDay", entry.capacityPerDay(), 0, MOST_UNITS);
        @Nullable
        String worker = clean(entry.workerAccount()).isEmpty()
                ? null
                : entries.shaped(
                        "workerAccount", entry.workerAccount(), 64, StaffRules.USER_ID, "It is the id of a login.");
        @Nullable
        Boolean active = clean(entry.active()).isEmpty() ? Boolean.TRUE : entries.flag("active", entry.active());
        List<PartnerWork> work = work(Objects.requireNonNullElse(entry.work(), List.of()));
        if (!entries.faults().isEmpty()
                || id == null
                || name == null
                || zone == null
                || hours == null
                || acceptBy == null
                || capacity == null
                || active == null) {
            throw new EntryRefused(entries.faults());
        }
        return new Partner(id, name, zone, hours, acceptBy, capacity, worker, active, work);
    }

    private List<PartnerWork> work(List<WorkEntry> written) {
        List<PartnerWork> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < written.size(); index++) {
            String at = "work[" + index + "].";
            work(at, written.get(index)).ifPresent(work -> {
                if (!seen.add(work.workType())) {
                    entries.fault(at + "workType", "Is listed twice. Make one entry of the two.");
                }
                read.add(work);
            });
        }
        return read;
    }

    private Optional<PartnerWork> work(String at, WorkEntry written) {
        @Nullable String workType = entries.oneOf(at + "workType", written.workType(), workTypes);
        @Nullable String queue = entries.oneOf(at + "queue", written.queue(), Queues.PARTNER);
        List<String> states = some(at + "states", written.states(), STATES);
        List<String> lines = some(at + "lines", written.lines(), LINES);
        @Nullable
        String price = entries.shaped(
                at + "price", written.price(), 13, PRICE, "Write an amount like 14.00, without a currency.");
        @Nullable
        String currency = entries.oneOf(
                at + "currency",
                written.currency(),
                Currency.getAvailableCurrencies().stream()
                        .map(Currency::getCurrencyCode)
                        .sorted()
                        .toList());
        @Nullable
        String unit =
                entries.shaped(at + "unit", written.unit(), 20, UNIT, "Use one word such as REQUEST or CERTIFICATE.");
        return workType == null || queue == null || price == null || currency == null || unit == null
                ? Optional.empty()
                : Optional.of(new PartnerWork(workType, queue, states, lines, new BigDecimal(price), currency, unit));
    }

    private List<String> some(String field, @Nullable List<String> values, List<String> allowed) {
        if (Entries.texts(values).isEmpty()) {
            entries.fault(field, "Is missing. Use " + PartnerWork.ALL + " for any.");
        }
        List<String> some = entries.someOf(field, values, allowed);
        return some.contains(PartnerWork.ALL) ? List.of(PartnerWork.ALL) : some;
    }

    private static List<String> withAll(List<String> words) {
        return Stream.concat(Stream.of(PartnerWork.ALL), words.stream()).toList();
    }
}
