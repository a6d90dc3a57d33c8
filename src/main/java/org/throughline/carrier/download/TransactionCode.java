package org.throughline.carrier.download;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a carrier did to a policy, by the codes that AL3 and ACORD XML share. Certainty: the codes are those of the
 * agency systems' help pages and third-party lists; carriers send the few that they support.
 */
public enum TransactionCode {
    NBS("new business", Effect.IMAGE),
    NBQ("new business quote", Effect.QUOTE),
    RWL("renewal", Effect.IMAGE),
    RWQ("renewal quote", Effect.QUOTE),
    END("endorsement", Effect.IMAGE),
    ENQ("endorsement quote", Effect.QUOTE),
    PCH("policy change", Effect.IMAGE),
    XLC("cancellation", Effect.CANCELLED),
    XLN("cancellation or non-renewal notice", Effect.NOTICE),
    REI("reinstatement", Effect.REINSTATED),
    AUD("audit", Effect.OTHER),
    INQ("inquiry", Effect.OTHER),
    COM("commission", Effect.OTHER),
    SYN("policy synchronization", Effect.IMAGE),
    RIX("reissue", Effect.IMAGE),
    /** The carrier did not say, or used a code of its own. */
    UNKNOWN("transaction", Effect.OTHER);

    /** What a transaction means for the policy's coverage. */
    public enum Effect {
        /** Shows the policy as it is in force afterwards. */
        IMAGE,
        /** A price; nothing is in force by it. */
        QUOTE,
        /** The policy has ended. */
        CANCELLED,
        /** The policy is going to end. */
        NOTICE,
        /** The policy is in force again. */
        REINSTATED,
        /** Says nothing about coverage. */
        OTHER
    }

    private final String words;
    private final Effect effect;

    TransactionCode(String words, Effect effect) {
        this.words = words;
        this.effect = effect;
    }

    /** What it is called, in small letters. */
    public String words() {
        return words;
    }

    public Effect effect() {
        return effect;
    }

    /** The constant of that name in any case, otherwise {@link #UNKNOWN}. */
    public static TransactionCode of(String code) {
        String plain = code.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(plain))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
