package org.throughline.servicing.download.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.carrier.download.Transaction;

/**
 * A transaction beside the policy that it is about.
 *
 * @param transaction null where the item holds none that can be read
 * @param policy null where there is none, or several could be meant
 * @param shown both sides as people read them
 */
public record Match(
        @Nullable Transaction transaction, @Nullable Policy policy, MatchFacts facts, SideBySide shown) {

    /** In one sentence, what was compared and with what. */
    public String summary() {
        Transaction sent = transaction;
        if (sent == null) {
            return "The message holds no transaction that can be read.";
        }
        String what = sent.subject() + (sent.effective() == null ? "" : ", effective " + sent.effective()) + ".";
        Policy held = policy;
        if (held == null) {
            return what + " No single policy of the AMS was found for it.";
        }
        return what + " Compared with " + held.number() + " in the AMS (" + held.namedInsured() + ", "
                + held.effective() + " to " + held.expiration() + ", " + held.rawStatus() + "): number "
                + words(facts.number()) + ", carrier " + words(facts.carrier()) + ", insured " + words(facts.name())
                + ", line " + words(facts.line()) + ", term " + words(facts.term()) + ", standing "
                + words(facts.standing()) + ".";
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
