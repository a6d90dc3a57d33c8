package org.throughline.documents;

/** Gives tests of other folders the renderer as it is in production. */
public final class PdfRenderers {

    private PdfRenderers() {}

    public static PdfRenderer create() {
        return new OpenHtmlPdfRenderer();
    }
}
