package org.throughline.carrier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.throughline.carrier.Change.Subject;

/** Whether two ways of writing a value of a {@link Change} mean the same. */
final class IssuedValues {

    private static final Set<String> AMOUNTS =
            Set.of("limit", "deductible", "building", "contents", "payroll", "sales");
    private static final Set<String> FLAGS = Set.of("waiver", "primary", "writtenContract");
    private static final Set<String> CODES =
            Set.of("form", "edition", "make", "model", "entityType", "clause", "state", "licenseState");

    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(K|M|MM)?");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "M/d/uuuu", "uuuuMMdd", "M-d-uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US))
            .toList();

    private static final Map<String, String> ENTITIES = Map.of(
            "LIMITEDLIABILITYCOMPANY", "LLC",
            "LLCORP", "LLC",
            "CORPORATION", "CORP",
            "INCORPORATED", "CORP",
            "INC", "CORP",
            "SOLEPROPRIETOR", "INDIVIDUAL",
            "SOLEPROPRIETORSHIP", "INDIVIDUAL");

    private IssuedValues() {}

    static boolean sameName(Subject subject, String one, String other) {
        return switch (subject) {
            case VEHICLE -> vin(one).equals(vin(other));
            case ADDITIONAL_INSURED, NAMED_INSURED -> PartyNames.same(one, other);
            case MORTGAGEE, LOSS_PAYEE, LIENHOLDER -> PartyNames.sameLender(one, other);
            case DRIVER -> person(one).equals(person(other));
            case LOCATION -> PostalAddresses.street(one).equals(PostalAddresses.street(other));
            case COVERAGE, EXPOSURE -> code(one).equals(code(other));
            case MAILING_ADDRESS -> true;
        };
    }

    /** The value of a key that a {@link Subject} names. */
    static boolean same(String key, String one, String other) {
        if (AMOUNTS.contains(key)) {
            return sameAmounts(one, other);
        }
        if (FLAGS.contains(key)) {
            return flag(one).equals(flag(other));
        }
        if (CODES.contains(key)) {
            return code(one).equals(code(other));
        }
        return switch (key) {
            case "address" -> PostalAddresses.street(one).equals(PostalAddresses.street(other));
            case "city" -> PostalAddresses.city(one).equals(PostalAddresses.city(other));
            case "postalCode", "garagingPostalCode" -> PostalAddresses.samePostalCode(one, other);
            case "loanNumber" -> number(one).equals(number(other));
            case "year" -> year(one).equals(year(other));
            case "birthDate" -> sameDate(one, other);
            default -> PartyNames.plain(one).equals(PartyNames.plain(other));
        };
    }

    /** Letters that no vehicle's number has are read as the digits that they stand for. */
    private static String vin(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('Q', '0')
                .replace('I', '1');
    }

    /** First and last name in either order, without what stands between them. */
    private static List<String> person(String name) {
        List<String> words = Stream.of(PartyNames.plain(name).split(" ", -1))
                .filter(word -> word.length() > 1)
                .sorted()
                .toList();
        return words.size() <= 2 ? words : outer(name);
    }

    private static List<String> outer(String name) {
        boolean lastFirst = name.contains(",");
        List<String> words = Stream.of(
                        PartyNames.plain(lastFirst ? turned(name) : name).split(" ", -1))
                .filter(word -> word.length() > 1)
                .toList();
        return Stream.of(words.get(0), words.get(words.size() - 1)).sorted().toList();
    }

    private static String turned(String name) {
        int comma = name.indexOf(',');
        return name.substring(comma + 1) + " " + name.substring(0, comma);
    }

    private static String code(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return ENTITIES.getOrDefault(plain, plain);
    }

    private static String number(String text) {
        return code(text).replaceFirst("^0+(?=.)", "");
    }

    private static String year(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.length() == 4 ? digits.substring(2) : digits;
    }

    private static String flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1", "x", "on" -> "yes";
            case "n", "no", "false", "0", "", "off" -> "no";
            default -> text.strip().toLowerCase(Locale.ROOT);
        };
    }

    private static boolean sameDate(String one, String other) {
        Optional<LocalDate> a = date(one);
        Optional<LocalDate> b = date(other);
        return (a.isPresent() && b.isPresent()) ? a.equals(b) : one.strip().equalsIgnoreCase(other.strip());
    }

    private static Optional<LocalDate> date(String text) {
        return DATES.stream().flatMap(format -> parsed(text, format).stream()).findFirst();
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), format));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    /** Amounts, also split ones; {@code 100/300} means thousands where the other side writes them out. */
    private static boolean sameAmounts(String one, String other) {
        List<Optional<BigDecimal>> a = amounts(one);
        List<Optional<BigDecimal>> b = amounts(other);
        boolean readable = Stream.concat(a.stream(), b.stream()).allMatch(Optional::isPresent);
        if (!readable) {
            return code(one).equals(code(other));
        }
        return sameIn(a, b, BigDecimal.ONE) || (a.size() > 1 && (sameIn(a, b, THOUSAND) || sameIn(b, a, THOUSAND)));
    }

    private static boolean sameIn(
            List<Optional<BigDecimal>> small, List<Optional<BigDecimal>> large, BigDecimal factor) {
        if (small.size() != large.size()) {
            return false;
        }
        for (int at = 0; at < small.size(); at++) {
            BigDecimal scaled = small.get(at).orElseThrow().multiply(factor);
            if (scaled.compareTo(large.get(at).orElseThrow()) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Optional<BigDecimal>> amounts(String text) {
        return Stream.of(text.split("/", -1)).map(IssuedValues::amount).toList();
    }

    private static Optional<BigDecimal> amount(String text) {
        Matcher amount = AMOUNT.matcher(text.toUpperCase(Locale.ROOT).replaceAll("[$,\\s]|USD", ""));
        if (!amount.matches()) {
            return Optional.empty();
        }
        String unit = Objects.requireNonNullElse(amount.group(2), "");
        BigDecimal factor = unit.isEmpty() ? BigDecimal.ONE : unit.equals("K") ? THOUSAND : THOUSAND.multiply(THOUSAND);
        return Optional.of(new BigDecimal(amount.group(1)).multiply(factor));
    }
}
