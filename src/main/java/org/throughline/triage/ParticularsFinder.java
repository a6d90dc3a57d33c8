package org.throughline.triage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.Mention.Kind;

/** Reads the particulars of a message from the words that introduce them. */
final class ParticularsFinder {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String D = "(" + DateFinder.DATE + ")";
    private static final String A = "(" + Amounts.AMOUNT + ")";
    private static final String IS = "(?:\\s+(?:is|are|was|of|on|at|to|from|date|dated|be))*\\W{0,3}";
    private static final String PERSON = "((?-i:[A-Z][\\p{L}'-]+(?:\\s+[A-Z][\\p{L}.'-]*)*\\s+[A-Z][\\p{L}'-]+))";
    private static final String COMPANY = "((?-i:[A-Z])[^,;:=\\n()]{2,60}?)";
    private static final int FAR = 15;
    private static final String PAST_EVENT =
            "sold|traded(?: in)?|totaled|donated|bought|purchased|picked up|moved(?: in| out)?";

    private static final List<Rule> DATES = List.of(
            new Rule(
                    "effectiveDate",
                    "(?<!cancellation )(?<!cancelled )(?<!POLICY_EXPIRING[^\\n]{0,200})\\beff(?:ective(?:\\s*date)?|\\.| date)?"
                            + IS + D),
            new Rule(
                    "effectiveDate",
                    "\\b(?:as of|starting|starts?(?: date)?|beginning|begins|licensed?(?: on)?)" + IS + D),
            new Rule(
                    "effectiveDate",
                    "\\b(?:buying|closing on|picking (?:it |them )?up|moving(?: in)?|getting \\w+)\\b[^.\\n]{0,40}?\\bon "
                            + D),
            new Rule(
                    "cancelDate",
                    "\\b(?:cancell?ation|cancell?ed|cancels)(?:\\s+(?:for\\s+)?(?:non-?pay(?:ment)?|effective|eff))*"
                            + "(?:\\s+12:01\\s*a\\.?m\\.?)?" + IS + D),
            new Rule("renewalDate", "\\brenew(?:al|ed|s|ing)?" + IS + D),
            new Rule("renewalDate", "\\bPOLICY_EXPIRING\\b[^\\n]*?\\beff=" + D),
            new Rule("expirationDate", "\\bexpir(?:es?|ation|ing)" + IS + D),
            new Rule("closingDate", "\\b(?:closing|closes|close of escrow|settlement)" + IS + D),
            new Rule("dueDate", "\\b(?:due|required by|respond by|deadline)(?:\\s+by)?" + IS + D));
    private static final QuickPattern PAST_DATE =
            QuickPattern.compile("\\b(?:" + PAST_EVENT + ")\\b[^.\\n]{0,60}?\\bon " + D, I);
    private static final QuickPattern LOSS = QuickPattern.compile(
            "\\b(?:date of loss|loss date|dol|accident|rear[- ]?ended|crash(?:ed)?|collision|fire|theft|stolen|broke in"
                    + "|leak(?:ed)?|flood(?:ed)?|hail|storm|rock|chip|crack(?:ed)?|tapped|backed into|hit|slipped|fell)\\b[^.\\n]{0,90}?"
                    + "(?<![\\d/])" + D,
            I);
    private static final QuickPattern LOSS_TIME = QuickPattern.compile(
            "\\b(?:accident|rear[- ]?ended|crash(?:ed)?|collision|fire|hit|slipped|fell)\\b[^.\\n]{0,60}?\\b\\d{1,2}:\\d{2}\\s?[ap]m",
            I);
    private static final List<Rule> AMOUNTS = List.of(
            new Rule("amountDue", "\\b(?:amount|balance|payment|premium|total|past)\\s*(?:now )?due" + IS + A),
            new Rule("contentsValue", "\\bcontents(?: value)?" + IS + A),
            new Rule("expiringPremium", "\\bexpiringPremium=" + A),
            new Rule("premiumChange", "\\bprem(?:ium change)?=\\+?" + A),
            new Rule("payrollOld", "\\bpayroll\\b[^.\\n]{0,60}?\\bfrom " + A + "\\s+to\\b"),
            new Rule("payrollNew", "\\bpayroll\\b[^.\\n]{0,60}?\\bfrom (?:" + Amounts.AMOUNT + ")\\s+to " + A),
            new Rule(
                    "payrollNew", "\\bpayroll\\b[^.\\n]{0,50}?\\b(?:closer to|now|about|around|approximately|be) " + A),
            new Rule("payrollOld", "\\bpayroll\\b[^\\n]{0,80}?\\b(?:than|not|instead of|versus|vs\\.?)(?: the)? " + A),
            new Rule(
                    "currentLimit",
                    "\\b(?:umbrella|limits?|coverage|liability)\\b[^.\\n]{0,40}?\\bfrom " + A + "\\s+to\\b"),
            new Rule(
                    "requestedLimit",
                    "\\b(?:umbrella|limits?|coverage|liability)\\b[^.\\n]{0,40}?\\bfrom (?:" + Amounts.AMOUNT
                            + ")\\s+to " + A),
            new Rule("requestedLimit", "\\b(?:increase|raise|bump|up)\\b[^.\\n]{0,50}?\\bto " + A));
    private static final List<Rule> NUMBERS = List.of(
            new Rule("dueInDays", "\\bwithin (\\d{1,3}) (?:business |calendar )?days?\\b"),
            new Rule("noticeOfCancellationDays", "\\b(\\d{1,3})[- ]days?'?(?: prior| advance)?(?: written)? notice\\b"),
            new Rule("savedHolderId", "\\bsaved holder\\s*#?\\s*(\\d+)"),
            new Rule("vendorId", "\\bvendor\\s*(?:#|id|no\\.?)?\\s*[:=]?\\s*(\\d{3,10})\\b"),
            new Rule("holderCount", "\\b(\\d{2,5}) (?:certificate )?holders\\b"),
            new Rule("borrowerCount", "\\b(\\d{1,5}) borrowers\\b"));
    private static final List<Rule> TEXTS = List.of(
            new Rule(
                    "driver",
                    "\\b(?:primary|new|additional|occasional)?\\s*driver(?:'s name| name)?\\s*[:=]\\s*" + PERSON),
            new Rule("driver", "\\b(?:mvr|motor vehicle report) (?:for|on) " + PERSON),
            new Rule("garaging", "\\bgarag\\w*(?: address| location)?(?: at| is)?\\s*[:=]?\\s*" + PostalAddresses.LINE),
            new Rule(
                    "newAddress",
                    "\\bnew (?:mailing|home|physical|business)?\\s*(?:address)?(?: is)?\\s*[:=]?\\s*"
                            + PostalAddresses.LINE),
            new Rule("newAddress", "\\b(?:moved|moving|relocat(?:ed|ing)) to:?\\s+" + PostalAddresses.LINE),
            new Rule("location", "\\bnew location(?: is| at)?\\s*[:=]?\\s*" + PostalAddresses.LINE),
            new Rule("address", "(?m)^\\s*(?:street |home |property )?address\\s*[:=]\\s*" + PostalAddresses.LINE),
            new Rule(
                    "priorLender",
                    "\\b(?:prior|previous|former|old) (?:lender|mortgagee|lienholder)\\W{1,3}" + COMPANY
                            + "(?=[),.;\\n]|$)"),
            new Rule("carrier", "(?<!\\w)carrier\\s*=\\s*" + COMPANY + "(?=\\s+\\w+=|\\n|$)"),
            new Rule(
                    "lienholder",
                    "\\b(?:lienholder|loss payee|lien holder|financed (?:through|by|with))(?: is)?\\s*[:=]?\\s*"
                            + COMPANY + "(?=,|\\.\\s|\\n|$)"),
            new Rule(
                    "newMortgagee",
                    "\\b(?:mortgagee(?: clause)?(?: (?:to|should|will|must)(?: read| be)?)?|new (?:mortgagee|lender))\\s*[:=]\\s*"
                            + "((?-i:[A-Z])[^\\n;]{2,80}?)(?=,\\s*(?:\\d|P\\.?\\s?O\\.?\\s?Box)|,?\\s+[Ll]oan|\\n|$)"),
            new Rule(
                    "mortgageeAddress",
                    "\\bmortgagee(?: clause)?(?: (?:to|should|will|must)(?: read| be)?)?\\s*[:=]\\s*[^\\n;]{2,80}?,\\s*"
                            + PostalAddresses.LINE));
    private static final QuickPattern WAIVER_LINES =
            QuickPattern.compile("\\b(?:waiver of subrogation|wos)\\s+(?:on|for)\\s+([^.;\\n]{2,60})", I);

    private record Rule(String name, QuickPattern words) {
        Rule(String name, String words) {
            this(name, QuickPattern.compile(words, I));
        }
    }

    private final MessageParts parts;
    private final LocalDate today;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ParticularsFinder(MessageParts parts, LocalDate today) {
        this.parts = parts;
        this.today = today;
    }

    static Particulars find(MessageParts parts, LocalDate today) {
        ParticularsFinder finder = new ParticularsFinder(parts, today);
        finder.read(parts.all());
        return new Particulars(finder.values);
    }

    private void read(String text) {
        DATES.forEach(rule -> date(rule.name(), rule.words(), text, false));
        date("effectiveDate", PAST_DATE, text, true);
        date("lossDate", LOSS, text, true);
        if (LOSS_TIME.matcher(text).find()) {
            values.putIfAbsent("lossDate", today.toString());
        }
        for (Rule rule : AMOUNTS) {
            Matcher matcher = rule.words().matcher(text);
            BigDecimal amount = matcher.find() ? Amounts.dollars(matcher.group(1)) : null;
            if (amount != null) {
                values.putIfAbsent(rule.name(), amount);
            }
        }
        for (Rule rule : NUMBERS) {
            Matcher matcher = rule.words().matcher(text);
            if (matcher.find()) {
                values.putIfAbsent(rule.name(), Integer.valueOf(matcher.group(1)));
            }
        }
        for (Rule rule : TEXTS) {
            Matcher matcher = rule.words().matcher(text);
            if (matcher.find()) {
                values.putIfAbsent(rule.name(), HolderFinder.clean(matcher.group(1)));
            }
        }
        Vehicles.find(text).ifPresent(vehicle -> values.put("vehicle", vehicle));
        numbersByLook(text);
        Matcher waiver = WAIVER_LINES.matcher(text);
        if (waiver.find()) {
            List<String> lines = EntityFinder.lines(waiver.group(1));
            if (!lines.isEmpty()) {
                values.put("waiverOfSubrogation", lines);
            }
        }
        soleAmount();
    }

    private void date(String name, QuickPattern words, String text, boolean past) {
        Matcher matcher = words.matcher(text);
        while (matcher.find()) {
            LocalDate date = DateFinder.date(matcher.group(1), today, past);
            if (date != null && Math.abs(date.getYear() - today.getYear()) <= FAR) {
                values.putIfAbsent(name, date.toString());
                return;
            }
        }
    }

    private void numbersByLook(String text) {
        List<String> forms = new ArrayList<>();
        for (Identifiers.Found found : Identifiers.find(text)) {
            if (found.kind() == Kind.CLAIM_NUMBER) {
                values.putIfAbsent("claimNumber", found.value());
            } else if (found.kind() == Kind.FORM_NUMBER && !forms.contains(found.value())) {
                forms.add(found.value());
            }
        }
        if (!forms.isEmpty()) {
            values.put("requiredForms", List.copyOf(forms));
        }
    }

    /** The one amount in the text, where nothing says yet what it is. */
    private void soleAmount() {
        boolean named = values.values().stream().anyMatch(BigDecimal.class::isInstance);
        List<BigDecimal> amounts = new ArrayList<>();
        Matcher matcher = Amounts.ANYWHERE.matcher(parts.text());
        while (matcher.find()) {
            BigDecimal dollars = matcher.group().startsWith("$") ? Amounts.dollars(matcher.group()) : null;
            String before = parts.text().substring(Math.max(0, matcher.start() - 50), matcher.start());
            if (dollars != null && !amounts.contains(dollars) && !before.matches("(?is).*\\b(deductible|limit)\\b.*")) {
                amounts.add(dollars);
            }
        }
        if (!named && amounts.size() == 1) {
            values.put("amount", amounts.get(0));
        }
    }
}
