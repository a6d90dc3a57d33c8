package org.throughline.platform.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;

/**
 * Finds payment cards, Social Security numbers, bank accounts and driver licenses in a text. They stay in the sealed
 * original and in the body that staff read; logs, process variables, answers and letters get the masked text.
 */
public final class SensitiveNumbers {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String IS = "(?:\\s+(?:number|num|no|is|ending|of|for|my|our|the))*\\.?\\s*[:=#-]*\\s*#?";
    private static final QuickPattern DIGITS =
            QuickPattern.compile("(?<![A-Za-z0-9.-])\\d(?:[ -]?\\d){12,18}(?![A-Za-z0-9-])");
    private static final QuickPattern CARD_NETWORK =
            QuickPattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})|5[1-5]\\d{14}|2[2-7]\\d{14}"
                    + "|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}|35\\d{14}|6(?:011|4[4-9]\\d|5\\d{2})\\d{12}");
    private static final QuickPattern SSN =
            QuickPattern.compile("(?<![\\w-])(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\w-])");
    private static final QuickPattern NAMED_SSN = QuickPattern.compile(
            "\\b(?:ssn|ss ?#|soc(?:ial)?(?: sec(?:urity)?)?(?: number| no\\.?| #)?|itin|tax ?payer id)" + IS
                    + "(\\d{3}[- ]?\\d{2}[- ]?\\d{4})(?!\\d)",
            I);
    private static final QuickPattern ROUTING =
            QuickPattern.compile("\\b(?:routing|aba|rtn|transit)" + IS + "(\\d{9})(?!\\d)", I);
    private static final QuickPattern ACCOUNT = QuickPattern.compile(
            "\\b(?:account|acct|a/c|checking|savings)" + IS + "(\\d(?:[ -]?\\d){5,16})(?![\\d/])", I);
    private static final QuickPattern BANK = QuickPattern.compile(
            "\\b(?:bank|banking|checking|savings|routing|aba|ach|eft|wire|direct deposit|auto ?pay|void(?:ed)? check)\\b",
            I);
    private static final QuickPattern DRIVER_LICENSE = QuickPattern.compile(
            "\\b(?:(?:driver|operator)(?:'?s|s')? ?lic(?:en[sc]e)?|driving licen[cs]e|licen[cs]eNumber|DL|D\\.L\\.)"
                    + IS + "(?:[A-Z]{2}[ :-])?((?=(?:[A-Z-]*\\d){4})[A-Z0-9][A-Z0-9-]{4,18})(?![\\w/])",
            I);
    private static final int NEAR = 120;

    /** What a number is. */
    public enum Kind {
        CARD("[card number removed]"),
        SSN("[Social Security number removed]"),
        BANK_ACCOUNT("[bank number removed]"),
        DRIVER_LICENSE("[driver license removed]");

        private final String mask;

        Kind(String mask) {
            this.mask = mask;
        }
    }

    /** A number with its place in the text. */
    public record Found(Kind kind, int start, int end) {}

    private SensitiveNumbers() {}

    /** All sensitive numbers in the order of the text; they do not overlap. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        if (text.chars().noneMatch(Character::isDigit)) {
            return found;
        }
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            String number = digits.group().replaceAll("[ -]", "");
            if (CARD_NETWORK.matcher(number).matches() && luhn(number)) {
                found.add(new Found(Kind.CARD, digits.start(), digits.end()));
            }
        }
        add(found, Kind.SSN, SSN.matcher(text), 0);
        add(found, Kind.SSN, NAMED_SSN.matcher(text), 1);
        add(found, Kind.BANK_ACCOUNT, ROUTING.matcher(text), 1);
        accounts(found, text);
        add(found, Kind.DRIVER_LICENSE, DRIVER_LICENSE.matcher(text), 1);
        found.sort(Comparator.comparingInt(Found::start));
        return List.copyOf(found);
    }

    /** True where the text holds at least one. */
    public static boolean in(String text) {
        return !find(text).isEmpty();
    }

    /** The text with each sensitive number replaced by what it was. */
    public static String mask(String text) {
        List<Found> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (Found one : found) {
            masked.append(text.substring(copied, one.start())).append(one.kind().mask);
            copied = one.end();
        }
        return masked.append(text.substring(copied)).toString();
    }

    private static void accounts(List<Found> found, String text) {
        Matcher account = ACCOUNT.matcher(text);
        while (account.find()) {
            String around =
                    text.substring(Math.max(0, account.start() - NEAR), Math.min(text.length(), account.end() + NEAR));
            if (BANK.matcher(around).find()) {
                add(found, new Found(Kind.BANK_ACCOUNT, account.start(1), account.end(1)));
            }
        }
    }

    private static void add(List<Found> found, Kind kind, Matcher matcher, int group) {
        while (matcher.find()) {
            add(found, new Found(kind, matcher.start(group), matcher.end(group)));
        }
    }

    private static void add(List<Found> found, Found one) {
        if (found.stream().noneMatch(other -> other.start() < one.end() && one.start() < other.end())) {
            found.add(one);
        }
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
