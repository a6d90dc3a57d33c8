package org.throughline.carrier;

import java.util.Optional;

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
}
