package org.throughline.documents;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Renders with Open HTML to PDF and the fonts in {@code fonts/}, which are embedded. A resource is named {@code
 * classpath:…} or is inline ({@code data:}); any other address is refused before anything is opened.
 */
@Component
class OpenHtmlPdfRenderer implements PdfRenderer {

    private static final String CLASS_PATH = "classpath:";
    private static final String FONT = "Liberation Sans";

    private final byte[] regular = font("LiberationSans-Regular.ttf");
    private final byte[] bold = font("LiberationSans-Bold.ttf");
    private final byte[] italic = font("LiberationSans-Italic.ttf");

    OpenHtmlPdfRenderer() {
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public byte[] render(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FONT, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(italic), FONT, 400, FontStyle.ITALIC, true);
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith(CLASS_PATH) || address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith(CLASS_PATH) || address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useProtocolsStreamImplementation(ClassPathStream::new, "classpath");
        builder.withProducer("Throughline");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("The document could not be rendered", failure);
        }
        return pdf.toByteArray();
    }

    /** Loads fonts and classes while nobody waits, so that the first document of the day is as quick as the others. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread thread = new Thread(
                () -> render("<html><body style=\"font-family: 'Liberation Sans'\"><b>Ready</b></body></html>"),
                "pdf-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] font(String filename) {
        try {
            return new ClassPathResource("fonts/" + filename).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException("Font " + filename + " is not on the class path", missing);
        }
    }

    /** A resource of the class path as the renderer wants it. */
    private record ClassPathStream(String address) implements FSStream {

        @Override
        public InputStream getStream() {
            try {
                return new ClassPathResource(address.substring(CLASS_PATH.length())).getInputStream();
            } catch (IOException missing) {
                throw new UncheckedIOException("Resource " + address + " is not on the class path", missing);
            }
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
