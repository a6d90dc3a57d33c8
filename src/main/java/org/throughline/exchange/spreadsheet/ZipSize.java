package org.throughline.exchange.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks whether what is packed in a file has a size that can be read, before anybody reads it. */
final class ZipSize {

    private static final int MOST_ENTRIES = 2000;
    private static final String WORKBOOK = "xl/workbook.xml";

    private ZipSize() {}

    /** Unpacks without keeping anything, as the sizes that a file names for its contents may be wrong. */
    static void check(byte[] file, long limit) {
        long total = 0;
        int entries = 0;
        boolean workbook = false;
        byte[] buffer = new byte[64 * 1024];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                workbook |= entry.getName().equals(WORKBOOK);
                entries++;
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        total += read;
                        if (total > limit || entries > MOST_ENTRIES) {
                            throw new UnreadableSheet("Unpacked the file is larger than " + limit / (1024 * 1024)
                                    + " MB. Take out what the import does not need, or import it in parts.");
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableSheet(
                    "The file is damaged or not complete. Open it in your spreadsheet program and save it again.",
                    broken);
        }
        if (!workbook) {
            throw new UnreadableSheet("This is a packed file, but no Excel workbook. Export the list as .xlsx or CSV.");
        }
    }
}
