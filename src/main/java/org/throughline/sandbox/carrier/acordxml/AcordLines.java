package org.throughline.sandbox.carrier.acordxml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of business that the simulated carriers take messages for. */
enum AcordLines {
    GL("GeneralLiability", "CGL", "CommlPolicy"),
    AUTO("CommlAuto", "AUTOB", "CommlPolicy"),
    PROPERTY("CommlProperty", "PROPC", "CommlPolicy"),
    BOP("BOP", "BOP", "CommlPolicy"),
    WC("WorkComp", "WORK", "CommlPolicy"),
    UMBRELLA("CommlUmbrella", "UMBRC", "CommlPolicy"),
    HOME("Home", "HOME", "PersPolicy"),
    PERSONAL_AUTO("PersAuto", "AUTOP", "PersPolicy"),
    PERSONAL_UMBRELLA("PersUmbrella", "UMBRP", "PersPolicy");

    private final String prefix;
    private final String code;
    private final String policy;

    AcordLines(String prefix, String code, String policy) {
        this.prefix = prefix;
        this.code = code;
        this.policy = policy;
    }

    static Optional<AcordLines> ofMessage(String name) {
        return Arrays.stream(values())
                .filter(line -> name.equals(line.prefix + "PolicyModRq"))
                .findFirst();
    }

    /** The first of a policy's lines that there is a message for. */
    static AcordLines first(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(values()).filter(each -> each.isLine(line)))
                .findFirst()
                .orElse(GL);
    }

    boolean isLine(String line) {
        return name().equals(line);
    }

    /** {@code LOBCd}. */
    String code() {
        return code;
    }

    String policy() {
        return policy;
    }

    String section() {
        return prefix + "LineBusiness";
    }

    boolean personal() {
        return policy.equals("PersPolicy");
    }
}
