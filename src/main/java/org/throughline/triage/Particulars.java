package org.throughline.triage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a message says about the change, the loss or the bill it is about, by the names that people at the desk use:
 * effectiveDate, cancelDate, renewalDate, lossDate (ISO), dueInDays, amountDue, vehicle, lienholder, claimNumber and so on.
 * Only what is said is there; a fact, never a decision.
 */
public record Particulars(Map<String, Object> values) {

    public Particulars {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    public Optional<BigDecimal> amount(String name) {
        return values.get(name) instanceof BigDecimal amount ? Optional.of(amount) : Optional.empty();
    }
}
