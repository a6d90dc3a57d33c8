package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PdfPreviewTest {

    private static final int WHITE = 0xFFFFFF;

    @Test
    void showsTheFirstPageAsPeopleWouldSeeIt() throws IOException {
        byte[] pdf = PdfRenderers.create()
                .render("<html><head><style>@page { size: 8.5in 11in; margin: 0 } body { margin: 0;"
                        + " font-family: 'Liberation Sans' } div { background-color: #12324f; height: 2in }"
                        + "</style></head><body><div>Evidence</div></body></html>");

        BufferedImage page = ImageIO.read(new ByteArrayInputStream(new PdfPreview().firstPage(pdf)));

        assertThat(page.getWidth()).isEqualTo(935);
        assertThat(page.getHeight()).isEqualTo(1210);
        assertThat(page.getRGB(900, 200) & WHITE).isEqualTo(0x12324f);
        assertThat(page.getRGB(900, 1000) & WHITE).isEqualTo(WHITE);
        assertThat(IntStream.range(0, 200).map(x -> page.getRGB(x, 10) & WHITE).distinct())
                .hasSizeGreaterThan(1);
    }
}
