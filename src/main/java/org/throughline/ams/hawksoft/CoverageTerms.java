package org.throughline.ams.hawksoft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms that an agency writes in brackets behind a coverage's description, because the vendor has no field for them:
 *
 * <pre>
 * Each occurrence (occurrence form)        Each claim (claims made)
 * General aggregate (per project)          Each occurrence (occurrence form, follow form)
 * Combined single limit (symbols 7 8 9)    Physical damage (symbols 2 8)
 * Deductible (replacement cost, special causes of loss, no agreed value)
 * Excluded persons (Luis Marin)
 * </pre>
 *
 * This is our own convention and no contract of the vendor's. A description without brackets says nothing.
 */
final class CoverageTerms {

    private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([^()]*)\\)\\s*");
    private static final Pattern APPLIES_PER = Pattern.compile("per (policy|project|location)");
    private static final Pattern SYMBOLS = Pattern.compile("symbols? ([0-9 ]+)");
    private static final Pattern CAUSES = Pattern.compile("(basic|broad|special) causes of loss");
    private static final List<String> VALUATIONS =
            List.of("replacement cost", "actual cash value", "functional replacement cost", "agreed amount");

    private CoverageTerms() {}

    /** What the description says, under our names. */
    static Map<String, String> read(String description, String section, String code) {
        Matcher brackets = IN_BRACKETS.matcher(description);
        Map<String, String> terms = new LinkedHashMap<>();
        if (!brackets.matches()) {
            return terms;
        }
        if (code.equals("WCEXC")) {
            terms.put("excludedPersons", brackets.group(1).strip());
            return terms;
        }
        for (String part : brackets.group(1).split("[,;]", -1)) {
            read(part.strip().toLowerCase(Locale.ROOT), section, code, terms);
        }
        return terms;
    }

    private static void read(String term, String section, String code, Map<String, String> terms) {
        Matcher per = APPLIES_PER.matcher(term);
        Matcher symbols = SYMBOLS.matcher(term);
        Matcher causes = CAUSES.matcher(term);
        if (term.equals("occurrence form") || term.equals("claims made")) {
            basis(term.equals("occurrence form"), section, terms);
        } else if (term.equals("follow form") || term.equals("own form")) {
            terms.put("followForm", String.valueOf(term.equals("follow form")));
        } else if (term.equals("agreed value") || term.equals("no agreed value")) {
            terms.put("agreedValue", String.valueOf(term.equals("agreed value")));
        } else if (VALUATIONS.contains(term)) {
            terms.put("valuation", term.toUpperCase(Locale.ROOT).replace(' ', '_'));
        } else if (per.matches()) {
            terms.put("aggregateAppliesPer", per.group(1).toUpperCase(Locale.ROOT));
        } else if (symbols.matches()) {
            terms.put(
                    code.equals("PHYSD") ? "physicalDamageSymbols" : "symbols",
                    String.join(", ", symbols.group(1).strip().split(" +", -1)));
        } else if (causes.matches()) {
            terms.put("causesOfLoss", causes.group(1).toUpperCase(Locale.ROOT));
        }
    }

    private static void basis(boolean occurrence, String section, Map<String, String> terms) {
        if (section.equals("GL")) {
            terms.put("occurrenceForm", String.valueOf(occurrence));
        } else {
            terms.put("claimsMade", String.valueOf(!occurrence));
        }
    }
}
