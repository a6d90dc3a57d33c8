package org.throughline.platform.xml;

import org.jspecify.annotations.Nullable;

/** A document is no well-formed XML, cut short for one; the message says where. */
public class XmlBroken extends RuntimeException {

    public XmlBroken(String message) {
        super(message);
    }

    public XmlBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
