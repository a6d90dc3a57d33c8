package org.throughline.servicing.certificate.process;

import static org.throughline.platform.engine.RequestVariables.*;

import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.usecase.MailThread;

/** Reads from the variables of a request what is asked of its certificate. */
final class AskedVariables {

    private AskedVariables() {}

    static Asked of(VariableScope scope) {
        return new Asked(
                REQUEST_NUMBER.get(scope),
                text(WORK_TYPE, scope),
                CLIENT_ID
                        .find(scope)
                        .filter(id -> !id.isBlank() && !SpreadsheetIds.isOne(id))
                        .orElse(null),
                new Asked.Requester(text(SENDER_ROLE, scope), text(CHANNEL, scope), text(SENDER_ADDRESS, scope)),
                text(INSURED_NAME, scope),
                words(text(FLAGS, scope)),
                new Asked.Shown(
                        text(HOLDER_NAME, scope),
                        text(HOLDER_ADDRESS, scope),
                        text(DELIVER_TO, scope),
                        words(text(LINES_REQUESTED, scope)),
                        words(text(WORDING, scope)),
                        text(CertificateVariables.DESCRIPTION_CLAUSE, scope),
                        text(CertificateVariables.DESCRIPTION_TEXT, scope),
                        property(scope),
                        text(CertificateVariables.CONFIRMED_LIMITS, scope)),
                limits(text(REQUIRED_LIMITS, scope)),
                NEEDED_BY.find(scope).map(Date::toInstant).orElse(null),
                CertificateVariables.CONTRACT_HELD.find(scope).orElse(false),
                CertificateVariables.STANDARD_FORM_ONLY.find(scope).orElse(false),
                CertificateVariables.CONSENT_HELD.find(scope).orElse(false));
    }

    private static Asked.Property property(VariableScope scope) {
        return Asked.aboutProperty(text(WORK_TYPE, scope))
                ? new Asked.Property(
                        words(text(POLICY_NUMBERS, scope)),
                        text(PROPERTY_LOCATION, scope),
                        text(LOAN_NUMBER, scope),
                        words(text(LENDER_DEMANDS, scope)))
                : Asked.Property.NONE;
    }

    static MailThread thread(VariableScope scope) {
        return new MailThread(
                SUBJECT.find(scope).orElse(null),
                ORIGINAL_MESSAGE_ID.find(scope).filter(id -> !id.isBlank()).orElse(null));
    }

    private static String text(ProcessVariable<String> variable, VariableScope scope) {
        return variable.find(scope).orElse("").strip();
    }

    static List<String> words(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static Map<String, Long> limits(String pairs) {
        Map<String, Long> limits = new LinkedHashMap<>();
        for (String pair : pairs.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(equals + 1).strip().matches("\\d{1,15}")) {
                limits.put(
                        pair.substring(0, equals).strip(),
                        Long.valueOf(pair.substring(equals + 1).strip()));
            }
        }
        return limits;
    }
}
