package org.throughline.carrier;

/** The way on which a carrier takes an operation; the table {@code carrier-channel} says which. */
public enum CarrierChannel {
    /** A REST interface of the carrier's core system. */
    API,
    /** ACORD property and casualty XML over HTTPS. */
    ACORD_XML,
    /** A generated request form to the carrier's service desk; the answer is a mail. */
    EMAIL,
    /** The carrier's own website, where a person enters the values and writes down the confirmation. */
    PORTAL
}
