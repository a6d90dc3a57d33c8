package org.throughline.staff;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person does in a user task, as far as licensing is concerned. A model names the acts of each task in the extension
 * property {@code act}; the table {@code license-requirement} says which of them need a license for a request. The first
 * sentence of each comment is what analysts read in Modeler.
 */
public enum Act {
    /** Takes, passes on, keys or files facts. */
    CLERICAL,
    /** Does whatever the request needs; its work type says whether licensed acts are among it. */
    SERVICE_REQUEST,
    /** Writes to the client in the agency's words; advice where the work is about coverage. */
    ANSWER_CLIENT,
    /** Takes an application from a client who has decided. */
    TAKE_APPLICATION,
    /** Lets a certificate or evidence of insurance go out. */
    AUTHORIZE_CERTIFICATE,
    /** Approves a change of a policy before it goes to the carrier. */
    AUTHORIZE_ENDORSEMENT,
    /** Tells a price that is not public. */
    QUOTE,
    /** Urges somebody to apply for insurance. */
    SOLICIT,
    /** Explains, recommends or interprets coverage. */
    ADVISE,
    /** Confers with a buyer on benefits, terms or conditions of a contract. */
    NEGOTIATE,
    /** Exchanges a contract of insurance for money. */
    SELL,
    /** Commits a carrier to coverage. */
    BIND,
    /** Signs a policy, binder or endorsement for a carrier. */
    SIGN;

    /** The extension property of a user task that names its acts. */
    public static final String PROPERTY = "act";

    /**
     * The acts that a property names, separated by commas.
     *
     * @throws IllegalArgumentException if it names none, or one that there is not
     */
    public static Set<Act> named(String property) {
        Set<Act> acts = Arrays.stream(property.split(",", -1))
                .map(String::strip)
                .map(Act::one)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
        return Collections.unmodifiableSet(acts);
    }

    private static Act one(String name) {
        return Arrays.stream(values())
                .filter(act -> act.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        (name.isEmpty() ? "No act is named" : name + " is no act") + "; choose from "
                                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }
}
