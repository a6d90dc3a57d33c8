package org.throughline.servicing.download.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.throughline.carrier.download.TransactionCode;

/** What the table {@code download-match} decides by. */
public record MatchFacts(
        State state,
        Found found,
        NumberMatch number,
        Likeness carrier,
        NameLikeness name,
        Likeness line,
        TransactionCode code,
        Standing standing,
        TermLikeness term) {

    /** How much of the transaction there is. */
    public enum State {
        WHOLE,
        /** The file ended in it. */
        BROKEN_OFF,
        /** The item holds none. */
        NOT_READ
    }

    /** How many policies of the agency it may mean. */
    public enum Found {
        NONE,
        ONE,
        SEVERAL
    }

    /** Why a policy was found by the carrier's number. */
    public enum NumberMatch {
        SAME,
        /** Same but for hyphens, blanks, case and zeros. */
        FORMAT,
        /** Same but for a module number behind. */
        MODULE,
        /** A person has matched this number before. */
        REMEMBERED,
        /** A person chose the policy just now. */
        CHOSEN,
        DIFFERENT
    }

    /** Nothing is known. */
    public static MatchFacts notRead() {
        return nothingFound(State.NOT_READ, TransactionCode.UNKNOWN, NameLikeness.UNKNOWN);
    }

    /** A transaction for which there is no policy. */
    public static MatchFacts nothingFound(State state, TransactionCode code, NameLikeness name) {
        return new MatchFacts(
                state,
                Found.NONE,
                NumberMatch.DIFFERENT,
                Likeness.UNKNOWN,
                name,
                Likeness.UNKNOWN,
                code,
                Standing.UNCLEAR,
                TermLikeness.UNKNOWN);
    }

    /** The same where several policies could be meant. */
    public MatchFacts several(NumberMatch likeness) {
        return new MatchFacts(state, Found.SEVERAL, likeness, carrier, name, line, code, standing, term);
    }

    /** The inputs of the table by name. */
    public Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("transactionState", state.name());
        inputs.put("policiesFound", found.name());
        inputs.put("numberLikeness", number.name());
        inputs.put("carrierLikeness", carrier.name());
        inputs.put("nameLikeness", name.name());
        inputs.put("lineLikeness", line.name());
        inputs.put("transactionCode", code.name());
        inputs.put("standing", standing.name());
        inputs.put("termLikeness", term.name());
        return inputs;
    }
}
