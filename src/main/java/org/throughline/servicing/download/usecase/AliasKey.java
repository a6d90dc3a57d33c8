package org.throughline.servicing.download.usecase;

import org.throughline.carrier.Carriers;
import org.throughline.carrier.PartyNames;
import org.throughline.carrier.download.Transaction;

/**
 * What a remembered number is found by.
 *
 * @param carrier the agency's code for the carrier, or its plain name where it has none
 * @param policyKey the carrier's number without its format
 */
public record AliasKey(String carrier, String policyKey) {

    private static final int LONGEST = 100;

    static AliasKey of(Transaction transaction, Carriers carriers) {
        String carrier = carriers.of(transaction.naic(), transaction.carrier())
                .map(known -> known.code())
                .orElseGet(() -> PartyNames.plain(transaction.carrier()));
        return new AliasKey(start(carrier), start(transaction.policyKey()));
    }

    private static String start(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
