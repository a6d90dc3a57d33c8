package org.throughline.servicing.submission.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.carrier.CarrierOperation;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.submission.CarrierAnswers.Written;
import org.throughline.servicing.submission.CarrierDrafts.Entered;
import org.throughline.servicing.submission.CarrierDrafts.Known;

/** What the process's forms show and hand back. */
final class FormValues {

    private FormValues() {}

    static void known(VariableScope scope, Known known) {
        CarrierVariables.CARRIER.set(scope, known.carrier());
        CarrierVariables.POLICY_NUMBER.set(scope, known.policyNumber());
        CarrierVariables.NAIC.set(scope, known.naic());
        RequestVariables.LINE_OF_BUSINESS.set(scope, known.line());
        RequestVariables.STATE.set(scope, known.state());
        RequestVariables.INSURED_NAME.set(scope, known.insured());
    }

    /** What the request itself gives, where nothing better is known. */
    static void proposed(VariableScope scope, List<String> policyNumbers, LocalDate today) {
        if (!policyNumbers.isEmpty()
                && text(scope, CarrierVariables.POLICY_NUMBER).isBlank()) {
            CarrierVariables.POLICY_NUMBER.set(scope, policyNumbers.get(0));
        }
        if (text(scope, CarrierVariables.CHANGE_EFFECTIVE).isBlank()) {
            CarrierVariables.CHANGE_EFFECTIVE.set(scope, today.toString());
        }
        if (!text(scope, CarrierVariables.QUOTE_REFERENCE).isBlank()) {
            CarrierVariables.CARRIER_OPERATION.set(scope, CarrierOperation.POLICY_CHANGE.name());
        }
        String usual = text(scope, CarrierVariables.USUAL_CHANGE);
        if (!usual.isBlank() && text(scope, CarrierVariables.CHANGE_LINES).isBlank()) {
            CarrierVariables.CHANGE_LINES.set(scope, usual + ": " + party(scope));
        }
    }

    private static String party(VariableScope scope) {
        List<String> parts = new ArrayList<>();
        parts.add(text(scope, RequestVariables.HOLDER_NAME));
        String address = text(scope, RequestVariables.HOLDER_ADDRESS);
        if (!address.isBlank()) {
            parts.add("address = " + address.replaceAll("[;\\r\\n]+", ", "));
        }
        String loan = text(scope, RequestVariables.LOAN_NUMBER);
        if (!loan.isBlank()) {
            parts.add("loan number = " + loan);
        }
        return String.join("; ", parts);
    }

    static Entered entered(VariableScope scope) {
        String quote = text(scope, CarrierVariables.QUOTE_REFERENCE);
        return new Entered(
                text(scope, CarrierVariables.CARRIER),
                text(scope, CarrierVariables.CARRIER_OPERATION),
                text(scope, CarrierVariables.POLICY_NUMBER),
                text(scope, CarrierVariables.NAIC),
                text(scope, RequestVariables.LINE_OF_BUSINESS),
                text(scope, RequestVariables.STATE),
                text(scope, RequestVariables.INSURED_NAME),
                text(scope, CarrierVariables.CHANGE_EFFECTIVE),
                text(scope, CarrierVariables.CARRIER_NOTE),
                text(scope, CarrierVariables.CHANGE_LINES),
                text(scope, CarrierVariables.CARRIER_DETAILS),
                quote.isBlank() ? null : quote);
    }

    static Written written(VariableScope scope) {
        return new Written(
                text(scope, CarrierVariables.WRITTEN_ANSWER),
                text(scope, CarrierVariables.CARRIER_REFERENCE),
                text(scope, CarrierVariables.CARRIER_MESSAGE),
                text(scope, CarrierVariables.ISSUED_LINES),
                text(scope, CarrierVariables.PREMIUM_CHANGE));
    }

    static String text(VariableScope scope, ProcessVariable<String> variable) {
        return variable.find(scope).orElse("");
    }
}
