package org.throughline.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * The first page of a PDF as a picture, for a page that may not open a PDF viewer inside itself, as Tasklist's sandboxed
 * one may not.
 */
@Component
public class PdfPreview {

    private static final float DOTS_PER_INCH = 110;

    /** The first page as PNG. */
    public byte[] firstPage(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH), "png", png);
            return png.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("The document cannot be shown as a picture", failure);
        }
    }
}
