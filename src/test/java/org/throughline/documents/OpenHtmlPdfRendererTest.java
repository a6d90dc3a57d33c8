package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

class OpenHtmlPdfRendererTest {

    @Test
    void embedsItsFontsAndOpensNoConnection() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] pdf = new OpenHtmlPdfRenderer()
                    .render("<html><head><link rel=\"stylesheet\" href=\"" + address + "/a.css\"/></head>"
                            + "<body style=\"font-family: 'Liberation Sans'\">Peña &amp; Łódź<img src=\"" + address
                            + "/b.png\"/><img src=\"file:///etc/hostname\"/></body></html>");

            try (PDDocument document = Loader.loadPDF(pdf)) {
                for (var name : document.getPage(0).getResources().getFontNames()) {
                    PDFont font = document.getPage(0).getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
