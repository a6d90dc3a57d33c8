package org.throughline.carrier;

import java.util.Optional;
import org.throughline.platform.vendor.VendorRejected;

/** Submits to one carrier over one channel that a machine can use; a bean for each connection that is set up. */
public interface CarrierConnection {

    CarrierChannel channel();

    /** Code of the carrier. */
    String carrier();

    /**
     * What has become of an earlier submission: looked up before each attempt, so that a repeat has no second effect, and
     * again while the carrier has not decided.
     *
     * @param reference ours, sent with every submission
     * @return empty where the carrier has nothing that bears the reference
     * @throws org.throughline.platform.vendor.VendorUnavailable the carrier cannot be asked; try again later
     */
    Optional<SubmissionAnswer> find(Submission submission, String reference);

    /**
     * Submits once, and goes on where an earlier attempt stopped half-way.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable not reached, or outcome unknown
     * @throws org.throughline.platform.vendor.VendorRejected the carrier cannot take it as it is: a person corrects it
     */
    SubmissionAnswer submit(Submission submission, String reference);

    /** True where such a submission can be taken back over the connection. */
    default boolean takesBack(CarrierOperation operation) {
        return false;
    }

    /** True where an earlier submission waits for no decision any more, because it was taken back or turned down. */
    default boolean isTakenBack(Submission submission, String reference) {
        return false;
    }

    /**
     * Takes an earlier submission back; nothing happens where the carrier has none under the reference.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable not reached, or outcome unknown
     * @throws org.throughline.platform.vendor.VendorRejected it cannot be taken back, such as when it is bound already: a
     *     person has the carrier undo it
     */
    default void takeBack(Submission submission, String reference) {
        throw new VendorRejected("The connection to " + carrier() + " takes nothing back. Tell its service desk.");
    }
}
