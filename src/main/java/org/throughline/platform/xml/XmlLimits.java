package org.throughline.platform.xml;

/**
 * How much of a document is read.
 *
 * @param bytes of the whole document
 * @param depth of elements in elements
 * @param elements in the whole document
 */
public record XmlLimits(long bytes, int depth, int elements) {

    /** For one message: 8 MiB, 64 deep, 200,000 elements. */
    public static final XmlLimits MESSAGE = new XmlLimits(8L << 20, 64, 200_000);

    /** For a file of many messages: 512 MiB, 64 deep, twenty million elements. */
    public static final XmlLimits FILE = new XmlLimits(512L << 20, 64, 20_000_000);
}
