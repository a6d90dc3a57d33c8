package org.throughline.intake.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.intake.Channel;
import org.throughline.intake.Content;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.triage.DeceptiveText;

/**
 * Reads a raw message, however broken it is: every message gives an item, what could not be read is flagged. The
 * message lies in a file and its parts are slices of it, so its size is not a matter of memory; depth and number of
 * parts are bounded.
 */
@Component
public class MimeReader {

    /** Media type of an original that came as a mail. */
    public static final String MESSAGE_TYPE = "message/rfc822";

    private static final Logger LOG = LoggerFactory.getLogger(MimeReader.class);

    private final AttachmentReader attachments;
    private final IntakeProperties properties;
    private final Clock clock;

    public MimeReader(AttachmentReader attachments, IntakeProperties properties, Clock clock) {
        this.attachments = attachments;
        this.properties = properties;
        this.clock = clock;
    }

    /** Reads the message in a file; attachments lie in the spool until it is closed. */
    public NewItem read(Path file, Spool spool) throws IOException {
        MessageWalk walk = new MessageWalk(attachments, properties, spool);
        Headers.Parsed message = Headers.read(readable(file, spool));
        try {
            String text = walk.read(message);
            return item(message.headers(), walk, text, Content.of(file));
        } catch (RuntimeException broken) {
            LOG.warn("A message could not be parsed and is kept as text: {}", broken.toString());
            walk.flags.add("BROKEN_MIME");
            String text = Charsets.decode(message.body().head(properties.textLimit()), null);
            return item(message.headers(), walk, text, Content.of(file));
        }
    }

    /** An item for a message too large to be read: who sent it is all that is known. */
    public NewItem tooLarge(byte[] head, Content original, long size) {
        try (Spool spool = new Spool()) {
            MessageWalk walk = new MessageWalk(attachments, properties, spool);
            walk.refuse("The message has " + Math.round(size / (1024.0 * 1024.0)) + " MB; we take in up to "
                    + properties.messageLimit().toMegabytes() + " MB.");
            return item(Headers.of(head), walk, "", original);
        }
    }

    /** A whole message in two-byte characters is read as if it had come in UTF-8. */
    private static Slice readable(Path file, Spool spool) throws IOException {
        Slice whole = Slice.whole(file);
        return Charsets.wideCharset(whole.head(4000)).isPresent() ? WideText.narrowed(whole, spool) : whole;
    }

    private NewItem item(Headers headers, MessageWalk walk, String text, Content original) {
        MessageHead head = new MessageHead(headers);
        Set<String> flags = walk.flags;
        String subject = head.subject();
        String sender = head.sender();
        String address = head.address();
        String messageId = head.messageId().orElse(null);
        Optional<String> about =
                Reports.read(head, walk.isReport(), text + "\n" + walk.forwarded(), walk.returnedId(), flags);
        String unseen = DeceptiveText.unseenWords(text + subject);
        flag(flags, "HIDDEN_TEXT", !unseen.isEmpty());
        flag(flags, "DECEPTIVE_CHARACTERS", DeceptiveText.isIn(text) || DeceptiveText.isIn(subject + sender));
        flag(flags, "LOOK_ALIKE_SENDER", DeceptiveText.isLookAlike(address));
        TextCleaner.Parts parts = TextCleaner.clean(limited(DeceptiveText.withoutUnseen(text), flags), subject);
        String forwarded = DeceptiveText.withoutUnseen(joined(parts.forwarded(), walk.forwarded()));
        flag(flags, "NO_SENDER", address.isEmpty());
        flag(flags, "SEVERAL_SENDERS", head.hasSeveralSenders());
        flag(flags, "NO_MESSAGE_ID", messageId == null);
        flag(flags, "MAILING_LIST", head.isFromList());
        flag(flags, "EMPTY_BODY", parts.body().isEmpty() && forwarded.isEmpty());
        return new NewItem(
                Channel.EMAIL,
                messageId,
                head.sentAt(clock.instant(), flags),
                sender.isBlank() ? "(no sender)" : sender,
                address,
                head.recipient(),
                DeceptiveText.withoutUnseen(subject),
                parts.body(),
                parts.quoted(),
                limited(forwarded, flags),
                cut(joined(walk.hidden(), unseen)),
                head.inReplyTo().or(() -> about).orElse(null),
                head.references(),
                walk.isReport() || head.isMachine(),
                List.copyOf(flags),
                walk.refusal(),
                walk.refusal() == null ? List.copyOf(walk.files) : List.of(),
                MESSAGE_TYPE,
                original);
    }

    private String limited(String text, Set<String> flags) {
        flag(flags, "TEXT_CUT", text.length() > properties.textLimit());
        return cut(text);
    }

    private String cut(String text) {
        return text.length() <= properties.textLimit() ? text : text.substring(0, properties.textLimit());
    }

    private static String joined(String first, String second) {
        return (first + "\n\n" + second).strip();
    }

    private static void flag(Set<String> flags, String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
