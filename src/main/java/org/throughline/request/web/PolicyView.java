package org.throughline.request.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.ams.Policy.PolicyForm;

/** A policy as the agency management system has it now; money is a decimal string with its currency. */
record PolicyView(
        String id,
        String number,
        String namedInsured,
        List<String> lines,
        List<String> states,
        LocalDate effective,
        LocalDate expiration,
        String status,
        String carrierName,
        @Nullable String naic,
        boolean surplusLines,
        @Nullable LocalDate cancellationDate,
        @Nullable Money premium,
        Map<String, Map<String, String>> limits,
        @Nullable List<PolicyForm> forms,
        List<AdditionalInterest> additionalInterests) {

    record Money(String amount, String currency) {}

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.id(),
                policy.number(),
                policy.namedInsured(),
                policy.lines(),
                policy.states(),
                policy.effective(),
                policy.expiration(),
                policy.status().name(),
                policy.carrierName(),
                policy.naic(),
                policy.surplusLines(),
                policy.cancellationDate(),
                policy.premium() == null ? null : new Money(policy.premium().toPlainString(), "USD"),
                policy.limits(),
                policy.forms(),
                policy.additionalInterests());
    }
}
