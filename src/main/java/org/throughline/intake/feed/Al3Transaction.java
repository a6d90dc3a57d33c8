package org.throughline.intake.feed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.intake.feed.Al3File.Group;

/**
 * One transaction of an AL3 file, as text that people and triage read. Positions count from zero; question marks fill
 * what the carrier does not know. Files that count from one are recognized by where the transaction's code stands.
 */
record Al3Transaction(List<Group> groups) {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("NBS", "new business"),
            Map.entry("NBQ", "new business quote"),
            Map.entry("RWL", "renewal"),
            Map.entry("RWQ", "renewal quote"),
            Map.entry("END", "endorsement"),
            Map.entry("ENQ", "endorsement quote"),
            Map.entry("PCH", "policy change"),
            Map.entry("XLC", "cancellation"),
            Map.entry("XLN", "cancellation or non-renewal notice"),
            Map.entry("REI", "reinstatement"),
            Map.entry("AUD", "audit"),
            Map.entry("INQ", "inquiry"),
            Map.entry("COM", "commission"),
            Map.entry("SYN", "policy synchronization"),
            Map.entry("RIX", "reissue"));
    private static final Map<String, String> OTHERS = Map.of(
            "5CVG", "Coverage part",
            "5VEH", "Vehicle",
            "5DRV", "Driver",
            "5LOC", "Location",
            "5AOI", "Additional interest",
            "5FOR", "Form",
            "5END", "Endorsement",
            "5CLM", "Claim",
            "5RMK", "Remarks");
    private static final String HEADER = "2TRG";
    private static final String POLICY = "5BPI";
    private static final String INSURED = "5BIS";
    private static final String ADDRESS = "9BIS";
    private static final String COVERAGE = "6CVA";
    private static final int DATA = 30;
    private static final int LONGEST_OTHER = 400;
    private static final int MOST_OTHERS = 300;

    /** The transaction's code, such as RWL, or empty. */
    String code() {
        String code = at(HEADER, 167, 169);
        return KINDS.containsKey(code) ? code : "";
    }

    String carrier() {
        return at(HEADER, 47, 79);
    }

    String policyNumber() {
        return at(POLICY, 24, 48);
    }

    String insured() {
        return at(INSURED, 39, 89);
    }

    String subject() {
        String kind = code().isEmpty() ? "transaction" : KINDS.get(code()) + " (" + code() + ")";
        String about = List.of(policyNumber(), insured()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return "Carrier download: " + kind + (about.isEmpty() ? "" : " " + about);
    }

    String body() {
        List<String> lines = new ArrayList<>();
        lines.add(subject());
        add(lines, "Carrier", carrier());
        add(lines, "NAIC", at(POLICY, 59, 63));
        add(lines, "Line of business", either(at(POLICY, 64, 68), at(HEADER, 24, 29)));
        add(lines, "Policy", policyNumber());
        add(lines, "Insured", insured());
        add(lines, "Address", address());
        add(lines, "Phone", at(ADDRESS, 120, 129));
        add(lines, "Transaction effective", date(at(HEADER, 204, 211)));
        add(lines, "Processed", date(at(HEADER, 196, 203)));
        add(lines, "Policy term", term());
        add(lines, "Written premium", money(at(POLICY, 98, 108)));
        groups.stream().filter(group -> group.code().equals(COVERAGE)).forEach(group -> coverage(lines, group));
        others(lines);
        return String.join("\n", lines);
    }

    /** The same for the same transaction, in whatever file and with whatever line breaks it comes. */
    String externalId() {
        String said = groups.stream().map(group -> group.text().stripTrailing()).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.ISO_8859_1));
            return "al3/" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The groups as they came, a line each. */
    byte[] original() {
        return groups.stream()
                .map(group -> group.text() + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void coverage(List<String> lines, Group group) {
        List<String> parts = new ArrayList<>();
        add(parts, "premium", money(value(group, 60, 71)));
        add(parts, "limit", whole(value(group, 103, 112)));
        add(parts, "second limit", whole(value(group, 113, 121)));
        add(parts, "deductible", whole(value(group, 122, 130)));
        String details = String.join("; ", parts).replace(": ", " ");
        add(lines, "Coverage", value(group, 30, 44) + (details.isEmpty() ? "" : ", " + details));
    }

    private void others(List<String> lines) {
        groups.stream()
                .filter(group ->
                        !List.of(HEADER, POLICY, INSURED, ADDRESS, COVERAGE).contains(group.code()))
                .limit(MOST_OTHERS)
                .forEach(group -> add(
                        lines,
                        OTHERS.getOrDefault(group.code(), "Group " + group.code()),
                        shortened(clean(
                                group.text().length() > DATA ? group.text().substring(DATA) : ""))));
    }

    private String address() {
        String town = (at(ADDRESS, 109, 110) + " " + at(ADDRESS, 111, 119)).strip();
        return List.of(at(ADDRESS, 29, 58), at(ADDRESS, 59, 88), at(ADDRESS, 89, 107), town).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String term() {
        String from = shortDate(at(POLICY, 73, 78));
        String to = shortDate(at(POLICY, 79, 84));
        return from.isEmpty() && to.isEmpty() ? "" : from + " to " + to;
    }

    private String at(String code, int from, int to) {
        return groups.stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .map(group -> value(group, from, to))
                .orElse("");
    }

    private String value(Group group, int from, int to) {
        return clean(slice(group.text(), from - shift(), to + 1 - shift()));
    }

    private int shift() {
        String header = groups.get(0).text();
        boolean fromOne = !KINDS.containsKey(slice(header, 167, 170)) && KINDS.containsKey(slice(header, 166, 169));
        return fromOne ? 1 : 0;
    }

    private static String slice(String text, int from, int to) {
        return from >= text.length() ? "" : text.substring(from, Math.min(to, text.length()));
    }

    private static String clean(String text) {
        return text.replace('?', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_OTHER ? text : text.substring(0, LONGEST_OTHER - 1) + "…";
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + ": " + value);
        }
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String shortDate(String value) {
        return value.matches("\\d{6}") ? date("20" + value) : value;
    }

    private static String date(String value) {
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).toString();
        } catch (DateTimeException notADate) {
            return value;
        }
    }

    /** Two decimals are implied; a sign may stand at either end. */
    private static String money(String value) {
        String digits = value.replaceAll("[+-]", "");
        if (!digits.matches("\\d{1,15}")) {
            return value;
        }
        BigDecimal amount = new BigDecimal(digits).movePointLeft(2);
        return formatted("#,##0.00", value.contains("-") ? amount.negate() : amount);
    }

    private static String whole(String value) {
        return value.matches("\\d{1,15}")
                ? new BigDecimal(value).signum() == 0 ? "" : formatted("#,##0", new BigDecimal(value))
                : value;
    }

    private static String formatted(String pattern, BigDecimal amount) {
        return "$" + new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US)).format(amount);
    }
}
