package org.throughline.intake;

/** A mail of ours that came back: the report is an item with this flag that answers the mail it is about. */
public final class DeliveryFailure {

    /** Flag of an item that reports a failed delivery. */
    public static final String FLAG = "DELIVERY_FAILED";

    private DeliveryFailure() {}

    static boolean isReportedBy(InboundItem item) {
        return item.flags().contains(FLAG);
    }
}
