package org.throughline.automation;

/** The secret that samples are drawn by; made once and kept. */
public interface SamplingKey {

    String secret();
}
