package org.throughline.ams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy.PolicyForm;

/**
 * What the agency keeps in a policy's free text (NowCerts: {@code description}, HawkSoft: {@code note}), because the
 * vendor has no field for it. One fact a
 * line; every line is read as one of
 *
 * <pre>
 * States: TX, OK
 * Named insured: Curtis Ridgeway dba Ridgeway Landscape
 * FORM [blanket|scheduled] [| LINE] [| EFFECT] [| written contract] [| parties: NAME; NAME]
 * </pre>
 *
 * where FORM is number and edition ({@code CG 20 10 04 13}, {@code WC 00 00 00 C}), LINE a line code ({@code GL}) and
 * EFFECT what the form grants ({@code ADDITIONAL_INSURED_ONGOING}). For example
 *
 * <pre>
 * CG 20 10 04 13 blanket | GL | ADDITIONAL_INSURED_ONGOING | written contract
 * CG 20 11 12 19 scheduled | GL | ADDITIONAL_INSURED | parties: Front Range Retail Partners LLC
 * </pre>
 *
 * A line that is none of these is kept as a form of that name which grants nothing.
 *
 * @param states states of the risk; empty where the description does not say
 * @param namedInsured the policy's own named insured where it differs from the account's name
 * @param forms null where no form is listed: then nobody can tell from here which forms the policy has
 */
public record PolicyDescription(
        List<String> states,
        @Nullable String namedInsured,
        @Nullable List<PolicyForm> forms) {

    private static final Pattern STATES = Pattern.compile("(?i)states?:\\s*(.*)");
    private static final Pattern NAMED_INSURED = Pattern.compile("(?i)named insured:\\s*(.*)");
    private static final Pattern PARTIES = Pattern.compile("(?i)parties:\\s*(.*)");
    private static final Pattern COVERING = Pattern.compile("(?i)(.*?)\\s+(blanket|scheduled)(?:\\s+.*)?");
    private static final Pattern LINE_CODE =
            Pattern.compile("GL|AUTO|UMBRELLA|WC|PROPERTY|BOP|CARGO|DO|EO|HOME|PERSONAL_AUTO|PERSONAL_UMBRELLA");
    private static final Pattern EFFECT = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern WC_FORM = Pattern.compile("(WC \\d\\d \\d\\d \\d\\d)(?: ([A-Z]|\\d\\d \\d\\d))?");
    private static final Pattern FORM_WITH_DATE =
            Pattern.compile("(\\S.*\\d\\S*(?: \\d\\d)?) ((?:0[1-9]|1[0-2]) \\d\\d)");

    public static PolicyDescription parse(@Nullable String description) {
        List<String> states = List.of();
        String namedInsured = null;
        List<PolicyForm> forms = new ArrayList<>();
        for (String line :
                description == null ? List.<String>of() : description.lines().toList()) {
            String text = line.strip();
            Matcher statesLine = STATES.matcher(text);
            Matcher namedLine = NAMED_INSURED.matcher(text);
            if (statesLine.matches()) {
                states = list(statesLine.group(1), "[,;]");
            } else if (namedLine.matches()) {
                namedInsured = namedLine.group(1);
            } else if (!text.isEmpty()) {
                forms.add(form(text));
            }
        }
        return new PolicyDescription(states, namedInsured, forms.isEmpty() ? null : List.copyOf(forms));
    }

    private static PolicyForm form(String text) {
        List<String> parts = list(text, "\\|");
        String head = parts.isEmpty() ? text : parts.get(0);
        Matcher covering = COVERING.matcher(head);
        boolean covers = covering.matches();
        boolean blanket = covers && covering.group(2).equalsIgnoreCase("blanket");
        String name = covers ? covering.group(1) : head;
        String line = null;
        String effect = null;
        boolean contract = text.toLowerCase(Locale.ROOT).contains("written contract");
        List<String> parties = List.of();
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            Matcher partiesPart = PARTIES.matcher(part);
            if (partiesPart.matches()) {
                parties = list(partiesPart.group(1), ";");
            } else if (line == null && LINE_CODE.matcher(part).matches()) {
                line = part;
            } else if (effect == null && EFFECT.matcher(part).matches()) {
                effect = part;
            }
        }
        Matcher workersCompensation = WC_FORM.matcher(name);
        Matcher dated = FORM_WITH_DATE.matcher(name);
        if (workersCompensation.matches()) {
            return new PolicyForm(
                    workersCompensation.group(1),
                    workersCompensation.group(2),
                    line,
                    effect,
                    blanket,
                    contract,
                    parties);
        }
        return dated.matches()
                ? new PolicyForm(dated.group(1), dated.group(2), line, effect, blanket, contract, parties)
                : new PolicyForm(name, null, line, effect, blanket, contract, parties);
    }

    private static List<String> list(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
