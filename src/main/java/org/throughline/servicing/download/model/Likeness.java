package org.throughline.servicing.download.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughline.ams.LineOfBusiness;
import org.throughline.ams.Policy;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.PartyNames;
import org.throughline.carrier.download.Transaction;

/** Whether both sides mean the same carrier, or the same line of business. */
public enum Likeness {
    SAME,
    DIFFERENT,
    /** One side does not say it, or in words that cannot be compared. */
    UNKNOWN;

    /** By the numbers of the writing companies, then by the agency's list of carriers, then by name. */
    public static Likeness ofCarrier(Transaction transaction, Policy policy, Carriers carriers) {
        String naic = transaction.naic();
        if (naic != null && naic.equals(policy.naic())) {
            return SAME;
        }
        Optional<Carrier> theirs = carriers.of(naic, transaction.carrier());
        Optional<Carrier> ours = carriers.of(policy.naic(), policy.carrierName());
        if (theirs.isPresent() && ours.isPresent()) {
            return theirs.get().code().equals(ours.get().code()) ? SAME : DIFFERENT;
        }
        String sent = withoutKind(transaction.carrier());
        String held = withoutKind(policy.carrierName());
        if (sent.isEmpty() || held.isEmpty()) {
            return UNKNOWN;
        }
        return (sent + " ").startsWith(held + " ") || (held + " ").startsWith(sent + " ") ? SAME : DIFFERENT;
    }

    private static String withoutKind(String carrier) {
        return PartyNames.plain(carrier)
                .replaceAll("\\b(insurance|ins|assurance|casualty|cas|indemnity|group|national)\\b", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public static Likeness ofLine(String sent, List<String> held) {
        if (!LineOfBusiness.isCode(sent) || held.isEmpty()) {
            return UNKNOWN;
        }
        return held.contains(sent) ? SAME : DIFFERENT;
    }
}
