package org.throughline.staff.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holidays of an agency: the federal ones on which it is closed, its own, and those of its state. */
final class Holidays {

    /** Public holidays of the United States (5 U.S.C. 6103). */
    private static final List<HolidayRule> FEDERAL = rules(List.of(
            "01-01 observed: New Year's Day",
            "3rd Mon of Jan: Martin Luther King Jr. Day",
            "3rd Mon of Feb: Washington's Birthday",
            "last Mon of May: Memorial Day",
            "06-19 observed: Juneteenth",
            "07-04 observed: Independence Day",
            "1st Mon of Sep: Labor Day",
            "2nd Mon of Oct: Columbus Day",
            "11-11 observed: Veterans Day",
            "4th Thu of Nov: Thanksgiving Day",
            "12-25 observed: Christmas Day"));

    private final List<HolidayRule> rules;
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    private Holidays(List<HolidayRule> rules) {
        this.rules = rules;
    }

    /**
     * The holidays that count in a state.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote the settings
     */
    static Holidays of(CalendarProperties properties, String state) {
        Set<String> open = new HashSet<>(properties.openOn());
        List<HolidayRule> rules = new ArrayList<>();
        for (HolidayRule federal : FEDERAL) {
            if (!open.remove(federal.name())) {
                rules.add(federal);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", open) + " is no federal holiday. Use names of "
                    + FEDERAL.stream().map(HolidayRule::name).toList() + ".");
        }
        rules.addAll(rules(properties.holidays()));
        rules.addAll(rules(properties.stateHolidays().getOrDefault(state, List.of())));
        return new Holidays(rules);
    }

    /** Name of the holiday that is kept on that day, if it is one. */
    Optional<String> on(LocalDate day) {
        return Optional.ofNullable(
                byYear.computeIfAbsent(day.getYear(), this::year).get(day));
    }

    /** A holiday of New Year may be kept in the year before. */
    private Map<LocalDate, String> year(int year) {
        Map<LocalDate, String> days = new HashMap<>();
        for (HolidayRule rule : rules) {
            for (int around = year - 1; around <= year + 1; around++) {
                rule.in(around)
                        .filter(day -> day.getYear() == year)
                        .ifPresent(day -> days.putIfAbsent(day, rule.name()));
            }
        }
        return days;
    }

    private static List<HolidayRule> rules(List<String> texts) {
        return texts.stream().map(HolidayRule::parse).toList();
    }
}
