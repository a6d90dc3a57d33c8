package org.throughline.servicing.submission;

/** Tells the process of a submission what has come in for it. */
public interface CarrierMessages {

    /** The carrier has answered, and the answer is kept. Nothing happens where nobody waits for it any more. */
    void answered(CarrierSubmission submission);
}
