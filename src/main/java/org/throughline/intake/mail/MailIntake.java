package org.throughline.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.intake.Receipt;

/** Takes in one raw e-mail, wherever it came from. */
@Component
public class MailIntake {

    /** Reading takes time and temporary space; the rest of the mail waits its turn. */
    private static final int AT_A_TIME = 4;

    private final MimeReader reader;
    private final InboundItems items;
    private final IntakeProperties properties;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    public MailIntake(MimeReader reader, InboundItems items, IntakeProperties properties) {
        this.reader = reader;
        this.items = items;
        this.properties = properties;
    }

    /**
     * Accepts the message of a stream; when this returns it is committed.
     *
     * @throws Spool.TooLarge if the stream is longer than the hard cap; nothing is kept of it
     */
    public Receipt accept(InputStream message) throws IOException {
        try (Spool spool = new Spool()) {
            Path file = spool.write(message, properties.messageLimit().toBytes());
            turns.acquireUninterruptibly();
            try {
                NewItem item = reader.read(file, spool);
                return items.accept(item);
            } finally {
                turns.release();
            }
        }
    }
}
