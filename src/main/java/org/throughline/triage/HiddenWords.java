package org.throughline.triage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.platform.text.QuickPattern;

/**
 * Whether words that a mail hides from its reader do more than tease. A preheader, a "view in browser" or a second
 * version for telephones says what the visible text says, or advertises; a link to elsewhere, or work and approvals asked
 * for, are there for a machine to find.
 */
final class HiddenWords {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final QuickPattern LINK = QuickPattern.compile("(?:https?://|\\bwww\\.)([\\w.-]+)", I);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String WORK =
            "(polic(y|ies)|certificates?|coi|coverage|limits?|holder|insureds?|endorsement|vehicles?|drivers?|mortgagee|lienholder|loss payee|claims?|premium|payments?|bank|account|deductible|waiver)";
    /** What is advertised is the reader's ("reduce your premium"); what is asked for is the sender's. */
    private static final String NOT_YOURS = "(?:(?!\\byour\\b)[^.!?]){0,80}\\b";

    private static final QuickPattern ASK = QuickPattern.compile(
            "\\b(please|kindly|cancel|remove|delete|bind|reinstate|waive|endorse|approve|wire|transfer|refund)\\b"
                    + NOT_YOURS + WORK + "\\b",
            I);
    /** An issue is also what a newsletter comes in. */
    private static final QuickPattern ASK_TO_ISSUE =
            QuickPattern.compile("\\bissue (\\w+ ){0,3}(certificates?|coi|endorsement|binder|refund)\\b", I);

    private static final QuickPattern ASK_FOR_OURS = QuickPattern.compile(
            "\\b(add|send|change|update|increase|reduce|lower|renew|file|report|pay)\\b" + NOT_YOURS
                    + "(my|our|this|these|following|us|me|as an? (additional|loss))\\b" + NOT_YOURS + WORK + "\\b",
            I);
    private static final QuickPattern FOR_A_MACHINE = QuickPattern.compile(
            "\\b(classify|pre-?approved?|auto-?approved?|route (this|it)|treat this|mark (this|it)|straight.through|no (human )?review|do not (flag|review|route|tell|mention)|without (human )?(review|approval)|(to|for|dear|attention) (the |any |an )?(ai|llm|language model|assistant|automation|bot)s?)\\b",
            I);

    private HiddenWords() {}

    /**
     * True where hidden words lead elsewhere or ask for something that the visible text does not say.
     *
     * @param seen what the reader sees
     */
    static boolean ask(String hidden, String seen) {
        if (hidden.isBlank()) {
            return false;
        }
        String visible = words(seen);
        String unsaid = SENTENCE_END
                .splitAsStream(SPACE.matcher(hidden).replaceAll(" "))
                .filter(sentence -> !visible.contains(words(sentence)))
                .collect(Collectors.joining(" "));
        return !hosts(seen).containsAll(hosts(hidden)) || asks(unsaid);
    }

    private static boolean asks(String text) {
        return Stream.of(ASK, ASK_TO_ISSUE, ASK_FOR_OURS, FOR_A_MACHINE)
                        .anyMatch(ask -> ask.matcher(text).find())
                || !SenderIdentifier.policyNumbers(text).isEmpty()
                || !SenderIdentifier.emails(text).isEmpty();
    }

    /** Words with a blank between them, whatever stood there: markup may break a sentence anywhere. */
    private static String words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
    }

    private static Set<String> hosts(String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
