package org.throughline.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;

/** Finds the wording that somebody wants on a certificate, and does not find what is expressly not wanted. */
final class Wording {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final Map<String, QuickPattern> PHRASES = new LinkedHashMap<>();
    private static final QuickPattern NOT_BEFORE = QuickPattern.compile(
            "\\b(no|not|without|don'?t need|doesn'?t need|do not need|never|neither|nor|isn'?t)\\b[^.;\\n]{0,40}$", I);
    private static final QuickPattern NOT_AFTER = QuickPattern.compile(
            "^[^\\n:=]{0,25}[:=?]\\s*(no|none|n/a|false|not (needed|required))\\b|^\\s*(is |are )?not (needed|required|necessary)",
            I);

    static {
        PHRASES.put(
                "ADDITIONAL_INSURED_ONGOING",
                QuickPattern.compile("\\bcg ?20 ?(?:10|33|38)\\b|\\bongoing operations\\b", I));
        PHRASES.put(
                "ADDITIONAL_INSURED_COMPLETED",
                QuickPattern.compile(
                        "\\bcg ?20 ?37\\b|\\bfor completed operations\\b|\\bcompleted operations (?:additional|ai)\\b|ongoing (?:and|&|\\+) completed op",
                        I));
        PHRASES.put(
                "ADDITIONAL_INSURED",
                QuickPattern.compile(
                        "\\b(?:additional|add'?l|addl\\.?) insureds?\\b|\\bas (?:an )?ai\\b|\\bAI (?:status|wording|endorsement|form)\\b|\\bcg ?20 ?(?:11|26|01 ?only)\\b",
                        I));
        PHRASES.put(
                "WAIVER_OF_SUBROGATION",
                QuickPattern.compile(
                        "\\bwaivers? of (?:our right of )?(?:subrogation|rights)\\b|\\bwos\\b|\\bcg ?24 ?04\\b|\\bsubrogation (?:is )?waived\\b|\\bwaiver\\b",
                        I));
        PHRASES.put(
                "PRIMARY_NONCONTRIBUTORY",
                QuickPattern.compile(
                        "\\bprimary(?: and|,|/| &)? ?non-?\\s?contrib\\w*\\b|\\bpnc\\b|\\bp ?& ?nc\\b|\\bcg ?20 ?01\\b|\\bprimary (?:basis|wording)\\b",
                        I));
        PHRASES.put(
                "NOTICE_OF_CANCELLATION",
                QuickPattern.compile(
                        "\\b(?:30|thirty|10|ten|60|sixty)(?: \\(\\d+\\))?[- ]days?'?(?: prior)?(?: written)? notice\\b|\\bnotice of cancellation (?:to|wording|endorsement|clause)\\b|\\bcancellation clause\\b|\\bnoc (?:endorsement|wording)\\b",
                        I));
        PHRASES.put(
                "PER_PROJECT_AGGREGATE",
                QuickPattern.compile(
                        "\\bper[- ](?:project|location|job)(?: general)? ?agg(?:regate)?\\b|\\baggregate (?:applies |applying )?per (?:project|location)\\b|\\bcg ?25 ?0[34]\\b",
                        I));
        PHRASES.put(
                "OTHER",
                QuickPattern.compile(
                        "\\bmust read\\b|\\bstrike (?:the|\"|“|out|in)|\\bwill mail\\b|\\bendeavor to\\b|\\bfollow[- ]form\\b|\\bsymbol 1\\b|\\bany auto\\b|\\bits parents, subsidiaries\\b|\\bloss payee\\b|\\bhold harmless\\b|\\bindemnif\\w+|\\bspecial wording:|\\bspecific (?:wording|language)\\b|\\bdescription (?:box|of operations)?[^.\\n]{0,20}(?:must|should|to) (?:say|state|read|include)\\b|\\badd the following (?:wording|language|text)\\b|\\bper (?:the )?attached (?:contract|sample|wording|requirements)\\b",
                        I));
    }

    private Wording() {}

    /** Codes of the wording asked for, in the order of the certificate decisions. */
    static List<String> asked(String text) {
        List<String> found = new ArrayList<>();
        PHRASES.forEach((code, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String before = text.substring(Math.max(0, matcher.start() - 60), matcher.start());
                String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 60));
                if (!NOT_BEFORE.matcher(before).find()
                        && !NOT_AFTER.matcher(after).find()) {
                    found.add(code);
                    break;
                }
            }
        });
        if (found.contains("ADDITIONAL_INSURED_ONGOING") || found.contains("ADDITIONAL_INSURED_COMPLETED")) {
            found.remove("ADDITIONAL_INSURED");
        }
        return List.copyOf(found);
    }
}
