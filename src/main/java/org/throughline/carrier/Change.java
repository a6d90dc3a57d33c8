package org.throughline.carrier;

import java.util.Map;

/**
 * One change of a policy: what is asked for, or what a carrier says that it has issued.
 *
 * @param name what tells one of a kind from another: a party's name, a vehicle's VIN, a driver's name, a coverage's code
 * @param values the rest, by the keys that {@link Subject} names; a key that is absent was not said
 */
public record Change(Action action, Subject subject, String name, Map<String, String> values) {

    /** What happens to it. */
    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }

    /** What is changed. Addresses are {@code address, city, state, postalCode}. */
    public enum Subject {
        /** Values: the address, {@code form, edition, waiver, primary, writtenContract}. */
        ADDITIONAL_INSURED,
        /** Values: the address, {@code loanNumber, clause}. */
        MORTGAGEE,
        /** Values: the address, {@code loanNumber, item}. */
        LOSS_PAYEE,
        /** Values: the address, {@code loanNumber, item}. */
        LIENHOLDER,
        /** Named by its VIN. Values: {@code year, make, model, garagingPostalCode}. */
        VEHICLE,
        /** Values: {@code birthDate, licenseState}. */
        DRIVER,
        /** Named by its code or what it is called. Values: {@code limit, deductible}. */
        COVERAGE,
        /** Named by its street. Values: the address, {@code building, contents, occupancy}. */
        LOCATION,
        /** Values: the address. */
        MAILING_ADDRESS,
        /** Values: {@code entityType}. */
        NAMED_INSURED,
        /** Named by the class. Values: {@code payroll, sales}. */
        EXPOSURE
    }

    public Change {
        values = Map.copyOf(values);
    }
}
