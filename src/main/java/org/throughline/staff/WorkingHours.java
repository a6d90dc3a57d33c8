package org.throughline.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a week in which somebody works, without a time zone. Written as {@code Mon-Fri 07:00-19:00}; several ranges
 * are separated by {@code ;} or {@code ,}, and one without days repeats the days before it:
 * {@code Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00}. A day that is missing is off; {@code 24:00} ends a day.
 */
public final class WorkingHours {

    private static final Pattern RANGE = Pattern.compile(
            "(?:([A-Za-z]{3,9})(?:\\s*-\\s*([A-Za-z]{3,9}))?\\s+)?(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");
    private static final int DAY = 24 * 60;

    private final Map<DayOfWeek, List<Span>> week;

    /** Minutes of the day, the last one excluded. */
    private record Span(int from, int to) {

        @Override
        public String toString() {
            return clock(from) + "-" + clock(to);
        }
    }

    /** Time in which somebody works without a break. */
    public record Stretch(Instant from, Instant to) {}

    private WorkingHours(Map<DayOfWeek, List<Span>> week) {
        this.week = week;
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException with a sentence for the person who wrote it
     */
    public static WorkingHours parse(String text) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        List<DayOfWeek> days = List.of();
        for (String part : text.split("[;,]", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw new IllegalArgumentException(
                        "\"" + part.strip() + "\" is no range of hours. Write it like Mon-Fri 07:00-19:00.");
            }
            if (range.group(1) != null) {
                days = days(range.group(1), range.group(2));
            }
            if (days.isEmpty()) {
                throw new IllegalArgumentException(
                        "\"" + part.strip() + "\" names no day. Write it like Mon-Fri 07:00-19:00.");
            }
            Span span = span(range.group(3), range.group(4));
            days.forEach(day -> add(week, day, span));
        }
        return new WorkingHours(week);
    }

    /**
     * The hours of each day as {@code 08:00-17:30}; a day that is missing is off.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static WorkingHours of(Map<DayOfWeek, String> hours) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, text) -> parse(name(day) + " " + text)
                .week
                .forEach((same, spans) -> spans.forEach(span -> add(week, same, span))));
        return new WorkingHours(week);
    }

    /** Somebody works at this moment, on the clocks of this zone. */
    public boolean isOpen(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        int minute = there.getHour() * 60 + there.getMinute();
        return spans(there.getDayOfWeek()).stream().anyMatch(span -> span.from() <= minute && minute < span.to());
    }

    /** Whole working minutes from one moment to another on the clocks of this zone; 0 if the second is not later. */
    public long minutesBetween(Instant from, Instant to, ZoneId zone) {
        long seconds = 0;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : on(day, zone)) {
                Instant begin = later(from, stretch.from());
                Instant end = earlier(to, stretch.to());
                seconds += Math.max(0, begin.until(end, ChronoUnit.SECONDS));
            }
        }
        return seconds / 60;
    }

    /**
     * The moment at which this many working minutes have passed, on the clocks of this zone.
     *
     * @throws IllegalStateException where nobody works at any hour of the week
     */
    public Instant after(Instant from, long minutes, ZoneId zone) {
        if (week.isEmpty()) {
            throw new IllegalStateException("There are no working hours to count in.");
        }
        long left = minutes * 60;
        for (LocalDate day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (Span span : spans(day.getDayOfWeek())) {
                Instant begin = later(from, at(day, span.from(), zone));
                long open = Math.max(0, begin.until(at(day, span.to(), zone), ChronoUnit.SECONDS));
                if (open > 0 && left <= open) {
                    return begin.plusSeconds(left);
                }
                left -= open;
            }
        }
    }

    /** The working time of one day on the clocks of this zone, in order. */
    public List<Stretch> on(LocalDate day, ZoneId zone) {
        return spans(day.getDayOfWeek()).stream()
                .map(span -> new Stretch(at(day, span.from(), zone), at(day, span.to(), zone)))
                .toList();
    }

    private List<Span> spans(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    private static void add(Map<DayOfWeek, List<Span>> week, DayOfWeek day, Span span) {
        List<Span> spans = new ArrayList<>(week.getOrDefault(day, List.of()));
        if (spans.stream().anyMatch(other -> span.from() < other.to() && other.from() < span.to())) {
            throw new IllegalArgumentException("Two ranges overlap on " + name(day) + ". Make one range of them.");
        }
        spans.add(span);
        spans.sort((one, other) -> Integer.compare(one.from(), other.from()));
        week.put(day, List.copyOf(spans));
    }

    private static Span span(String from, String to) {
        Span span = new Span(minutes(from), minutes(to));
        if (span.from() >= span.to()) {
            throw new IllegalArgumentException(from + "-" + to
                    + " ends before it begins. Split a night in two, such as Mon 22:00-24:00; Tue 00:00-06:00.");
        }
        return span;
    }

    private static int minutes(String text) {
        int colon = text.indexOf(':');
        int minutes = Integer.parseInt(text.substring(0, colon)) * 60 + Integer.parseInt(text.substring(colon + 1));
        if (minutes > DAY || Integer.parseInt(text.substring(colon + 1)) > 59) {
            throw new IllegalArgumentException("\"" + text + "\" is no time of day. Times go from 00:00 to 24:00.");
        }
        return minutes;
    }

    private static List<DayOfWeek> days(String first, @Nullable String last) {
        DayOfWeek from = day(first);
        DayOfWeek to = last == null ? from : day(last);
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = from; ; day = day.plus(1)) {
            days.add(day);
            if (day == to) {
                return days;
            }
        }
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(text) || name(day).equalsIgnoreCase(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no day. Use Mon, Tue, Wed, Thu, Fri, Sat or Sun.");
    }

    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        return minute == DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String name(DayOfWeek day) {
        String name = day.name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** The notation; days in a row with the same hours are one range, and parsing it gives equal hours. */
    @Override
    public String toString() {
        List<String> ranges = new ArrayList<>();
        DayOfWeek[] all = DayOfWeek.values();
        for (int first = 0; first < all.length; ) {
            List<Span> spans = spans(all[first]);
            int next = first + 1;
            while (next < all.length && spans(all[next]).equals(spans)) {
                next++;
            }
            if (!spans.isEmpty()) {
                String days = name(all[first]) + (next - first == 1 ? "" : "-" + name(all[next - 1]));
                ranges.add(days + " " + spans.stream().map(Span::toString).collect(Collectors.joining(", ")));
            }
            first = next;
        }
        return String.join("; ", ranges);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingHours hours && week.equals(hours.week);
    }

    @Override
    public int hashCode() {
        return week.hashCode();
    }
}
