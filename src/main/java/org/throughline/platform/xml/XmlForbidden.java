package org.throughline.platform.xml;

/** A document holds what no honest sender needs: a document type, entities of its own, more depth or bulk than is read. */
public class XmlForbidden extends XmlBroken {

    public XmlForbidden(String message) {
        super(message);
    }
}
