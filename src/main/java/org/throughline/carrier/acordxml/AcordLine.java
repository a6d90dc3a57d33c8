package org.throughline.carrier.acordxml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.throughline.platform.vendor.VendorRejected;

/**
 * Lines of business for which there are messages. The names of messages are confirmed but for property and the personal
 * umbrella, which follow the same pattern and are partly seen; where in a line's section vehicles, classes and coverages lie
 * is partly seen. The licensed schema decides, and carriers that check against it say so.
 */
enum AcordLine {
    GL("GeneralLiability", "CGL", Holder.COMMERCIAL, "LiabilityInfo"),
    AUTO("CommlAuto", "AUTOB", Holder.COMMERCIAL, "CommlRateState"),
    PROPERTY("CommlProperty", "PROPC", Holder.COMMERCIAL, "PropertyInfo"),
    BOP("BOP", "BOP", Holder.COMMERCIAL, "PropertyInfo"),
    PACKAGE("CommlPkg", "CPKGE", Holder.COMMERCIAL, ""),
    WC("WorkComp", "WORK", Holder.COMMERCIAL, "WorkCompRateState/WorkCompLocInfo"),
    UMBRELLA("CommlUmbrella", "UMBRC", Holder.COMMERCIAL, ""),
    HOME("Home", "HOME", Holder.PERSONAL, "Dwell"),
    PERSONAL_AUTO("PersAuto", "AUTOP", Holder.PERSONAL, ""),
    PERSONAL_UMBRELLA("PersUmbrella", "UMBRP", Holder.PERSONAL, "");

    /** Whose insurance it is. */
    private enum Holder {
        COMMERCIAL,
        PERSONAL
    }

    private final String prefix;
    private final String code;
    private final Holder holder;
    private final String inner;

    AcordLine(String prefix, String code, Holder holder, String inner) {
        this.prefix = prefix;
        this.code = code;
        this.holder = holder;
        this.inner = inner;
    }

    static Optional<AcordLine> of(String ours) {
        return Arrays.stream(values()).filter(line -> line.name().equals(ours)).findFirst();
    }

    /** @throws VendorRejected where no message is for the line */
    static AcordLine required(String ours) {
        return of(ours).orElseThrow(() -> new VendorRejected("ACORD XML has no message for a change of a " + ours
                + " policy: set another channel for this line in the table carrier-channel, or ask by mail or portal"));
    }

    /** {@code LOBCd}. */
    String code() {
        return code;
    }

    /** The message that changes a policy, without {@code Rq} and {@code Rs}. */
    String modification() {
        return prefix + "PolicyMod";
    }

    String section() {
        return prefix + "LineBusiness";
    }

    /** What lies around the items of a section, the outermost first. */
    List<String> inner() {
        return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
    }

    String policy() {
        return personal() ? "PersPolicy" : "CommlPolicy";
    }

    String vehicle() {
        return personal() ? "PersVeh" : "CommlVeh";
    }

    String driver() {
        return personal() ? "PersDriver" : "CommlDriver";
    }

    private boolean personal() {
        return holder == Holder.PERSONAL;
    }
}
