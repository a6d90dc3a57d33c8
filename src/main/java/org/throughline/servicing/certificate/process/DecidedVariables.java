package org.throughline.servicing.certificate.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.certificate.usecase.CheckCertificate.Outcome;
import org.throughline.servicing.certificate.usecase.Decided;

/** What the decision tables answered, read from the variables that keep it. */
final class DecidedVariables {

    private DecidedVariables() {}

    static Decided of(VariableScope scope) {
        Map<String, Decided.Support> wording = new LinkedHashMap<>();
        answers(CertificateVariables.WORDING_SUPPORT, scope)
                .forEach((item, answer) -> wording.put(item, new Decided.Support(answer[0], answer[1])));
        Map<String, Decided.Answer> property = new LinkedHashMap<>();
        answers(CertificateVariables.PROPERTY_ANSWERS, scope)
                .forEach((question, answer) -> property.put(question, new Decided.Answer(answer[0], answer[1])));
        return new Decided(
                CertificateVariables.CERTIFICATE_FORM.get(scope),
                AskedVariables.words(CertificateVariables.LIMIT_GAPS.find(scope).orElse("")),
                wording,
                property);
    }

    /** Lines {@code KEY=ANSWER|reason} as answer and reason by key. */
    private static Map<String, String[]> answers(ProcessVariable<String> variable, VariableScope scope) {
        Map<String, String[]> answers = new LinkedHashMap<>();
        variable.find(scope).orElse("").lines().forEach(line -> {
            int equals = line.indexOf('=');
            int bar = line.indexOf('|');
            answers.put(
                    line.substring(0, equals), new String[] {line.substring(equals + 1, bar), line.substring(bar + 1)});
        });
        return answers;
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
