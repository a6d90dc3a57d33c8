package org.throughline.servicing.certificate.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.CheckCertificate.Outcome;
import org.throughline.servicing.certificate.usecase.Decided;

/** What the decision tables answered, read from the variables that keep it. */
final class DecidedVariables {

    private DecidedVariables() {}

    static Decided of(VariableScope scope) {
        Map<String, Decided.Support> wording = new LinkedHashMap<>();
        CertificateVariables.WORDING_SUPPORT.find(scope).orElse("").lines().forEach(line -> {
            int equals = line.indexOf('=');
            int bar = line.indexOf('|');
            wording.put(
                    line.substring(0, equals),
                    new Decided.Support(line.substring(equals + 1, bar), line.substring(bar + 1)));
        });
        return new Decided(
                CertificateVariables.CERTIFICATE_FORM.get(scope),
                AskedVariables.words(CertificateVariables.LIMIT_GAPS.find(scope).orElse("")),
                wording);
    }

    /** A judgement needs a license even where the request alone did not. */
    static void requireLicense(VariableScope scope, Outcome outcome) {
        if (!outcome.judgement()
                || RequestVariables.LICENSE_REQUIRED.find(scope).orElse(false)) {
            return;
        }
        RequestVariables.LICENSE_REQUIRED.set(scope, true);
        RequestVariables.LICENSE_LINES.set(scope, outcome.lines());
        if (outcome.state() != null
                && RequestVariables.LICENSE_STATE.find(scope).orElse("").isBlank()) {
            RequestVariables.LICENSE_STATE.set(scope, outcome.state());
        }
    }
}
