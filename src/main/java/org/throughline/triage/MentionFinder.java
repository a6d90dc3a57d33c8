package org.throughline.triage;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.Mention.Kind;
import org.throughline.triage.Mention.Source;

/**
 * Finds what a message names and where. Offsets count in the subject, the body and the forwarded text as they were handed
 * over; quoted history and sensitive numbers are left out, and what stands in attachments has no place here.
 */
final class MentionFinder {

    private static final int LONGEST = 20_000;
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final QuickPattern QUOTED = QuickPattern.compile("(?m)^[ \\t]*>.*$");
    private static final QuickPattern SENTENCE_BEFORE = QuickPattern.compile("[^.!?\\n]{0,70}$");
    private static final QuickPattern PAST = QuickPattern.compile(
            "\\b(sold|traded|totaled|happened|occurred|hit|was|were|had|got|bought|moved|left|called|spoke|talked|sent"
                    + "|told|paid|mailed|signed|received|broke|crashed|stolen|died|fell|slipped|started|closed|last)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Tells the client that a policy number or a name belongs to. */
    interface Book {

        /** A policy number as the index writes it with its client; null where the index does not know it. */
        @Nullable
        Known policy(String number);
    }

    /** A policy number that the client index knows. */
    record Known(String number, String clientId) {}

    /** Names that were found by other means, to be placed in the text. */
    record Names(
            @Nullable String insured,
            @Nullable String clientId,
            @Nullable String holder,
            @Nullable String lienholder) {}

    private final Book book;
    private final LocalDate today;
    private final List<Mention> found = new ArrayList<>();
    private String text = "";
    private Source source = Source.SUBJECT;

    private MentionFinder(Book book, LocalDate today) {
        this.book = book;
        this.today = today;
    }

    /**
     * Finds mentions in the order of the text.
     *
     * @param today the day the message came, in the agency's time zone
     */
    static List<Mention> find(MessageText message, Names names, Book book, LocalDate today) {
        MentionFinder finder = new MentionFinder(book, today);
        finder.read(Source.SUBJECT, message.subject(), names);
        finder.read(Source.BODY, message.body(), names);
        finder.read(Source.FORWARDED, message.forwarded(), names);
        return finder.found.stream()
                .sorted(Comparator.comparing(Mention::source).thenComparingInt(Mention::start))
                .toList();
    }

    private void read(Source from, String whole, Names names) {
        source = from;
        String cut = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        text = QUOTED.matcher(cut).replaceAll(line -> " ".repeat(line.group().length()));
        for (SensitiveNumbers.Found sensitive : SensitiveNumbers.find(text)) {
            text = text.substring(0, sensitive.start())
                    + " ".repeat(sensitive.end() - sensitive.start())
                    + text.substring(sensitive.end());
        }
        Identifiers.find(text).forEach(this::identifier);
        addresses();
        phones();
        dates();
        amounts();
        place(Kind.NAMED_INSURED, names.insured(), names.clientId(), names.clientId() == null ? 0.7 : 0.95);
        place(Kind.HOLDER, names.holder(), null, 0.85);
        place(Kind.LIENHOLDER, names.lienholder(), null, 0.85);
    }

    private void identifier(Identifiers.Found one) {
        if (one.kind() != Kind.POLICY_NUMBER) {
            add(one.kind(), one.value(), one.start(), one.end(), one.confidence(), null);
            return;
        }
        Known known = book.policy(one.value());
        if (known != null) {
            add(one.kind(), known.number(), one.start(), one.end(), 0.99, known.clientId());
        } else if (one.confidence() > 0) {
            add(one.kind(), one.value(), one.start(), one.end(), one.confidence(), null);
        }
    }

    private void addresses() {
        Matcher address = PostalAddresses.ANYWHERE.matcher(text);
        while (address.find()) {
            String value = address.group().replaceAll("\\s*\\n\\s*", ", ").replaceAll("\\s+", " ");
            add(Kind.ADDRESS, value, address.start(), address.end(), 0.85, null);
        }
    }

    private void phones() {
        for (PhoneNumberMatch match : PHONES.findNumbers(text, "US")) {
            String value = PHONES.format(match.number(), PhoneNumberUtil.PhoneNumberFormat.E164);
            add(Kind.PHONE, value, match.start(), match.end(), 0.95, null);
        }
    }

    private void dates() {
        Matcher date = DateFinder.ANYWHERE.matcher(text);
        while (date.find()) {
            Matcher before = SENTENCE_BEFORE.matcher(text.substring(Math.max(0, date.start() - 80), date.start()));
            boolean past = before.find() && PAST.matcher(before.group()).find();
            LocalDate day = DateFinder.date(date.group(), today, past);
            if (day != null) {
                String time = date.group().toLowerCase(Locale.ROOT).endsWith("noon") ? "T12:00" : "";
                boolean absolute = Character.isDigit(date.group().charAt(0));
                add(Kind.DATE, day + time, date.start(), date.end(), absolute ? 0.95 : 0.85, null);
            }
        }
    }

    private void amounts() {
        Matcher amount = Amounts.ANYWHERE.matcher(text);
        while (amount.find()) {
            BigDecimal dollars = Amounts.dollars(amount.group());
            if (dollars != null) {
                boolean sign = amount.group().startsWith("$");
                add(Kind.AMOUNT, dollars.toPlainString(), amount.start(), amount.end(), sign ? 0.95 : 0.8, null);
            }
        }
    }

    /** Places a name by its words, whatever stands between them; a legal form at its end may be missing. */
    private void place(Kind kind, @Nullable String name, @Nullable String clientId, double confidence) {
        if (name == null) {
            return;
        }
        List<String> words = Stream.of(name.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean form =
                words.size() > 1 && words.get(words.size() - 1).matches("(?i)llc|inc|corp|co|ltd|lp|llp|pllc|pc");
        String core = words.stream()
                .limit(form ? words.size() - 1 : words.size())
                .map(Pattern::quote)
                .collect(Collectors.joining("(?:[^\\p{L}\\p{N}\\n]+(?:and )?)"));
        if (core.isEmpty()) {
            return;
        }
        String end = form ? "(?:[,.\\s]+" + Pattern.quote(words.get(words.size() - 1)) + "\\b\\.?)?" : "";
        Matcher matcher = Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + core + "(?![\\p{L}\\p{N}])" + end, Pattern.CASE_INSENSITIVE)
                .matcher(text);
        while (matcher.find()) {
            found.add(new Mention(
                    kind, name, matcher.group(), matcher.start(), matcher.end(), source, confidence, clientId));
        }
    }

    /** Adds what does not lie in something already found; numbers go before dates, and dates before amounts. */
    private void add(Kind kind, String value, int start, int end, double confidence, @Nullable String clientId) {
        Mention mention =
                new Mention(kind, value, text.substring(start, end), start, end, source, confidence, clientId);
        if (found.stream().noneMatch(mention::overlaps)) {
            found.add(mention);
        }
    }
}
