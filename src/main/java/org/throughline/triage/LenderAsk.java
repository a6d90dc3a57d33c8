package org.throughline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;

/**
 * What a lender, landlord or title company says about property: facts of a request for a certificate or evidence of
 * property insurance, and only found, never taken as true.
 *
 * @param name the lender as it wants to be named, with its clause
 * @param location address of the property
 * @param demands what it demands of the policy: REPLACEMENT_COST, AGREED_VALUE, NO_COINSURANCE, SPECIAL_FORM,
 *     PAID_RECEIPT, and MAX_DEDUCTIBLE with whole dollars, {@code MAX_DEDUCTIBLE:10000}
 */
public record LenderAsk(
        @Nullable String name,
        @Nullable String address,
        @Nullable String loanNumber,
        @Nullable String location,
        List<String> demands) {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final QuickPattern LENDER = QuickPattern.compile(
            "(?<![\\w])(?:mortgagee(?: clause)?|new lender|lender|loss payee|lienholder)(?:\\s*(?:/|&|and)\\s*[^:\\n]{3,40})?"
                    + "(?:\\s*\\([^)\\n]{2,40}\\))?\\s*[:=]\\s*(?=(?-i:\\p{Lu}))([^\\n]{3,200})",
            I);
    private static final QuickPattern LOAN = QuickPattern.compile(
            "\\bloan\\s*(?:#|no\\b\\.?|num(?:ber)?\\b|id\\b)?\\s*[:#]?\\s*((?=[A-Z-]{0,8}\\d)[A-Z0-9][A-Z0-9-]{2,24})\\b",
            I);
    private static final Pattern STREET =
            Pattern.compile(",\\s*(?=\\d|P\\.? ?O\\.? ?Box|Attn|c/o)|\\s+(?=P\\.? ?O\\.? ?Box\\s+\\d)", I);
    private static final QuickPattern AFTER_ZIP = QuickPattern.compile("(\\b[A-Z]{2},?\\s+\\d{5}(?:-\\d{4})?).*");
    private static final QuickPattern LABELED = QuickPattern.compile(
            "(?im)^[ \\t\\-*•]*(?:(?:insured |subject )?property(?: address| location| insured)?|premises|collateral|"
                    + "location(?: of (?:the )?property)?)\\s*[:=]\\s*(\\d{1,6}[^\\n]{4,100})$");
    private static final QuickPattern IN_TEXT = QuickPattern.compile(
            "\\b(?:propert(?:y|ies)|premises|collateral|buildings?|home|house|dwelling|units?)(?: is| are)?(?: located)?"
                    + "(?:,| at| on)\\s+(?:at\\s+)?(\\d{1,6}(?:\\s*-\\s*\\d{1,6})?\\s+(?:[NSEW]{1,2}\\.?\\s+)?[A-Z0-9][^\\n.;()]{3,80})");
    private static final QuickPattern DEDUCTIBLE = QuickPattern.compile(
            "\\bdeductibles?\\b[^\\n.;$]{0,40}?(?:not?|max\\w*|up to|exceed\\w*|more than|greater than|under|below)[^\\n.;$]{0,25}\\$\\s?"
                    + "(\\d[\\d,]*)",
            I);
    private static final List<Demand> DEMANDS = List.of(
            new Demand("REPLACEMENT_COST", "\\breplacement cost\\b(?! estimat)"),
            new Demand("AGREED_VALUE", "\\bagreed (?:value|amount)\\b"),
            new Demand(
                    "NO_COINSURANCE",
                    "\\b(?:no|without|waived?|waiver of|0 ?%) co-?insurance\\b|\\bco-?insurance (?:waived|suspended|removed)\\b"),
            new Demand("SPECIAL_FORM", "\\bspecial (?:form|causes)\\b|\\ball[- ]risks?\\b"),
            new Demand("PAID_RECEIPT", "\\bpaid receipt\\b|\\bproof of payment\\b|\\bpaid[- ]in[- ]full\\b"));

    private record Demand(String name, QuickPattern words) {
        Demand(String name, String words) {
            this(name, QuickPattern.compile(words, I));
        }
    }

    /** Reads it from what the sender wrote and, for what is not there, from what is attached. */
    static LenderAsk find(String written, String attached) {
        String both = written + "\n" + attached;
        Matcher lender = LENDER.matcher(both);
        String clause = lender.find() ? lender.group(1).strip() : null;
        List<String> parts = clause == null ? List.of() : List.of(STREET.split(clause, 2));
        return new LenderAsk(
                parts.isEmpty() ? null : name(parts.get(0)),
                parts.size() < 2
                        ? null
                        : AFTER_ZIP.matcher(parts.get(1).strip()).replaceFirst("$1"),
                first(LOAN, both),
                location(both),
                demands(both));
    }

    private static String name(String text) {
        return text.replaceAll("(?i),?\\s*\\bloan\\b.*$", "").replaceAll("[\\s,.;]+$", "");
    }

    private static @Nullable String location(String text) {
        String labeled = first(LABELED, text);
        String found = labeled == null ? first(IN_TEXT, text) : labeled;
        return found == null ? null : found.strip().replaceAll("[\\s,.;]+$", "");
    }

    private static List<String> demands(String text) {
        List<String> demands = new ArrayList<>();
        DEMANDS.stream()
                .filter(demand -> demand.words().matcher(text).find())
                .forEach(demand -> demands.add(demand.name()));
        String deductible = first(DEDUCTIBLE, text);
        if (deductible != null) {
            demands.add("MAX_DEDUCTIBLE:" + deductible.replace(",", ""));
        }
        return List.copyOf(demands);
    }

    private static @Nullable String first(QuickPattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
