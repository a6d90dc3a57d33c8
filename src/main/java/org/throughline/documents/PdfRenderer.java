package org.throughline.documents;

/** Renders XHTML with CSS for print to PDF. */
public interface PdfRenderer {

    /** The PDF of a complete XHTML document; images and fonts come from the class path only, never from a network. */
    byte[] render(String xhtml);
}
