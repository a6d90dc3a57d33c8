package org.throughline.ams.epic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the agency keeps in a policy's {@code description}, because the vendor documents no field for it: parts
 * separated by bars, in at most 125 characters, as in
 *
 * <pre>
 * General Liability | Surplus lines | Named insured: Ben Ruiz dba Ruiz Electric | States: OH, PA
 * </pre>
 *
 * @param states further states of the risk beside those of the lines
 * @param namedInsured the policy's own named insured where it differs from the account's name
 */
record EpicDescription(List<String> states, @Nullable String namedInsured, boolean surplusLines) {

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern STATES = Pattern.compile("(?i)states?:\\s*(.*)");
    private static final Pattern NAMED_INSURED = Pattern.compile("(?i)named insured:\\s*(.*)");

    static EpicDescription parse(@Nullable String description) {
        List<String> states = List.of();
        String namedInsured = null;
        boolean surplus = false;
        for (String part : BAR.splitAsStream(EpicMapper.text(description)).toList()) {
            String text = part.strip();
            Matcher statesPart = STATES.matcher(text);
            Matcher namedPart = NAMED_INSURED.matcher(text);
            if (statesPart.matches()) {
                states = Arrays.stream(statesPart.group(1).split("[,;\\s]+"))
                        .filter(state -> !state.isEmpty())
                        .toList();
            } else if (namedPart.matches()) {
                namedInsured = namedPart.group(1);
            } else if (text.toLowerCase(Locale.ROOT).replace("-", " ").startsWith("surplus lines")) {
                surplus = true;
            }
        }
        return new EpicDescription(states, namedInsured, surplus);
    }
}
