package org.throughline.triage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.privacy.SensitiveNumbers;
import org.throughline.triage.learning.PersonalData;

/**
 * A message as it may leave the house: names, addresses, numbers of policies, claims, loans and vehicles that were found
 * in it, and every sensitive number, stand as a word in brackets. A name that no finder knows can remain.
 */
final class OutsideText {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int SHORTEST_NAME = 3;
    private static final Set<SenderRole> COMPANIES = Set.of(SenderRole.CARRIER);
    private static final List<String> NAMED = List.of("driver", "lienholder", "newMortgagee", "priorLender");
    private static final List<String> PLACES =
            List.of("garaging", "newAddress", "location", "address", "mortgageeAddress");
    private static final Pattern BIRTH = Pattern.compile(
            "\\b((?:d\\.?o\\.?b\\.?|date of birth|birth ?date|born)(?: is| on)?\\s*[:=]?\\s*)[\\w/.,-]+(?: \\d{1,2},? \\d{4})?",
            I);
    private static final Pattern VIN = Pattern.compile("\\b(?=[A-Z0-9]*\\d)[A-HJ-NPR-Z0-9]{17}\\b", I);
    private static final Pattern LINK = Pattern.compile("https?://\\S+", I);

    private OutsideText() {}

    /** What the suggester reads of the message, masked. */
    static String of(MessageText message, Understanding understanding) {
        String text = TopicReader.text(MessageParts.of(message));
        text = LINK.matcher(text).replaceAll("[link]");
        text = PersonalData.masked(SensitiveNumbers.mask(text));
        for (Map.Entry<String, String> known : longestFirst(known(message, understanding))) {
            text = replaced(text, known.getKey(), known.getValue());
        }
        text = VIN.matcher(text).replaceAll("[vehicle number]");
        text = BIRTH.matcher(text).replaceAll("$1[date]");
        for (String policy : SenderIdentifier.policyNumbers(text)) {
            text = replaced(text, policy, "[policy number]");
        }
        return text;
    }

    /** What was found in the message, by the word that stands for it. */
    private static Map<String, String> known(MessageText message, Understanding understanding) {
        Map<String, String> known = new LinkedHashMap<>();
        Entities entities = understanding.entities();
        for (Mention mention : entities.mentions()) {
            put(known, mention.text(), word(mention.kind()));
        }
        put(known, understanding.identity().clientName(), "[insured]");
        put(known, entities.insuredName(), "[insured]");
        put(known, entities.holderName(), "[name]");
        put(known, entities.holderAddress(), "[address]");
        put(known, entities.lender().name(), "[name]");
        put(known, entities.lender().address(), "[address]");
        put(known, entities.lender().location(), "[address]");
        put(known, entities.lender().loanNumber(), "[number]");
        entities.additionalInsureds().forEach(name -> put(known, name, "[name]"));
        understanding.identity().policyNumbers().forEach(number -> put(known, number, "[policy number]"));
        NAMED.forEach(name -> put(known, entities.particulars().text(name).orElse(null), "[name]"));
        PLACES.forEach(name -> put(known, entities.particulars().text(name).orElse(null), "[address]"));
        sender(known, message.senderName(), understanding.identity().senderRole());
        return known;
    }

    /** A person's first and last name are masked alone too, as under a letter; the words of a company's name mean something. */
    private static void sender(Map<String, String> known, String name, SenderRole role) {
        put(known, name, "[name]");
        if (!COMPANIES.contains(role)) {
            for (String part : name.split("[^\\p{L}'-]+", -1)) {
                if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                    put(known, part, "[name]");
                }
            }
        }
    }

    private static @Nullable String word(Mention.Kind kind) {
        return switch (kind) {
            case POLICY_NUMBER -> "[policy number]";
            case VIN -> "[vehicle number]";
            case NAMED_INSURED -> "[insured]";
            case HOLDER, LIENHOLDER -> "[name]";
            case ADDRESS -> "[address]";
            case PHONE -> "[phone]";
            case EMAIL -> "[email]";
            case CLAIM_NUMBER, LOAN_NUMBER -> "[number]";
            case DATE, AMOUNT, ACORD_FORM, FORM_NUMBER -> null;
        };
    }

    private static void put(Map<String, String> known, @Nullable String text, @Nullable String word) {
        if (text != null && word != null && text.strip().length() >= SHORTEST_NAME) {
            known.putIfAbsent(text.strip(), word);
        }
    }

    private static List<Map.Entry<String, String>> longestFirst(Map<String, String> known) {
        return known.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, String> one) -> one.getKey().length())
                        .reversed())
                .toList();
    }

    /** Spaces and line breaks in a name may differ from how it was found. */
    private static String replaced(String text, String known, String word) {
        String pattern = Pattern.compile("\\s+")
                .splitAsStream(known)
                .map(Pattern::quote)
                .reduce((left, right) -> left + "\\s+" + right)
                .orElse("");
        return Pattern.compile("(?<![\\p{L}\\p{N}\\[])" + pattern + "(?![\\p{L}\\p{N}])", I)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(word));
    }
}
