package org.throughline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.Mention.Kind;

/** Numbers by their look: vehicles, claims, loans, policies, forms; and e-mail addresses. */
final class Identifiers {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String NUMBER = "((?=[A-Z-]{0,8}\\d)[A-Z0-9][A-Z0-9-]{3,24})\\b";
    private static final QuickPattern VIN = QuickPattern.compile("(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])", I);
    private static final QuickPattern EMAIL = QuickPattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final QuickPattern CLAIM = QuickPattern.compile(
            "\\bclaim\\s*(?:#|no\\b\\.?|num(?:ber)?\\b|id\\b|ref(?:erence)?\\b)?\\s*(?:is\\s+)?[:#=]?\\s*" + NUMBER, I);
    private static final QuickPattern LOAN = QuickPattern.compile(
            "\\bloan\\s*(?:#|no\\b\\.?|num(?:ber)?\\b|id\\b)?\\s*(?:is\\s+)?[:#=]?\\s*" + NUMBER, I);
    private static final QuickPattern ACORD = QuickPattern.compile("\\bacord\\s*(?:form\\s*)?#?(\\d{1,3})\\b", I);
    private static final QuickPattern FORM = QuickPattern.compile(
            "(?<![\\w-])(CG|CA|IL|CP|BP|WC|CU|HO|PP|DP|IM|EB)\\s?(\\d{2})\\s?(\\d{2})(?:\\s?(\\d{2})(?:\\s?(\\d{2}))?)?(?![\\w-])",
            I);

    /** Anything that could be a policy number of a client; only the index can tell. */
    private static final QuickPattern CODE =
            QuickPattern.compile("(?<![\\w-])(?=[A-Z-]*\\d)[A-Z0-9]+(?:-[A-Z0-9]+){0,4}(?![\\w-])", I);

    private static final double PLAIN = 0.9;
    private static final double BY_LOOK = 0.7;

    /** A number found; a confidence of zero says that the look alone proves nothing. */
    record Found(Kind kind, String value, int start, int end, double confidence) {}

    private Identifiers() {}

    /** All numbers, the surest kinds first; the caller keeps the first of those that overlap. */
    static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        Matcher email = EMAIL.matcher(text);
        while (email.find()) {
            found.add(new Found(Kind.EMAIL, email.group().toLowerCase(Locale.ROOT), email.start(), email.end(), 0.99));
        }
        Matcher vin = VIN.matcher(text);
        while (vin.find()) {
            String value = vin.group().toUpperCase(Locale.ROOT);
            if (value.chars().anyMatch(Character::isDigit)) {
                found.add(new Found(Kind.VIN, value, vin.start(), vin.end(), Vin.valid(value) ? 0.99 : 0.5));
            }
        }
        numbers(Kind.CLAIM_NUMBER, CLAIM, text, found);
        numbers(Kind.LOAN_NUMBER, LOAN, text, found);
        Matcher acord = ACORD.matcher(text);
        while (acord.find()) {
            found.add(new Found(Kind.ACORD_FORM, "ACORD " + acord.group(1), acord.start(), acord.end(), 0.99));
        }
        policies(text, found);
        forms(text, found);
        return found;
    }

    private static void numbers(Kind kind, QuickPattern pattern, String text, List<Found> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (digits(matcher.group(1)) >= 4) {
                String value = matcher.group(1).toUpperCase(Locale.ROOT);
                found.add(new Found(kind, value, matcher.start(1), matcher.end(1), PLAIN));
            }
        }
    }

    private static void policies(String text, List<Found> found) {
        Matcher policy = SenderIdentifier.POLICY.matcher(text);
        while (policy.find()) {
            int group = policy.group(1) == null ? 0 : 1;
            String value = policy.group(group).strip().toUpperCase(Locale.ROOT);
            if (digits(value) >= 4) {
                found.add(new Found(Kind.POLICY_NUMBER, value, policy.start(group), policy.end(group), BY_LOOK));
            }
        }
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            if (digits(code.group()) >= 4 && code.group().length() >= 6) {
                found.add(new Found(Kind.POLICY_NUMBER, code.group(), code.start(), code.end(), 0));
            }
        }
    }

    /** Form numbers of the Insurance Services Office and the compensation bureaus, with the edition where it is given. */
    private static void forms(String text, List<Found> found) {
        Matcher form = FORM.matcher(text);
        while (form.find()) {
            boolean edition = form.group(4) == null
                    || form.group(5) != null
                    || form.group(1).equalsIgnoreCase("WC");
            if (edition) {
                StringBuilder value = new StringBuilder(form.group(1).toUpperCase(Locale.ROOT));
                for (int group = 2; group <= 5 && form.group(group) != null; group++) {
                    value.append(' ').append(form.group(group));
                }
                found.add(new Found(Kind.FORM_NUMBER, value.toString(), form.start(), form.end(), PLAIN));
            }
        }
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
