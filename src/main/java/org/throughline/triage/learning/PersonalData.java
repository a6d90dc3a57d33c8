package org.throughline.triage.learning;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what names or belongs to one person and teaches nothing: Social Security numbers, cards, bank
 * numbers, driver licenses, mail addresses and telephone numbers. A word in brackets stands in their place.
 */
public final class PersonalData {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}", I);
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<![\\d-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\d-])");
    private static final Pattern NAMED_SOCIAL_SECURITY = Pattern.compile(
            "\\b((?:ssn|social(?: security)?(?: number| no\\.?)?)\\s*(?:is|#|:)?\\s{0,3})(?:x{3}|\\*{3}|\\d{3})?[- ]?(?:x{2}|\\*{2}|\\d{2})?[- ]?\\d{4}(?!\\d)",
            I);
    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])");
    private static final Pattern ROUTING = Pattern.compile("(?<![\\d-])\\d{9}(?![\\d-])");
    private static final Pattern NAMED_BANK = Pattern.compile(
            "\\b((?:routing|aba|bank account|checking(?: account)?|savings(?: account)?|acct|iban)(?: number| no\\.?| num)?\\s*(?:is|#|:)?\\s{0,3})[A-Z]{0,4}\\d[\\d -]{4,32}\\d",
            I);
    private static final Pattern DRIVER_LICENSE = Pattern.compile(
            "\\b((?:driver'?s?[- ]{1,2}licen[sc]e|licen[sc]e|d\\.?l\\.?)(?: number| no\\.?| num)?\\s*(?:is|#|:)?\\s{0,3}#?\\s?)(?=[A-Z0-9 -]{0,20}\\d{3})[A-Z]{0,3}\\d[A-Z0-9-]{3,18}",
            I);
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\w-])(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d-])"
                    + "|(?<![\\w-])\\+?1?[2-9]\\d{2}[2-9]\\d{6}(?![\\d-])|\\+\\d{10,15}(?!\\d)");

    private PersonalData() {}

    /** The text with a word in place of each number or address of a person. */
    public static String masked(String text) {
        String masked = EMAIL.matcher(text).replaceAll("[email]");
        masked = replaced(masked, CARD, "[card]", PersonalData::passesLuhn);
        masked = NAMED_SOCIAL_SECURITY.matcher(masked).replaceAll("$1[ssn]");
        masked = SOCIAL_SECURITY.matcher(masked).replaceAll("[ssn]");
        masked = NAMED_BANK.matcher(masked).replaceAll("$1[bank number]");
        masked = DRIVER_LICENSE.matcher(masked).replaceAll("$1[driver license]");
        masked = replaced(masked, ROUTING, "[bank number]", PersonalData::isRoutingNumber);
        return PHONE.matcher(masked).replaceAll("[phone]");
    }

    private static String replaced(String text, Pattern pattern, String word, Predicate<String> really) {
        Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(found -> {
            String digits = found.group().replaceAll("\\D", "");
            return Matcher.quoteReplacement(really.test(digits) ? word : found.group());
        });
    }

    /** The check digit of payment cards. */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /** The check digit of American bank routing numbers, which begin with 00 to 12, 21 to 32, 61 to 72 or 80. */
    private static boolean isRoutingNumber(String digits) {
        int[] weights = {3, 7, 1, 3, 7, 1, 3, 7, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        int begin = Integer.parseInt(digits.substring(0, 2));
        boolean district = begin <= 12 || (begin >= 21 && begin <= 32) || (begin >= 61 && begin <= 72) || begin == 80;
        return district && sum % 10 == 0;
    }
}
