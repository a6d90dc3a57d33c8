package org.throughline.servicing.submission;

import org.throughline.carrier.Submission;

/**
 * Ledger payload of a submission that is taken back.
 *
 * @param submittedAs our reference at the carrier, under which it was submitted
 */
record CarrierWithdrawal(Submission submission, String submittedAs) {}
